package org.warmplan.files;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.warmplan.domain.InputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** YAML 1.2 text to a tree with lines: one document, no tags of its own, no anchors or aliases, no duplicate keys. */
final class YamlText {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String name;
    private final Map<String, Integer> lines = new HashMap<>();

    private YamlText(String name) {
        this.name = name;
    }

    static Document read(String name, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setAllowDuplicateKeys(false)
                .setCodePointLimit((int) TextFile.MAX_BYTES)
                .setMaxAliasesForCollections(0)
                .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            YamlText reading = new YamlText(name);
            if (root.isEmpty()) {
                throw new InputException(name + " is empty. Maybe writing it was cut short.");
            }
            JsonNode tree = reading.tree("", root.get(), 0);
            return new Document(name, tree, reading.lines);
        } catch (MarkedYamlEngineException e) {
            String line =
                    e.getProblemMark().map(m -> " line " + (m.getLine() + 1)).orElse("");
            throw new InputException(
                    "%s%s: no sound YAML: %s. Maybe the indentation is off or a quote is missing."
                            .formatted(name, line, e.getProblem()),
                    e);
        } catch (YamlEngineException e) {
            throw new InputException(
                    "%s: no sound YAML: %s. Maybe it is another kind of file."
                            .formatted(
                                    name,
                                    String.valueOf(e.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse("")),
                    e);
        }
    }

    private JsonNode tree(String path, Node node, int depth) {
        node.getStartMark().ifPresent(mark -> lines.putIfAbsent(path, mark.getLine() + 1));
        if (node.getAnchor().isPresent()) {
            throw wrong(path, "has an anchor", "write the value out in each place");
        }
        if (depth > JsonText.MAX_NESTING) {
            throw wrong(path, "is nested more than " + JsonText.MAX_NESTING + " deep", "it is another kind of file");
        }
        if (node instanceof MappingNode mapping) {
            return object(path, mapping, depth);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = NODES.arrayNode();
            for (Node item : sequence.getValue()) {
                array.add(tree(path + "[" + array.size() + "]", item, depth + 1));
            }
            return array;
        }
        return scalar(path, (ScalarNode) node);
    }

    private ObjectNode object(String path, MappingNode mapping, int depth) {
        ObjectNode object = NODES.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw wrong(path, "has a key that is no plain word", "a brace is missing");
            }
            String child = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
            key.getStartMark().ifPresent(mark -> lines.put(child, mark.getLine() + 1));
            if (object.has(key.getValue())) {
                throw wrong(child, "stands twice", "remove one of them");
            }
            object.set(key.getValue(), tree(child, tuple.getValueNode(), depth + 1));
        }
        return object;
    }

    private JsonNode scalar(String path, ScalarNode scalar) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.STR)) {
            return NODES.stringNode(text);
        }
        if (tag.equals(Tag.NULL)) {
            return NODES.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return NODES.booleanNode(Boolean.parseBoolean(text));
        }
        try {
            if (text.length() > JsonText.MAX_NUMBER) {
                throw new NumberFormatException("too long");
            }
            if (tag.equals(Tag.INT)) {
                return integer(text);
            }
            if (tag.equals(Tag.FLOAT)) {
                BigDecimal number = new BigDecimal(text);
                if (Math.abs((long) number.scale()) > JsonText.MAX_EXPONENT) {
                    throw new NumberFormatException("exponent");
                }
                return NODES.numberNode(number);
            }
        } catch (NumberFormatException e) {
            throw wrong(path, "is " + text + ", not a usable number", "write it in plain digits");
        }
        throw wrong(path, "has the tag " + tag.getValue(), "leave out the exclamation mark");
    }

    private static JsonNode integer(String text) {
        if (text.startsWith("0x") || text.startsWith("0o")) {
            return NODES.stringNode(text);
        }
        return NODES.numberNode(new BigInteger(text));
    }

    private InputException wrong(String path, String problem, String wayOut) {
        return new Document(name, NODES.nullNode(), lines).wrong(path, problem, wayOut);
    }
}
