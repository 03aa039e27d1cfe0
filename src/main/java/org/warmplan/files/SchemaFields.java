package org.warmplan.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields that the schema of one of our own formats knows, by dotted path, like {@code demand.windowDays}. */
public final class SchemaFields {
    private static final String ANY_NAME = "additionalProperties";

    private final JsonNode schema;

    private SchemaFields(JsonNode schema) {
        this.schema = schema;
    }

    /** Those of a schema by the first part of its file's name. */
    public static SchemaFields named(String schema) {
        return new SchemaFields(Schema.tree(schema));
    }

    /** The names that lead to a field, also where one of them has dots in it; empty for one that is not known. */
    public Optional<List<String>> findPath(String dotted) {
        List<String> path = new ArrayList<>();
        JsonNode rule = schema;
        String rest = dotted;
        while (!rest.isEmpty()) {
            String name = rule.path(ANY_NAME).isObject() ? rest : rest.split("\\.", 2)[0];
            Optional<JsonNode> child = findChild(rule, name);
            if (child.isEmpty()) {
                return Optional.empty();
            }
            path.add(name);
            rule = child.get();
            rest = rest.equals(name) ? "" : rest.substring(name.length() + 1);
            if (rest.isEmpty() && !dotted.endsWith(name)) {
                return Optional.empty();
            }
        }
        return path.isEmpty() ? Optional.empty() : Optional.of(path);
    }

    /** What the schema says of a known field, usually with unit and range; empty when it says nothing. */
    public String describe(List<String> path) {
        JsonNode rule = schema;
        for (String name : path) {
            rule = findChild(rule, name).orElseThrow(() -> new IllegalArgumentException("No field " + path + "."));
        }
        return rule.path("description").asString("");
    }

    /** The known field that is written most like this one, alone or by its last name. */
    public String nearest(String dotted) {
        return listed("", schema).stream()
                .min(Comparator.comparingInt(known -> distance(known, dotted)))
                .orElseThrow();
    }

    private List<String> listed(String path, JsonNode rule) {
        List<String> all = new ArrayList<>();
        for (String name : rule.path("properties").propertyNames()) {
            String child = path.isEmpty() ? name : path + "." + name;
            all.add(child);
            all.addAll(listed(child, findChild(rule, name).orElseThrow()));
        }
        return all;
    }

    private Optional<JsonNode> findChild(JsonNode rule, String name) {
        JsonNode child = rule.path("properties").path(name);
        if (child.isMissingNode()) {
            child = rule.path(ANY_NAME);
        }
        return child instanceof ObjectNode object ? Optional.of(resolved(object)) : Optional.empty();
    }

    /** With what its {@code $ref} says; what stands beside that is nearer. */
    private JsonNode resolved(ObjectNode rule) {
        JsonNode reference = rule.get("$ref");
        if (reference == null) {
            return rule;
        }
        ObjectNode whole =
                (ObjectNode) schema.at(reference.stringValue().substring(1)).deepCopy();
        rule.propertyStream().forEach(field -> whole.set(field.getKey(), field.getValue()));
        return whole;
    }

    private static int distance(String known, String meant) {
        int whole = edits(known, meant);
        int last = edits(known.substring(known.lastIndexOf('.') + 1), meant.substring(meant.lastIndexOf('.') + 1));
        return Math.min(2 * whole, 2 * last + 1);
    }

    /** Letters to add, drop or replace (Levenshtein). */
    private static int edits(String from, String to) {
        int[] before = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = before[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(before[j], row[j - 1]));
            }
            before = row;
        }
        return before[to.length()];
    }
}
