package org.warmplan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.warmplan.files.JsonText;
import org.warmplan.worker.AiModelsFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** diff.json, applied by code that shares nothing with what makes it. */
final class DiffJsonTest {
    private static final int CASES = 2_000;
    private static final long SEED = 20_261_123;

    private final Random random = new Random(SEED);

    @Test
    void leadsFromTheFileInUseToThePublishedOne() {
        for (int i = 0; i < CASES; i++) {
            List<String> entries = entries();
            AiModelsFile before = file(entries);
            AiModelsFile after = file(changed(entries));
            String diff = DiffJson.write(new TreeMap<>(Map.of("rig", before)), published("rig", after));

            assertThat(diff).doesNotContain("s3cret");
            assertThat(apply(JsonText.readStrict("diff.json", diff).get("rig"), tree(before)))
                    .as("%s to %s", before.redacted(), after.redacted())
                    .isEqualTo(tree(after));
        }
    }

    @Test
    void beginsWithNothingWhereNoFileIsInUse() {
        AiModelsFile after = file(List.of("{\"pipeline\":\"llm\",\"model_id\":\"m\",\"price_per_unit\":1.90}"));

        assertThat(DiffJson.write(new TreeMap<>(), published("rig1", after))).isEqualTo("""
                {
                  "rig1": [
                    {
                      "op": "add",
                      "path": "/0",
                      "value": {
                        "pipeline": "llm",
                        "model_id": "m",
                        "price_per_unit": 1.90
                      }
                    }
                  ]
                }
                """);
    }

    @Test
    void namesAFileThatStays() {
        AiModelsFile file = file(List.of("{\"note\":1e400}"));

        assertThat(DiffJson.write(new TreeMap<>(Map.of("rig1", file)), published("rig1", file)))
                .isEqualTo("{\n  \"rig1\": []\n}\n");
        assertThat(DiffJson.write(new TreeMap<>(), published("rig1", file))).contains("1e400");
    }

    private static SortedMap<String, AiModelsFile> published(String worker, AiModelsFile file) {
        return new TreeMap<>(Map.of(worker, file));
    }

    private static AiModelsFile file(List<String> entries) {
        return AiModelsFile.read("aiModels.json", "[" + String.join(",", entries) + "]");
    }

    private static JsonNode tree(AiModelsFile file) {
        return JsonText.read("aiModels.json", file.redacted());
    }

    /** RFC 6902, as far as diff.json uses it. */
    private static JsonNode apply(JsonNode patch, JsonNode document) {
        for (JsonNode operation : patch) {
            String path = operation.get("path").stringValue();
            JsonNode parent = document.at(path.substring(0, path.lastIndexOf('/')));
            String key =
                    path.substring(path.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
            String op = operation.get("op").stringValue();
            assertThat(parent).as(path).isInstanceOfAny(ArrayNode.class, ObjectNode.class);
            if (parent instanceof ArrayNode array) {
                change(array, op, Integer.parseInt(key), operation.get("value"));
            } else {
                change((ObjectNode) parent, op, key, operation.get("value"));
            }
        }
        return document;
    }

    private static void change(ArrayNode array, String op, int index, JsonNode value) {
        switch (op) {
            case "add" -> array.insert(index, value);
            case "remove" -> assertThat(array.remove(index)).isNotNull();
            default -> array.set(index, value);
        }
    }

    private static void change(ObjectNode object, String op, String key, JsonNode value) {
        assertThat(object.has(key)).as(key).isEqualTo(!op.equals("add"));
        if (op.equals("remove")) {
            object.remove(key);
        } else {
            object.set(key, value);
        }
    }

    private List<String> entries() {
        List<String> entries = new ArrayList<>();
        for (int n = random.nextInt(6); n > 0; n--) {
            entries.add(entry());
        }
        return entries;
    }

    /** Some of the entries, in part in another order, with new ones between them. */
    private List<String> changed(List<String> entries) {
        List<String> changed = new ArrayList<>();
        for (String entry : entries) {
            int fate = random.nextInt(4);
            if (fate == 0) {
                changed.add(entry());
            }
            if (fate != 1) {
                changed.add(random.nextInt(changed.size() + 1), entry);
            }
        }
        return random.nextInt(8) == 0 ? entries() : changed;
    }

    private String entry() {
        StringJoiner entry = new StringJoiner(",", "{", "}");
        entry.add("\"pipeline\":\"" + (random.nextBoolean() ? "llm" : "upscale") + "\"");
        entry.add("\"model_id\":\"m" + random.nextInt(3) + "\"");
        any(entry, "\"warm\":" + random.nextBoolean());
        any(entry, "\"Warm\":" + random.nextBoolean());
        any(entry, "\"capacity\":" + random.nextInt(3));
        any(entry, "\"price_per_unit\":1.90e" + random.nextInt(3));
        any(entry, "\"token\":\"s3cret" + random.nextInt(3) + "\"");
        any(entry, "\"token\":null");
        any(entry, "\"url\":\"http://me:s3cret@host/a?s3cret\"");
        any(entry, "\"optimization_flags\":{\"SFAST\":" + random.nextBoolean() + ",\"KEY\":\"s3cret\"}");
        any(entry, "\"a/b~c\":[1.50,{\"deep\":[" + random.nextInt(3) + ",\"s3cret\"]}]");
        return entry.toString();
    }

    private void any(StringJoiner entry, String member) {
        if (random.nextInt(3) == 0) {
            entry.add(member);
        }
    }
}
