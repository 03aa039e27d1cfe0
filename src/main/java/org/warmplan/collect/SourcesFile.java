package org.warmplan.collect;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.warmplan.collect.ask.Source;
import org.warmplan.collect.ask.SourceSettings;
import org.warmplan.collect.network.NetworkCapabilitiesSource;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Snapshot;
import org.warmplan.files.Document;
import org.warmplan.files.Durations;
import org.warmplan.files.Fields;
import org.warmplan.files.SafeUrl;

/** Reads what {@code --sources} names: a YAML file of sources, or the address of a single one. */
public final class SourcesFile {
    /** How old the network's capabilities may be when nothing else is said: a week and a day's slack. */
    public static final Duration DEFAULT_MAX_AGE = new NetworkCapabilitiesSource().maxAge();

    private static final Pattern OTHER_SCHEME = Pattern.compile("(?i)(?!https?:)(?:file:|[a-z][a-z0-9+.-]+://).*");

    /** A host and a port, which a browser would take for an address and we for a file's path. */
    private static final Pattern NO_SCHEME =
            Pattern.compile("(?:[A-Za-z0-9.-]+|\\[[0-9a-fA-F:.]+]):\\d{1,5}(?:[/?#].*)?");

    /** What may stand in a header. */
    private static final Pattern TOKEN = Pattern.compile("[!-~](?:[ -~]*[!-~])?");

    /** In an address or a token: what the environment says under that name. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private final Path file;
    private final Map<String, String> environment;

    private SourcesFile(Path file, Map<String, String> environment) {
        this.file = file;
        this.environment = environment;
    }

    /**
     * Reads the sources in their order. An {@code http:} or {@code https:} address, or a path that does not end in
     * {@code .yaml} or {@code .yml}, is one required source of kind {@value NetworkCapabilitiesSource#KIND}, of that name
     * too. Relative paths inside a YAML file start at its folder.
     *
     * @param environment what {@code ${NAME}} in a url or a token stands for, so that no file needs to hold a secret
     * @throws InputException when the file is missing or says something that makes no sense
     */
    public static List<SourceSettings> read(String pathOrUrl, Map<String, String> environment) {
        if (!SafeUrl.isHttp(pathOrUrl) && isYaml(pathOrUrl)) {
            return new SourcesFile(Path.of(pathOrUrl), environment).read();
        }
        String problem = problemOf(pathOrUrl);
        if (!problem.isEmpty()) {
            throw new InputException("The source %s %s. Maybe give an http: or https: address, or a file's path."
                    .formatted(shown(pathOrUrl), problem));
        }
        String kind = NetworkCapabilitiesSource.KIND;
        return List.of(new SourceSettings(kind, kind, pathOrUrl, DEFAULT_MAX_AGE, true));
    }

    private static boolean isYaml(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml");
    }

    private List<SourceSettings> read() {
        Fields top = Document.ofYaml(file, "The sources file").fields();
        List<SourceSettings> sources = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Fields fields : top.objects("sources")) {
            SourceSettings source = source(fields);
            if (!names.add(source.name())) {
                throw fields.wrong("name", "is " + source.name() + " for the second time", "give each its own name");
            }
            sources.add(source);
        }
        top.end();
        if (sources.isEmpty()) {
            throw top.wrong("sources", "names no source", "add one: {name, kind, url}");
        }
        return List.copyOf(sources);
    }

    private SourceSettings source(Fields fields) {
        String name = fields.text("name");
        if (!Snapshot.SOURCE_NAME.matcher(name).matches()) {
            throw fields.wrong(
                    "name",
                    "is " + name + ", not 1 to 64 letters, digits, dots, underscores or dashes",
                    "shorten it, or leave out the spaces");
        }
        String kind = fields.text("kind");
        Source known = SourceKinds.find(kind)
                .orElseThrow(() -> fields.wrong(
                        "kind",
                        "is " + kind + ", which this version does not collect",
                        "one of these was meant: " + String.join(", ", SourceKinds.listKinds())));
        String url = url(fields);
        String token = fields.findText("token")
                .map(text -> filledIn(fields, "token", text))
                .orElse(null);
        if (token != null && !TOKEN.matcher(token).matches()) {
            throw fields.wrong(
                    "token",
                    "holds a character that no header may have",
                    "a line break or a letter with an accent slipped in");
        }
        Duration maxAge = maxAge(fields, known.maxAge());
        boolean required = fields.flag("required", false);
        fields.end();
        return new SourceSettings(name, kind, url, maxAge, required, token);
    }

    private String url(Fields fields) {
        String url = filledIn(fields, "url", fields.text("url"));
        String problem = problemOf(url);
        if (!problem.isEmpty()) {
            throw fields.wrong("url", "is " + shown(url) + ", which " + problem, "give http:, https: or a file's path");
        }
        if (SafeUrl.isHttp(url)) {
            return url;
        }
        try {
            return file.resolveSibling(url).toString();
        } catch (InvalidPathException e) {
            throw fields.wrong("url", "is no path", "a character is wrong");
        }
    }

    private String filledIn(Fields fields, String field, String text) {
        return VARIABLE.matcher(text).replaceAll(variable -> {
            String value = environment.getOrDefault(variable.group(1), "");
            if (value.isBlank()) {
                throw fields.wrong(
                        field,
                        "names ${" + variable.group(1) + "}, which the environment does not have",
                        "export it before the command, also in the crontab or the systemd unit");
            }
            return Matcher.quoteReplacement(value.strip());
        });
    }

    /** Without scheme nobody can tell what of it is secret. */
    private static String shown(String url) {
        return NO_SCHEME.matcher(url).matches() ? SafeUrl.bare(url) : SafeUrl.of(url);
    }

    /** What is wrong with an address, to go on from it, or nothing. */
    private static String problemOf(String url) {
        if (SafeUrl.isHttp(url)) {
            return HttpUrl.parse(url) == null ? "is no address that can be asked" : "";
        }
        if (NO_SCHEME.matcher(url).matches()) {
            return "begins with neither http: nor https:";
        }
        return OTHER_SCHEME.matcher(url).matches() ? "is of a kind that is not read" : "";
    }

    private static Duration maxAge(Fields fields, Duration usual) {
        String text = fields.findText("maxAge").orElse("");
        if (text.isEmpty()) {
            return usual;
        }
        Duration age = Durations.find(text).orElse(Duration.ZERO);
        if (age.isZero()) {
            throw fields.wrong("maxAge", "is " + text + ", not " + Durations.FORM + " above zero", "write 8d or 36h");
        }
        return age;
    }
}
