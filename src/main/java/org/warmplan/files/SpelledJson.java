package org.warmplan.files;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.warmplan.domain.InputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * JSON as somebody wrote it: numbers keep their spelling ({@code 1.90}, {@code 1.9e-8}), objects the order of their
 * members and every duplicate key. For files that belong to another program and must come back as they were. Strings
 * keep their value, not their escapes; half of a surrogate pair becomes U+FFFD, as it does in Go.
 */
public sealed interface SpelledJson {
    /** An object; keys may stand twice. */
    record Members(List<Member> members) implements SpelledJson {
        public Members {
            members = List.copyOf(members);
        }
    }

    /** One key of an object with its value. */
    record Member(String key, SpelledJson value) {}

    /** An array. */
    record Items(List<SpelledJson> items) implements SpelledJson {
        public Items {
            items = List.copyOf(items);
        }
    }

    record Text(String value) implements SpelledJson {}

    /** A number, as spelled; always sound JSON. */
    record Numeral(String spelling) implements SpelledJson {}

    record Flag(boolean value) implements SpelledJson {}

    /** {@code null}. */
    record Nothing() implements SpelledJson {}

    /**
     * Reads one JSON value, within the limits of {@link JsonText} on nesting and on the length of a number.
     *
     * @throws InputException when it is no sound JSON; the message never repeats words of the text, which may be secrets
     */
    static SpelledJson read(String name, String text) {
        if (text.isBlank()) {
            throw new InputException(name + " is empty, not JSON. Maybe writing it was cut short.");
        }
        if (text.startsWith("\uFEFF")) {
            throw new InputException(name + " begins with a byte order mark, which JSON does not have."
                    + " Maybe save it as UTF-8 without the mark.");
        }
        try (JsonParser parser = JsonText.parser(text)) {
            SpelledJson value = readValue(parser, parser.nextToken());
            if (parser.nextToken() != null) {
                throw new InputException("%s goes on after its end at line %d, column %d. Maybe two files were joined."
                        .formatted(
                                name,
                                parser.currentTokenLocation().getLineNr(),
                                parser.currentTokenLocation().getColumnNr()));
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw new InputException(
                    "%s nests deeper than %d or has a number of more than %d characters. Maybe it is another kind of file."
                            .formatted(name, JsonText.MAX_NESTING, JsonText.MAX_NUMBER),
                    e);
        } catch (JacksonException e) {
            throw JsonText.unsound(name, text, e);
        }
    }

    /** Two-space indent, {@code \n} line ends, one at the end. */
    default String write() {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JsonText.generator(text, true)) {
            writeTo(generator, this);
        }
        return text + "\n";
    }

    /** All on one line. */
    default String writeLine() {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JsonText.generator(text, false)) {
            writeTo(generator, this);
        }
        return text.toString();
    }

    private static SpelledJson readValue(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> readMembers(parser);
            case START_ARRAY -> readItems(parser);
            case VALUE_STRING -> new Text(wholeCharacters(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Numeral(parser.getString());
            case VALUE_TRUE -> new Flag(true);
            case VALUE_FALSE -> new Flag(false);
            case VALUE_NULL -> new Nothing();
            default -> throw new IllegalStateException("No JSON value begins with " + token + ".");
        };
    }

    private static Members readMembers(JsonParser parser) {
        List<Member> members = new ArrayList<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = wholeCharacters(parser.currentName());
            members.add(new Member(key, readValue(parser, parser.nextToken())));
        }
        return new Members(members);
    }

    private static Items readItems(JsonParser parser) {
        List<SpelledJson> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(readValue(parser, token));
        }
        return new Items(items);
    }

    private static void writeTo(JsonGenerator generator, SpelledJson value) {
        if (value instanceof Members object) {
            generator.writeStartObject();
            for (Member member : object.members()) {
                generator.writeName(member.key());
                writeTo(generator, member.value());
            }
            generator.writeEndObject();
        } else if (value instanceof Items array) {
            generator.writeStartArray();
            array.items().forEach(item -> writeTo(generator, item));
            generator.writeEndArray();
        } else if (value instanceof Numeral number) {
            generator.writeNumber(number.spelling());
        } else if (value instanceof Text text) {
            generator.writeString(text.value());
        } else if (value instanceof Flag flag) {
            generator.writeBoolean(flag.value());
        } else {
            generator.writeNull();
        }
    }

    private static boolean hasSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static String wholeCharacters(String text) {
        if (!hasSurrogate(text)) {
            return text;
        }
        StringBuilder whole = new StringBuilder();
        text.codePoints().forEach(c -> whole.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
        return whole.toString();
    }
}
