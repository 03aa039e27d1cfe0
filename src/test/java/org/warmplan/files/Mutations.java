package org.warmplan.files;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Every document that differs from a given one in one place: a member gone or added, a value of another type or size. */
public final class Mutations {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String MORE = " with a field more";
    private static final List<JsonNode> VALUES = List.of(
            NODES.nullNode(),
            NODES.booleanNode(true),
            NODES.numberNode(-1),
            NODES.numberNode(0),
            NODES.numberNode(1),
            NODES.numberNode(new BigDecimal("1.5")),
            NODES.numberNode(10_000_000_000_000L),
            NODES.numberNode(BigInteger.TEN.pow(31)),
            NODES.stringNode(""),
            NODES.stringNode("0"),
            NODES.stringNode("text"),
            NODES.arrayNode(),
            NODES.arrayNode().add(1),
            NODES.objectNode(),
            NODES.objectNode().put("text", 1));

    private final JsonNode root;
    private final List<JsonNode> values;
    private final List<Mutation> all = new ArrayList<>();

    private Mutations(JsonNode root, List<JsonNode> values) {
        this.root = root;
        this.values = values;
    }

    /** A document with what was done to it. */
    public record Mutation(String what, JsonNode document) {
        @Override
        public String toString() {
            return what;
        }
    }

    /** All of them, always in the same order. */
    public static List<Mutation> of(JsonNode root) {
        Mutations mutations = new Mutations(root, VALUES);
        mutations.visit("", root);
        return mutations.all;
    }

    /** Those that only add a member. */
    public static List<Mutation> additions(JsonNode root) {
        Mutations mutations = new Mutations(root, List.of());
        mutations.visit("", root);
        return mutations.all.stream()
                .filter(mutation -> mutation.what().endsWith(MORE))
                .toList();
    }

    private void visit(String pointer, JsonNode node) {
        if (node instanceof ObjectNode object) {
            add(pointer + MORE, pointer, parent -> ((ObjectNode) parent).put("oneMore", 1));
            for (String name : object.propertyNames()) {
                add(pointer + " without " + name, pointer, parent -> ((ObjectNode) parent).remove(name));
                for (JsonNode value : values) {
                    add(
                            pointer + "/" + name + " is " + value,
                            pointer,
                            parent -> ((ObjectNode) parent).set(name, value.deepCopy()));
                }
                visit(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), object.get(name));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                for (JsonNode value : values) {
                    add(
                            pointer + "/" + i + " is " + value,
                            pointer,
                            parent -> ((ArrayNode) parent).set(index, value.deepCopy()));
                }
                visit(pointer + "/" + i, array.get(i));
            }
        }
    }

    private void add(String what, String pointer, Consumer<JsonNode> change) {
        JsonNode copy = root.deepCopy();
        change.accept(pointer.isEmpty() ? copy : copy.at(pointer));
        all.add(new Mutation(what, copy));
    }
}
