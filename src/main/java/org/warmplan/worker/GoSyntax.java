package org.warmplan.worker;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Optional;

/**
 * The syntax check that Go's {@code encoding/json} makes of a whole text before it reads anything from it, with its
 * words: go-livepeer prints them behind "Error parsing -aiModels: ". Bytes are looked at one by one, as Go does, so that
 * the character it names is the same even inside a longer one.
 */
final class GoSyntax {
    /** Go reads no deeper, here too whatever our own limits are. */
    private static final int MAX_DEPTH = 10_000;

    private static final String END = "unexpected end of JSON input";

    /**
     * Where a text goes wrong.
     *
     * @param goText Go's words
     * @param offset of the offending byte, from 0; the length of the text when it ends too early
     */
    record Mistake(String goText, int offset) {}

    /** What may come next. */
    private enum Step {
        VALUE,
        VALUE_OR_END,
        KEY,
        KEY_OR_END,
        AFTER_VALUE,
        AFTER_ALL,
        STRING,
        ESCAPE,
        HEX,
        MINUS,
        ZERO,
        DIGITS,
        POINT,
        DECIMALS,
        EXPONENT,
        EXPONENT_SIGN,
        EXPONENT_DIGITS,
        WORD
    }

    /** What a value belongs to. */
    private enum Place {
        TOP,
        ITEM,
        KEY,
        MEMBER
    }

    private final byte[] text;
    /** Open containers: set where it is an object. */
    private final BitSet objects = new BitSet();

    private int depth;
    private Step step = Step.VALUE;
    private Place place = Place.TOP;
    private String word = "";
    private int count;

    private GoSyntax(byte[] text) {
        this.text = text;
    }

    /** The first mistake of a text; empty when Go would go on and read it. */
    static Optional<Mistake> findMistake(String text) {
        return new GoSyntax(text.getBytes(StandardCharsets.UTF_8)).run();
    }

    private Optional<Mistake> run() {
        for (int at = 0; at < text.length; at++) {
            String context = take(text[at] & 0xFF);
            if (!context.isEmpty()) {
                return Optional.of(new Mistake("invalid character " + quoted(text[at] & 0xFF) + " " + context, at));
            }
        }
        return atEnd();
    }

    /** Go ends every text with one space in thought, which ends a number and breaks a word. */
    private Optional<Mistake> atEnd() {
        if (step == Step.AFTER_ALL) {
            return Optional.empty();
        }
        String context = take(' ');
        if (step == Step.AFTER_ALL && context.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Mistake(context.isEmpty() ? END : "invalid character ' ' " + context, text.length));
    }

    /** Takes one byte; returns what Go says it stands wrongly in, or nothing. */
    private String take(int c) {
        return switch (step) {
            case VALUE, VALUE_OR_END, KEY, KEY_OR_END, AFTER_VALUE, AFTER_ALL -> isSpace(c) ? "" : takeMark(c);
            case STRING, ESCAPE, HEX -> takeInString(c);
            case WORD -> takeInWord(c);
            default -> takeInNumber(c);
        };
    }

    private String takeMark(int c) {
        return switch (step) {
            case VALUE_OR_END -> c == ']' ? close() : begin(c);
            case KEY_OR_END -> c == '}' ? close() : beginKey(c);
            case KEY -> beginKey(c);
            case AFTER_VALUE -> afterValue(c);
            case AFTER_ALL -> "after top-level value";
            default -> begin(c);
        };
    }

    private String begin(int c) {
        switch (c) {
            case '{' -> {
                return open(true);
            }
            case '[' -> {
                return open(false);
            }
            case '"' -> step = Step.STRING;
            case '-' -> step = Step.MINUS;
            case '0' -> step = Step.ZERO;
            case 't' -> beginWord("true");
            case 'f' -> beginWord("false");
            case 'n' -> beginWord("null");
            default -> {
                if (!isDigit(c)) {
                    return "looking for beginning of value";
                }
                step = Step.DIGITS;
            }
        }
        return "";
    }

    private void beginWord(String expected) {
        step = Step.WORD;
        word = expected;
        count = 1;
    }

    private String beginKey(int c) {
        if (c != '"') {
            return "looking for beginning of object key string";
        }
        place = Place.KEY;
        step = Step.STRING;
        return "";
    }

    private String open(boolean object) {
        objects.set(depth, object);
        depth++;
        if (depth > MAX_DEPTH) {
            return "exceeded max depth";
        }
        place = object ? Place.KEY : Place.ITEM;
        step = object ? Step.KEY_OR_END : Step.VALUE_OR_END;
        return "";
    }

    private String close() {
        depth--;
        if (depth == 0) {
            place = Place.TOP;
        } else {
            place = objects.get(depth - 1) ? Place.MEMBER : Place.ITEM;
        }
        return ended();
    }

    private String ended() {
        step = place == Place.TOP ? Step.AFTER_ALL : Step.AFTER_VALUE;
        return "";
    }

    private String afterValue(int c) {
        return switch (place) {
            case KEY -> next(c, ':', Place.MEMBER, Step.VALUE, "after object key");
            case MEMBER -> c == '}' ? close() : next(c, ',', Place.KEY, Step.KEY, "after object key:value pair");
            default -> c == ']' ? close() : next(c, ',', Place.ITEM, Step.VALUE, "after array element");
        };
    }

    private String next(int c, int wanted, Place nextPlace, Step nextStep, String context) {
        if (c != wanted) {
            return context;
        }
        place = nextPlace;
        step = nextStep;
        return "";
    }

    private String takeInString(int c) {
        if (step == Step.HEX) {
            if (Character.digit(c, 16) < 0 || c > 'f') {
                return "in \\u hexadecimal character escape";
            }
            count--;
            step = count == 0 ? Step.STRING : Step.HEX;
        } else if (step == Step.ESCAPE) {
            if ("bfnrt\\/\"u".indexOf(c) < 0) {
                return "in string escape code";
            }
            count = 4;
            step = c == 'u' ? Step.HEX : Step.STRING;
        } else if (c == '"') {
            return ended();
        } else if (c == '\\') {
            step = Step.ESCAPE;
        } else if (c < ' ') {
            return "in string literal";
        }
        return "";
    }

    private String takeInWord(int c) {
        if (c != word.charAt(count)) {
            return "in literal %s (expecting '%s')".formatted(word, word.charAt(count));
        }
        count++;
        return count == word.length() ? ended() : "";
    }

    private String takeInNumber(int c) {
        switch (step) {
            case MINUS -> {
                if (!isDigit(c)) {
                    return "in numeric literal";
                }
                step = c == '0' ? Step.ZERO : Step.DIGITS;
            }
            case POINT -> {
                if (!isDigit(c)) {
                    return "after decimal point in numeric literal";
                }
                step = Step.DECIMALS;
            }
            case EXPONENT, EXPONENT_SIGN -> {
                if (step == Step.EXPONENT && (c == '+' || c == '-')) {
                    step = Step.EXPONENT_SIGN;
                } else if (isDigit(c)) {
                    step = Step.EXPONENT_DIGITS;
                } else {
                    return "in exponent of numeric literal";
                }
            }
            default -> {
                return takeAfterDigit(c);
            }
        }
        return "";
    }

    private String takeAfterDigit(int c) {
        if (isDigit(c) && step != Step.ZERO) {
            return "";
        }
        if (c == '.' && (step == Step.ZERO || step == Step.DIGITS)) {
            step = Step.POINT;
            return "";
        }
        if ((c == 'e' || c == 'E') && step != Step.EXPONENT_DIGITS) {
            step = Step.EXPONENT;
            return "";
        }
        ended();
        return take(c);
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** As Go shows the character whose code is this one byte. */
    private static String quoted(int c) {
        return "'" + (c == '\'' ? "\\'" : GoQuote.of(c)) + "'";
    }
}
