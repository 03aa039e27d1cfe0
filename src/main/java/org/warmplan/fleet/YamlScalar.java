package org.warmplan.fleet;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Text as one YAML value on one line: plain where that cannot be misread, else in double quotes as in JSON. */
final class YamlScalar {
    /** No colon, hash, quote, bracket or sign at the front: nothing YAML has a meaning for. */
    private static final Pattern PLAIN =
            Pattern.compile("(?:\\.\\./)*[A-Za-z/](?:[A-Za-z0-9 ._/()+-]*[A-Za-z0-9._/()+-])?");

    private static final Set<String> MEANINGFUL = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private YamlScalar() {}

    static String of(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !MEANINGFUL.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : quoted(text);
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (isPrintable(c)) {
                quoted.appendCodePoint(c);
            } else {
                quoted.append(c < 0x10000 ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c));
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
