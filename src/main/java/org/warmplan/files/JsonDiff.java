package org.warmplan.files;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.warmplan.files.SpelledJson.Flag;
import org.warmplan.files.SpelledJson.Items;
import org.warmplan.files.SpelledJson.Member;
import org.warmplan.files.SpelledJson.Members;
import org.warmplan.files.SpelledJson.Nothing;
import org.warmplan.files.SpelledJson.Numeral;
import org.warmplan.files.SpelledJson.Text;

/**
 * What makes one JSON list out of another, as an RFC 6902 JSON Patch: what is gone is removed, what changed places is
 * moved, what is new is added, then items are changed member by member where they stand at last. Numbers are compared and
 * kept as spelled: to the library they are text, so that no size or exponent is too much for it.
 */
public final class JsonDiff {
    /** Every item of one list is compared with every item of the other; longer ones are replaced whole. */
    private static final int MOST_ITEMS = 4_000;

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final char NUMERAL = '#';
    private static final char TEXT = '"';

    private final List<JsonValue> source;
    private final List<JsonValue> target;
    private final ListMatch match;
    private final List<SpelledJson> operations = new ArrayList<>();

    /**
     * An item of a list.
     *
     * @param names what it is known by, the most telling first: an item that changed is found again by the first name
     *     both lists have it under; without names by its place between items that stay
     */
    public record Named(SpelledJson item, List<String> names) {
        public Named {
            names = List.copyOf(names);
        }
    }

    private JsonDiff(List<JsonValue> source, List<JsonValue> target, ListMatch match) {
        this.source = source;
        this.target = target;
        this.match = match;
    }

    /** The operations, in their order; none when the lists are alike. Of duplicate keys the last counts. */
    public static Items between(List<Named> before, List<Named> after) {
        List<JsonValue> source = toLibrary(before);
        List<JsonValue> target = toLibrary(after);
        if (source.equals(target)) {
            return new Items(List.of());
        }
        if (source.size() + target.size() > MOST_ITEMS) {
            Items whole = new Items(after.stream().map(Named::item).toList());
            return new Items(List.of(operation("replace", "", whole)));
        }
        ListMatch match = ListMatch.of(source, target, names(before), names(after));
        return new Items(new JsonDiff(source, target, match).operations());
    }

    private List<SpelledJson> operations() {
        match.removed().forEach(index -> operations.add(operation("remove", "/" + index)));
        match.moves()
                .forEach(move -> operations.add(new Members(List.of(
                        new Member("op", new Text("move")),
                        new Member("from", new Text("/" + move.from())),
                        new Member("path", new Text("/" + move.to()))))));
        match.added().forEach(index -> operations.add(operation("add", "/" + index, fromLibrary(target.get(index)))));
        for (int index = 0; index < target.size(); index++) {
            int old = match.sourceOf(index);
            if (old >= 0) {
                change("/" + index, source.get(old), target.get(index));
            }
        }
        return operations;
    }

    private void change(String path, JsonValue old, JsonValue now) {
        if (old.equals(now)) {
            return;
        }
        boolean alike = old.getValueType() == now.getValueType() && longest(old) + longest(now) <= MOST_ITEMS;
        if (alike && old instanceof JsonStructure from && now instanceof JsonStructure to) {
            JSON.createDiff(from, to)
                    .toJsonArray()
                    .forEach(operation -> operations.add(operation(path, operation.asJsonObject())));
        } else {
            operations.add(operation("replace", path, fromLibrary(now)));
        }
    }

    private static Members operation(String op, String path) {
        return new Members(List.of(new Member("op", new Text(op)), new Member("path", new Text(path))));
    }

    private static Members operation(String op, String path, SpelledJson value) {
        List<Member> members = new ArrayList<>(operation(op, path).members());
        members.add(new Member("value", value));
        return new Members(members);
    }

    /** One of the library's operations inside the item at {@code path}. */
    private static Members operation(String path, JsonObject operation) {
        String op = operation.getString("op");
        String inside = path + operation.getString("path");
        JsonValue value = operation.get("value");
        return value == null ? operation(op, inside) : operation(op, inside, fromLibrary(value));
    }

    private static List<List<String>> names(List<Named> items) {
        return items.stream().map(Named::names).toList();
    }

    private static List<JsonValue> toLibrary(List<Named> items) {
        return items.stream().map(named -> toLibrary(named.item())).toList();
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
