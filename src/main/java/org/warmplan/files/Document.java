package org.warmplan.files;

import java.nio.file.Path;
import java.util.Map;
import org.warmplan.domain.InputException;
import tools.jackson.databind.JsonNode;

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
