package org.warmplan.collect.metrics;

import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads {@code name{label="value",...} value [timestamp] [# exemplar]} from left to right. */
final class SampleLine {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?");
    private static final Pattern SPACE = Pattern.compile("[ \\t]+");
    private static final int MOST_DIGITS = 64;
    private static final int NONE = -1;

    private final String line;
    private int at;

    private SampleLine(String line) {
        this.line = line;
    }

    /** Empty for what is no such line. */
    static Optional<Sample> find(String line, int number) {
        return new SampleLine(line).find(number);
    }

    private Optional<Sample> find(int number) {
        String name = takeName(true);
        skipSpace();
        SortedMap<String, String> labels = new TreeMap<>();
        if (name.isEmpty() || (peek() == '{' && !takeLabels(labels))) {
            return Optional.empty();
        }
        String rest = line.substring(at);
        int exemplar = rest.indexOf(" #");
        String[] words = SPACE.split((exemplar < 0 ? rest : rest.substring(0, exemplar)).strip());
        boolean sound = words.length == 1 || (words.length == 2 && isNumber(words[1]));
        return sound ? findValue(words[0]).map(value -> new Sample(name, labels, value, number)) : Optional.empty();
    }

    private boolean takeLabels(SortedMap<String, String> labels) {
        at++;
        skipSpace();
        while (peek() != '}') {
            String label = takeName(false);
            skipSpace();
            if (label.isEmpty() || !take('=')) {
                return false;
            }
            skipSpace();
            Optional<String> value = take('"') ? findQuoted() : Optional.empty();
            if (value.isEmpty() || labels.putIfAbsent(label, value.get()) != null) {
                return false;
            }
            skipSpace();
            boolean more = take(',');
            skipSpace();
            if (!more && peek() != '}') {
                return false;
            }
        }
        return take('}');
    }

    /** The text up to the closing quote; only backslash, quote and line feed are written with a backslash. */
    private Optional<String> findQuoted() {
        StringBuilder value = new StringBuilder();
        while (peek() != '"') {
            if (peek() == NONE) {
                return Optional.empty();
            }
            char c = line.charAt(at++);
            if (c != '\\') {
                value.append(c);
            } else {
                int escaped = "\\\"n".indexOf(peek());
                if (escaped < 0) {
                    return Optional.empty();
                }
                value.append("\\\"\n".charAt(escaped));
                at++;
            }
        }
        at++;
        return Optional.of(value.toString());
    }

    private String takeName(boolean colons) {
        int start = at;
        while (isNamePart(peek(), colons, at > start)) {
            at++;
        }
        return line.substring(start, at);
    }

    private static boolean isNamePart(int c, boolean colons, boolean inside) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '_'
                || (colons && c == ':')
                || (inside && c >= '0' && c <= '9');
    }

    private static Optional<Double> findValue(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "nan" -> Optional.of(Double.NaN);
            case "inf", "+inf" -> Optional.of(Double.POSITIVE_INFINITY);
            case "-inf" -> Optional.of(Double.NEGATIVE_INFINITY);
            default -> isNumber(word) ? Optional.of(Double.valueOf(word)) : Optional.empty();
        };
    }

    private static boolean isNumber(String word) {
        return word.length() <= MOST_DIGITS && NUMBER.matcher(word).matches();
    }

    private int peek() {
        return at < line.length() ? line.charAt(at) : NONE;
    }

    private boolean take(char wanted) {
        boolean there = peek() == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private void skipSpace() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }
}
