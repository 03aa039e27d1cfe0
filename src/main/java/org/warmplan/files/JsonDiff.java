package org.warmplan.files;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.warmplan.domain.InputException;
import org.warmplan.files.SpelledJson.Flag;
import org.warmplan.files.SpelledJson.Items;
import org.warmplan.files.SpelledJson.Member;
import org.warmplan.files.SpelledJson.Members;
import org.warmplan.files.SpelledJson.Nothing;
import org.warmplan.files.SpelledJson.Numeral;
import org.warmplan.files.SpelledJson.Text;

/**
 * What makes one JSON list out of another, as an RFC 6902 JSON Patch. Items that both have stay where they are (longest
 * common subsequence); between them, items are changed member by member. Numbers are compared and kept as spelled: to the
 * library they are text, so that no size or exponent is too much for it.
 */
public final class JsonDiff {
    /** The library compares every item of one list with every item of the other; longer ones are replaced whole. */
    private static final int MOST_ITEMS = 4_000;

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final char NUMERAL = '#';
    private static final char TEXT = '"';

    private JsonDiff() {}

    /**
     * The operations, in their order; none when the lists are alike. Of duplicate keys the last counts.
     *
     * @throws InputException when one of the texts is no sound JSON
     * @throws IllegalArgumentException when one is no list
     */
    public static Items between(String before, String after) {
        return between(SpelledJson.read("the file before", before), SpelledJson.read("the file after", after));
    }

    private static Items between(SpelledJson before, SpelledJson after) {
        if (!(toLibrary(before) instanceof JsonArray source) || !(toLibrary(after) instanceof JsonArray target)) {
            throw new IllegalArgumentException("Only lists are compared.");
        }
        if (source.equals(target)) {
            return new Items(List.of());
        }
        if (longest(source) + longest(target) > MOST_ITEMS) {
            return new Items(List.of(replaceAll(after)));
        }
        List<SpelledJson> operations = new ArrayList<>();
        JSON.createDiff(source, target)
                .toJsonArray()
                .forEach(operation -> operations.add(operation(operation.asJsonObject())));
        return new Items(operations);
    }

    private static Members replaceAll(SpelledJson value) {
        return new Members(List.of(
                new Member("op", new Text("replace")), new Member("path", new Text("")), new Member("value", value)));
    }

    private static Members operation(JsonObject operation) {
        List<Member> members = new ArrayList<>();
        operation.forEach((key, value) -> members.add(new Member(
                key, key.equals("value") ? fromLibrary(value) : new Text(((JsonString) value).getString()))));
        return new Members(members);
    }

    /** The longest list anywhere inside. */
    private static int longest(JsonValue value) {
        if (value instanceof JsonArray array) {
            return Math.max(array.size(), longestOf(array));
        }
        return value instanceof JsonObject object ? longestOf(object.values()) : 0;
    }

    private static int longestOf(Collection<JsonValue> values) {
        return values.stream().mapToInt(JsonDiff::longest).max().orElse(0);
    }

    private static JsonValue toLibrary(SpelledJson value) {
        if (value instanceof Members object) {
            JsonObjectBuilder builder = JSON.createObjectBuilder();
            object.members().forEach(member -> builder.add(member.key(), toLibrary(member.value())));
            return builder.build();
        }
        if (value instanceof Items array) {
            JsonArrayBuilder builder = JSON.createArrayBuilder();
            array.items().forEach(item -> builder.add(toLibrary(item)));
            return builder.build();
        }
        if (value instanceof Numeral number) {
            return JSON.createValue(NUMERAL + number.spelling());
        }
        if (value instanceof Text text) {
            return JSON.createValue(TEXT + text.value());
        }
        if (value instanceof Flag flag) {
            return flag.value() ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return JsonValue.NULL;
    }

    private static SpelledJson fromLibrary(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT ->
                new Members(value.asJsonObject().entrySet().stream()
                        .map(member -> new Member(member.getKey(), fromLibrary(member.getValue())))
                        .toList());
            case ARRAY ->
                new Items(
                        value.asJsonArray().stream().map(JsonDiff::fromLibrary).toList());
            case STRING -> scalar(((JsonString) value).getString());
            case TRUE, FALSE -> new Flag(value.equals(JsonValue.TRUE));
            case NULL -> new Nothing();
            case NUMBER -> throw new IllegalStateException("A number of the patch is not ours: " + value);
        };
    }

    private static SpelledJson scalar(String marked) {
        String content = marked.substring(1);
        return marked.charAt(0) == NUMERAL ? new Numeral(content) : new Text(content);
    }
}
