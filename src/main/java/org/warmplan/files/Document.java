package org.warmplan.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.warmplan.domain.InputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON or YAML document with its name and, for YAML, the line of every value.
 *
 * @param name what to call it in messages, usually the file's path
 * @param lines line (from 1) by path, like {@code workers[0].name}; empty for JSON
 */
public record Document(String name, JsonNode root, Map<String, Integer> lines) {
    public Document {
        lines = Map.copyOf(lines);
    }

    /** Reads a YAML file. */
    public static Document ofYaml(Path file, String what) {
        return YamlText.read(file.toString(), TextFile.read(file, what));
    }

    /** Reads a JSON file of one of our own formats. */
    public static Document ofJson(Path file, String what) {
        return new Document(file.toString(), JsonText.readStrict(file.toString(), TextFile.read(file, what)), Map.of());
    }

    /** Reads a JSON text of one of our own formats, or one as strict. */
    public static Document ofJsonText(String name, String text) {
        return new Document(name, JsonText.readStrict(name, text), Map.of());
    }

    /** Reads a YAML value, like {@code 14} or {@code [a, b]}. */
    public static Document ofYamlText(String name, String text) {
        return YamlText.read(name, text);
    }

    /**
     * The same with other values, under another name and without lines: what is wrong with it then is not the file's fault.
     *
     * @param values by the names that lead to each; applied in their order, objects on the way are made where missing
     */
    public Document with(String other, Map<List<String>, JsonNode> values) {
        JsonNode changed = root.deepCopy();
        values.forEach((path, value) -> put((ObjectNode) changed, path, value));
        return new Document(other, changed, Map.of());
    }

    private static void put(ObjectNode top, List<String> path, JsonNode value) {
        ObjectNode object = top;
        for (String name : path.subList(0, path.size() - 1)) {
            object = object.get(name) instanceof ObjectNode there ? there : object.putObject(name);
        }
        object.set(path.get(path.size() - 1), value);
    }

    /** What stands at the end of these names; empty when nothing does. */
    public Optional<JsonNode> find(List<String> path) {
        JsonNode node = root;
        for (String name : path) {
            node = node.path(name);
        }
        return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node);
    }

    /** The top level as fields. */
    public Fields fields() {
        return Fields.of(this, "", root);
    }

    /** A mistake at {@code path}; {@code problem} goes on from the path, {@code wayOut} from "Maybe". */
    public InputException wrong(String path, String problem, String wayOut) {
        Integer line = lines.get(path);
        return new InputException("%s%s: %s %s. Maybe %s."
                .formatted(
                        name,
                        line == null ? "" : " line " + line,
                        path.isEmpty() ? "the document" : path,
                        problem,
                        wayOut));
    }
}
