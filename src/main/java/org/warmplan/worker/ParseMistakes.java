package org.warmplan.worker;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.InputException;
import org.warmplan.files.SpelledJson;

/**
 * What {@code json.Unmarshal} would say about a file, in the order it would say it. A value of the wrong type is noted
 * and reading goes on, so that the first one is reported at the end; a value refused by a type's own reader (prices,
 * flags) ends it at once and hides the others.
 */
final class ParseMistakes {
    private static final int MAX_SHOWN = 80;

    private final String file;
    private @Nullable InputException first;

    ParseMistakes(String file) {
        this.file = file;
    }

    /** Notes a value of the wrong type. */
    void note(String path, String shown, String goText, String wayOut) {
        if (first == null) {
            first = at(path, shown, goText, wayOut);
        }
    }

    /** The mistake that ends reading at once, to be thrown. */
    InputException at(String path, String shown, String goText, String wayOut) {
        return new UnparsedException("%s: %s is %s".formatted(file, path, shown), goText, wayOut);
    }

    /** Throws when the text is no JSON to Go. */
    static void requireSyntax(String file, String text) {
        GoSyntax.Mistake mistake = GoSyntax.findMistake(text).orElse(null);
        if (mistake != null) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            String before = new String(bytes, 0, mistake.offset(), StandardCharsets.UTF_8);
            int next = mistake.offset() < bytes.length ? bytes[mistake.offset()] : 0;
            throw new UnparsedException(
                    file + place(before) + " is no sound JSON",
                    mistake.goText(),
                    text.isBlank() ? "writing it was cut short: a file without models is []" : wayOut(before, next));
        }
    }

    private static String place(String before) {
        long line = 1 + before.chars().filter(c -> c == '\n').count();
        int start = before.lastIndexOf('\n') + 1;
        return " line %d, column %d".formatted(line, 1 + before.codePointCount(start, before.length()));
    }

    private static String wayOut(String before, int next) {
        return switch (next) {
            case (byte) 0xEF -> "save it as UTF-8 without a byte order mark";
            case ']', '}' ->
                before.stripTrailing().endsWith(",")
                        ? "take out the comma before it"
                        : "a bracket or a brace is missing or too many";
            case '/', '#' -> "take out the comment: JSON has none";
            case '[', '{' -> "a comma is missing, or something stands behind the last bracket";
            default -> "it was cut short or edited by hand: quotes, commas, true and false must be spelled exactly";
        };
    }

    /** A sound value that goes beyond what is read here, though not beyond go-livepeer. */
    InputException beyond(String path, String problem, String wayOut) {
        return new InputException("%s: %s %s. Maybe %s.".formatted(file, path, problem, wayOut));
    }

    /** Throws the first noted mistake, if there is one. */
    void end() {
        if (first != null) {
            throw first;
        }
    }

    static String wrongType(SpelledJson value, String target) {
        return "json: cannot unmarshal %s into Go %s".formatted(goKind(value), target);
    }

    static String shown(SpelledJson value) {
        if (value instanceof SpelledJson.Members) {
            return "an object";
        }
        if (value instanceof SpelledJson.Items) {
            return "a list";
        }
        return shown(value.writeLine());
    }

    /** Text, cut to what fits a line. */
    static String shown(String text) {
        return text.codePointCount(0, text.length()) > MAX_SHOWN
                ? text.substring(0, text.offsetByCodePoints(0, MAX_SHOWN - 1)) + "…"
                : text;
    }

    static String goKind(SpelledJson value) {
        if (value instanceof SpelledJson.Members) {
            return "object";
        }
        if (value instanceof SpelledJson.Items) {
            return "array";
        }
        if (value instanceof SpelledJson.Numeral) {
            return "number";
        }
        return value instanceof SpelledJson.Text ? "string" : "bool";
    }
}
