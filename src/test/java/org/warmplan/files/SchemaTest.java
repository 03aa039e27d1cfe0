package org.warmplan.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.InputException;
import tools.jackson.databind.JsonNode;

final class SchemaTest {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private static JsonNode tree(String name) {
        return Document.ofJson(Path.of("data", "schema", name + ".schema.json"), "The schema")
                .root();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fleet", "policy", "plan", "problem", "solution", "diff"})
    void isASoundSchemaWithAWordOnEverything(String name) {
        JsonNode schema = tree(name);

        assertThat(SchemaRegistry.withDialect(Dialects.getDraft202012())
                        .getSchema(SchemaLocation.of(DIALECT))
                        .validate(schema))
                .isEmpty();
        assertThat(schema.get("$schema").stringValue()).isEqualTo(DIALECT);
        assertThat(schema.get("$id").stringValue()).isEqualTo("urn:warmplan:schema:" + name + ":1");
        assertThat(schema.get("title").stringValue()).endsWith(", version 1");
        assertThat(schema.get("description").stringValue()).isNotBlank();
        requireWords("", schema, schema);
    }

    /** Of rules that only narrow others, nothing is asked. */
    private static void requireWords(String path, JsonNode root, JsonNode schema) {
        schema.properties().forEach(keyword -> {
            String place = path + "/" + keyword.getKey();
            switch (keyword.getKey()) {
                case "properties", "$defs" ->
                    keyword.getValue().properties().forEach(named -> {
                        if (keyword.getKey().equals("properties")) {
                            assertThat(isDescribed(root, named.getValue()))
                                    .as("a description of %s/%s", place, named.getKey())
                                    .isTrue();
                        }
                        requireWords(place + "/" + named.getKey(), root, named.getValue());
                    });
                case "items", "additionalProperties" -> requireWords(place, root, keyword.getValue());
                default -> {
                    // No rule with properties of its own.
                }
            }
        });
    }

    private static boolean isDescribed(JsonNode root, JsonNode schema) {
        JsonNode target =
                schema.has("$ref") ? root.at(schema.get("$ref").stringValue().substring(1)) : schema;
        return schema.has("description") || target.has("description");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fleet", "policy", "plan", "problem"})
    void closesEveryObject(String name) {
        requireClosed("", tree(name));
    }

    private static void requireClosed(String path, JsonNode schema) {
        boolean open = schema.path("type").toString().contains("object") && schema.has("properties");
        assertThat(open && !schema.has("additionalProperties"))
                .as("%s is open", path)
                .isFalse();
        schema.properties().forEach(child -> requireClosed(path + "/" + child.getKey(), child.getValue()));
    }

    @Test
    void readsASchemaOnce() {
        assertThat(Schema.named("fleet")).isSameAs(Schema.named("fleet"));
        assertThatThrownBy(() -> Schema.named("fleets")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesFileLinePathAndWhatTheSchemaSays() {
        Document document =
                YamlText.read("fleet.yaml", "version: 1\nworkers:\n  - name: rig\n    gpus: [{name: 1.5}]\n");

        assertThatThrownBy(() -> Schema.named("fleet").check(document))
                .isInstanceOf(InputException.class)
                .hasMessage("fleet.yaml line 4: workers[0].gpus[0].name is against the schema of this file: number"
                        + " found, [string, integer] expected. Maybe see urn:warmplan:schema:fleet:1 for what may stand"
                        + " there.");
    }

    /** To JSON Schema 1e31 is as whole as 1.0; what is not one of our amounts must be refused all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"1e31", "-1e31", "1.5", "1e-31", "10000000000000000000000000000000"})
    void refusesAmountsBeyondEveryRange(String amount) {
        JsonNode problem = JsonText.read(
                "problem.json",
                "{\"version\":1,\"classes\":[{\"id\":\"c\",\"vramMib\":" + amount
                        + "}],\"workers\":[],\"gpus\":[],\"workloads\":[]}");

        assertThat(Schema.named("problem").mistakes(problem))
                .isNotEmpty()
                .allSatisfy(mistake -> assertThat(mistake).startsWith("classes[0].vramMib: "));
    }

    @Test
    void takesAMistakeOfOursForOne() {
        JsonNode plan = JsonText.read("plan.json", "{\"rig1\": [{\"op\": \"test\", \"path\": \"\", \"value\": 1}]}");

        assertThatThrownBy(() -> Schema.named("diff").require("diff.json", plan))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("diff.json")
                .hasMessageContaining("rig1[0].op");
    }
}
