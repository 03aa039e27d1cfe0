package org.warmplan.files;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Addresses as they may be stored and shown: without user, password, fragment, and with {@value #HIDDEN} in place of
 * whatever looks like a key. What is hidden by mistake costs a reader little; what is shown by mistake cannot be undone.
 */
public final class SafeUrl {
    public static final String HIDDEN = "***";

    private static final Pattern FORM = Pattern.compile(
            "([a-z][a-z0-9+.-]*://)([^/?#]*@)?([^/?#]*)([^?#]*)(?:\\?([^#]*))?(?:#.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST = Pattern.compile("(?:[^:@\\[\\]]+|\\[[^\\]]*])(?::\\d*)?");
    private static final Pattern SECRET_NAME = Pattern.compile(
            "key|token|secret|pass|pwd|auth|sig|cred|session|jwt|access|bearer", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECRET_VALUE =
            Pattern.compile("(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9_]{24,}|eyJ[A-Za-z0-9_.=-]+");
    /** Names of models and places in lists may look like keys, and without them nobody knows what an answer is to. */
    private static final Set<String> PLAIN_NAMES = Set.of("pipeline", "model", "model_id", "cursor");

    /** What parts an address without scheme from a user, a password or a query. */
    private static final Pattern ODD = Pattern.compile("[@?#]");

    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");

    private SafeUrl() {}

    /** True for what is asked over the network; everything else is a file's path. */
    public static boolean isHttp(String url) {
        return url.regionMatches(true, 0, "http:", 0, 5) || url.regionMatches(true, 0, "https:", 0, 6);
    }

    /** The address without its secrets; a file's path stays as it is. */
    public static String of(String url) {
        if (!isHttp(url) && !url.contains("://")) {
            return url;
        }
        Matcher matcher = FORM.matcher(url);
        if (!matcher.matches() || !HOST.matcher(matcher.group(3)).matches()) {
            // An odd host may be the first half of a password with a slash in it.
            return url.substring(0, url.indexOf(':') + 1) + "//" + HIDDEN;
        }
        String query = matcher.group(5);
        return matcher.group(1) + matcher.group(3) + path(matcher.group(4)) + (query == null ? "" : "?" + query(query));
    }

    /** What {@link #of} hides of an address: password, keys, tokens; each as written and as meant. */
    public static Set<String> secretsOf(String url) {
        Set<String> secrets = new LinkedHashSet<>();
        Matcher matcher = FORM.matcher(url);
        if (!isHttp(url) || !matcher.matches()) {
            return secrets;
        }
        if (matcher.group(2) != null) {
            String user = matcher.group(2).substring(0, matcher.group(2).length() - 1);
            int colon = user.indexOf(':');
            add(secrets, colon < 0 ? user : user.substring(colon + 1));
        }
        Arrays.stream(matcher.group(4).split("/", -1))
                .filter(part -> unlessSecret(part).equals(HIDDEN))
                .forEach(part -> add(secrets, part));
        String query = matcher.group(5) == null ? "" : matcher.group(5);
        Arrays.stream(query.split("&", -1))
                .filter(parameter -> parameter(parameter).endsWith(HIDDEN))
                .forEach(parameter -> add(secrets, parameter.substring(parameter.indexOf('=') + 1)));
        return secrets;
    }

    private static void add(Set<String> secrets, String encoded) {
        secrets.add(encoded);
        try {
            secrets.add(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // Not encoded soundly: as written is all there is.
        }
    }

    /** Like {@link #of}, and nothing of a query or of what only may be an address: it belongs to somebody else's program. */
    public static String bare(String url) {
        String safe = of(url);
        int scheme = safe.indexOf("://");
        if (scheme < 0) {
            return ODD.matcher(safe).find() ? HIDDEN : path(safe);
        }
        if (safe.indexOf('@') >= 0) {
            return safe.substring(0, scheme) + "://" + HIDDEN;
        }
        int query = safe.indexOf('?');
        return query < 0 ? safe : safe.substring(0, query + 1) + HIDDEN;
    }

    private static String path(String path) {
        return Arrays.stream(path.split("/", -1)).map(SafeUrl::unlessSecret).collect(Collectors.joining("/"));
    }

    private static String query(String query) {
        return Arrays.stream(query.split("&", -1)).map(SafeUrl::parameter).collect(Collectors.joining("&"));
    }

    private static String parameter(String parameter) {
        int equals = parameter.indexOf('=');
        if (equals < 0) {
            return unlessSecret(parameter);
        }
        String name = parameter.substring(0, equals);
        String value = parameter.substring(equals + 1);
        if (SECRET_NAME.matcher(name).find()) {
            return name + "=" + HIDDEN;
        }
        return name + "=" + (PLAIN_NAMES.contains(name) ? value : unlessSecret(value));
    }

    private static String unlessSecret(String text) {
        boolean secret =
                SECRET_VALUE.matcher(text).matches() && !ADDRESS.matcher(text).matches();
        return secret ? HIDDEN : text;
    }
}
