package org.warmplan.worker;

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
        return new InputException(
                "%s: %s is %s, which go-livepeer does not read: it stops at start with \"Error parsing -aiModels: %s\". Maybe %s."
                        .formatted(file, path, shown, goText, wayOut));
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
        String text = value.writeLine();
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
