package org.warmplan.collect;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
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
    /** How old a source's last snapshot may be when nothing else is said: a week and a day's slack. */
    public static final Duration DEFAULT_MAX_AGE = Duration.ofDays(8);

    private static final Pattern OTHER_SCHEME = Pattern.compile("(?i)(?!https?:)(?:file:|[a-z][a-z0-9+.-]+://).*");

    private SourcesFile() {}

    /**
     * Reads the sources in their order. An {@code http:} or {@code https:} address, or a path that does not end in
     * {@code .yaml} or {@code .yml}, is one required source of kind {@value NetworkCapabilitiesSource#KIND}, of that name
     * too. Relative paths inside a YAML file start at its folder.
     *
     * @throws InputException when the file is missing or says something that makes no sense
     */
    public static List<SourceSettings> read(String pathOrUrl) {
        if (!SafeUrl.isHttp(pathOrUrl) && isYaml(pathOrUrl)) {
            return readYaml(Path.of(pathOrUrl));
        }
        String problem = problemOf(pathOrUrl);
        if (!problem.isEmpty()) {
            throw new InputException("The source %s %s. Maybe give an http: or https: address, or a file's path."
                    .formatted(SafeUrl.of(pathOrUrl), problem));
        }
        String kind = NetworkCapabilitiesSource.KIND;
        return List.of(new SourceSettings(kind, kind, pathOrUrl, DEFAULT_MAX_AGE, true));
    }

    private static boolean isYaml(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml");
    }

    private static List<SourceSettings> readYaml(Path file) {
        Fields top = Document.ofYaml(file, "The sources file").fields();
        List<SourceSettings> sources = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Fields fields : top.objects("sources")) {
            SourceSettings source = source(file, fields);
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

    private static SourceSettings source(Path file, Fields fields) {
        String name = fields.text("name");
        if (!Snapshot.SOURCE_NAME.matcher(name).matches()) {
            throw fields.wrong(
                    "name",
                    "is " + name + ", not 1 to 64 letters, digits, dots, underscores or dashes",
                    "shorten it, or leave out the spaces");
        }
        String kind = fields.text("kind");
        if (!SourceKinds.listKinds().contains(kind)) {
            throw fields.wrong(
                    "kind",
                    "is " + kind + ", which this version does not collect",
                    "one of these was meant: " + String.join(", ", SourceKinds.listKinds()));
        }
        String url = url(file, fields);
        Duration maxAge = maxAge(fields);
        boolean required = fields.flag("required", false);
        fields.end();
        return new SourceSettings(name, kind, url, maxAge, required);
    }

    private static String url(Path file, Fields fields) {
        String url = fields.text("url");
        String problem = problemOf(url);
        if (!problem.isEmpty()) {
            throw fields.wrong(
                    "url", "is " + SafeUrl.of(url) + ", which " + problem, "give http:, https: or a file's path");
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

    /** What is wrong with an address, to go on from it, or nothing. */
    private static String problemOf(String url) {
        if (SafeUrl.isHttp(url)) {
            return HttpUrl.parse(url) == null ? "is no address that can be asked" : "";
        }
        return OTHER_SCHEME.matcher(url).matches() ? "is of a kind that is not read" : "";
    }

    private static Duration maxAge(Fields fields) {
        String text = fields.findText("maxAge").orElse("");
        if (text.isEmpty()) {
            return DEFAULT_MAX_AGE;
        }
        Duration age = Durations.find(text).orElse(Duration.ZERO);
        if (age.isZero()) {
            throw fields.wrong("maxAge", "is " + text + ", not " + Durations.FORM + " above zero", "write 8d or 36h");
        }
        return age;
    }
}
