package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmplan.cli.PolicyNotes.Note;
import org.warmplan.files.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every setting of policy.yaml says its unit, its range as the schema has it, and where it comes from. */
final class PolicyCommentsTest {
    private static final Path POLICY = Path.of("solver-config", "policy.yaml");
    private static final JsonNode SCHEMA = Document.ofJson(
                    Path.of("data", "schema", "policy.schema.json"), "The schema")
            .root();

    @TempDir
    Path folder;

    @Test
    void everySettingSaysUnitRangeAndSource() throws IOException {
        assertThat(complaints(POLICY)).isEmpty();
    }

    @Test
    void missesABracketThatIsTakenAway() throws IOException {
        assertThat(complaints(changed(" [days; 1 to 3650; assumption]", "")))
                .containsExactly("demand.windowDays: has no [unit; lowest to highest; source] over it");
    }

    @Test
    void findsARangeThatIsNotTheSchemas() throws IOException {
        assertThat(complaints(changed("[days; 1 to 3650; assumption]", "[days; 1 to 365; assumption]")))
                .containsExactly("demand.windowDays: 1 to 365, but the schema takes 1 to 3650");
    }

    @Test
    void findsAnInlineSettingWithoutItsRange() throws IOException {
        assertThat(complaints(changed("# seconds: how long one card is busy with it.", "# How long.")))
                .contains("demand.jobs.llm.seconds: has no [unit; lowest to highest; source] over it")
                .hasSize(9);
    }

    private Path changed(String from, String to) throws IOException {
        String text = Files.readString(POLICY);
        assertThat(text).contains(from);
        return Files.writeString(folder.resolve("policy.yaml"), text.replace(from, to));
    }

    private static List<String> complaints(Path file) throws IOException {
        Document document = Document.ofYaml(file, "The policy");
        PolicyNotes notes = new PolicyNotes(Files.readString(file), document);
        List<String> complaints = new ArrayList<>();
        for (String path : settings("", document.root(), SCHEMA)) {
            Optional<Note> note = notes.find(path);
            note.ifPresentOrElse(
                    found -> complaint(path, found).ifPresent(complaints::add),
                    () -> complaints.add(path + ": has no [unit; lowest to highest; source] over it"));
        }
        return complaints;
    }

    /** The dotted paths of all leaves; a list is one, and so is an object whose names are free. */
    private static List<String> settings(String path, JsonNode node, JsonNode schema) {
        if (!node.isObject() || schema.path("additionalProperties").isObject()) {
            return List.of(path);
        }
        return node.propertyNames().stream()
                .flatMap(name ->
                        settings(path.isEmpty() ? name : path + "." + name, node.get(name), child(schema, name))
                                .stream())
                .toList();
    }

    private static Optional<String> complaint(String path, Note note) {
        JsonNode rule = rule(path);
        String taken = taken(rule);
        return note.numbers()
                        .map(numbers -> numbers.equals(bounds(rule)))
                        .orElse(note.range().equals(taken))
                ? Optional.empty()
                : Optional.of(path + ": " + note.range() + ", but the schema takes " + taken);
    }

    private static JsonNode rule(String path) {
        JsonNode rule = SCHEMA;
        for (String name : path.split("\\.")) {
            rule = child(rule, name);
        }
        return rule;
    }

    private static JsonNode child(JsonNode schema, String name) {
        JsonNode child = schema.path("properties").path(name);
        assertThat(child.isObject()).as("the schema knows " + name).isTrue();
        if (!child.has("$ref")) {
            return child;
        }
        String[] target = child.get("$ref").stringValue().split("/");
        ObjectNode merged =
                (ObjectNode) SCHEMA.get("$defs").get(target[target.length - 1]).deepCopy();
        child.propertyStream().forEach(own -> merged.set(own.getKey(), own.getValue()));
        return merged;
    }

    private static String taken(JsonNode rule) {
        if (rule.path("items").has("enum")) {
            return String.join(
                    " or ",
                    rule.get("items")
                            .get("enum")
                            .valueStream()
                            .map(JsonNode::stringValue)
                            .toList());
        }
        if (rule.path("type").toString().contains("boolean")) {
            return "true or false";
        }
        List<BigDecimal> bounds = bounds(rule);
        return bounds.isEmpty()
                ? "any"
                : bounds.get(0).toPlainString() + " to " + bounds.get(1).toPlainString();
    }

    /** Lowest and highest of the numbers that a rule takes, itself or in what it holds; empty if it takes others. */
    private static List<BigDecimal> bounds(JsonNode rule) {
        if (rule.has("const")) {
            return List.of(plain(rule.get("const")), plain(rule.get("const")));
        }
        return Stream.of(rule, rule.path("additionalProperties"), rule.path("items"))
                .filter(bounded -> bounded.has("minimum"))
                .map(bounded -> List.of(plain(bounded.get("minimum")), plain(bounded.get("maximum"))))
                .findFirst()
                .orElse(List.of());
    }

    private static BigDecimal plain(JsonNode number) {
        BigDecimal value = number.decimalValue().stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }
}
