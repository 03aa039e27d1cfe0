package org.warmplan.report;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.warmplan.files.SpelledJson;
import org.warmplan.worker.AiModelsFile;

/** diff.json, applied by code that shares nothing with what makes it. */
final class DiffJsonTest {
    private static final int CASES = 2_000;
    private static final long SEED = 20_261_123;

    private final Random random = new Random(SEED);

    @Test
    void leadsFromTheFileInUseToThePublishedOne() {
        int moves = 0;
        for (int i = 0; i < CASES; i++) {
            List<String> entries = entries();
            AiModelsFile before = file(entries);
            AiModelsFile after = file(changed(entries));
            String diff = DiffJson.write(new TreeMap<>(Map.of("rig", before)), published("rig", after));

            assertThat(diff).doesNotContain("s3cret");
            assertThat(apply(diff, "rig", before))
                    .as("%s to %s by %s", before.redacted(), after.redacted(), diff)
                    .isEqualTo(marked(after));
            moves += diff.contains("\"move\"") ? 1 : 0;
        }
        assertThat(moves).isGreaterThan(CASES / 10);
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

    /** Numbers and texts as marked texts, so that the other implementation keeps every spelling. */
    private static JsonValue marked(SpelledJson value) {
        if (value instanceof SpelledJson.Members object) {
            JsonObjectBuilder builder = Json.createObjectBuilder();
            object.members().forEach(member -> builder.add(member.key(), marked(member.value())));
            return builder.build();
        }
        if (value instanceof SpelledJson.Items list) {
            JsonArrayBuilder builder = Json.createArrayBuilder();
            list.items().forEach(item -> builder.add(marked(item)));
            return builder.build();
        }
        if (value instanceof SpelledJson.Numeral number) {
            return Json.createValue("number " + number.spelling());
        }
        if (value instanceof SpelledJson.Text text) {
            return Json.createValue("text " + text.value());
        }
        return value instanceof SpelledJson.Flag flag
                ? (flag.value() ? JsonValue.TRUE : JsonValue.FALSE)
                : JsonValue.NULL;
    }

    private static JsonValue marked(AiModelsFile file) {
        return marked(SpelledJson.read("aiModels.json", file.redacted()));
    }

    /** RFC 6902, by an implementation that is not ours. */
    private static JsonValue apply(String diff, String worker, AiModelsFile before) {
        SpelledJson root = SpelledJson.read("diff.json", diff);
        JsonArrayBuilder patch = Json.createArrayBuilder();
        for (SpelledJson.Member member : ((SpelledJson.Members) root).members()) {
            assertThat(member.key()).isEqualTo(worker);
            ((SpelledJson.Items) member.value()).items().forEach(operation -> patch.add(operation(operation)));
        }
        return Json.createPatch(patch.build()).apply(marked(before).asJsonArray());
    }

    private static JsonValue operation(SpelledJson operation) {
        JsonObjectBuilder builder = Json.createObjectBuilder();
        for (SpelledJson.Member member : ((SpelledJson.Members) operation).members()) {
            builder.add(
                    member.key(),
                    member.value() instanceof SpelledJson.Text text
                                    && !member.key().equals("value")
                            ? Json.createValue(text.value())
                            : marked(member.value()));
        }
        return builder.build();
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
