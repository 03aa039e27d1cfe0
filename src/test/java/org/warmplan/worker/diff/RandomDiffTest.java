package org.warmplan.worker.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.warmplan.files.SpelledJson;
import org.warmplan.worker.AiModel;
import org.warmplan.worker.AiModelsFile;
import org.warmplan.worker.WorkerSetup;

/** Files with all that entries may have: whatever differs is told, nothing is told of what does not, and no secret ever. */
final class RandomDiffTest {
    private static final int CASES = 10_000;
    private static final long SEED = 20_261_124;

    private final Random random = new Random(SEED);

    @Test
    void passesNothingOver() {
        List<WorkerSetup> setups = List.of(
                WorkerSetup.combined(List.of("0", "1"), 1),
                WorkerSetup.remote(List.of("0"), 2),
                WorkerSetup.orchestrator(true));
        int alike = 0;
        for (int i = 0; i < CASES; i++) {
            List<String> entries = entries();
            AiModelsFile before = file(entries);
            AiModelsFile after = file(changed(entries));
            WorkerSetup setup = i % 4 == 3 ? FileDiff.roomFor(before, after) : setups.get(i % 4);
            FileDiff diff = FileDiff.between(before, after, setup);
            boolean same = raws(before).equals(raws(after));

            assertThat(diff.changes().isEmpty())
                    .as("%s to %s: %s", before.write(), after.write(), diff)
                    .isEqualTo(same);
            assertThat(diff.sentences(SlotNames.numbers()).toString()).doesNotContain("s3cret");
            assertThat(diff.changesAnything())
                    .as("%s to %s: %s", before.write(), after.write(), diff)
                    .isEqualTo(!meanings(before).equals(meanings(after)));
            alike += same ? 1 : 0;
        }
        assertThat(alike).isBetween(CASES / 100, CASES / 2);
    }

    private static List<SpelledJson> raws(AiModelsFile file) {
        return file.entries().stream().map(AiModel::raw).toList();
    }

    private static List<Object> meanings(AiModelsFile file) {
        return file.entries().stream().map(SameMeaning::of).toList();
    }

    private static AiModelsFile file(List<String> entries) {
        return AiModelsFile.read("aiModels.json", "[" + String.join(",", entries) + "]");
    }

    private List<String> entries() {
        List<String> entries = new ArrayList<>();
        for (int n = random.nextInt(5); n > 0; n--) {
            entries.add(entry());
        }
        return entries;
    }

    private List<String> changed(List<String> entries) {
        List<String> changed = new ArrayList<>(entries);
        for (int n = random.nextInt(3); n > 0; n--) {
            int at = random.nextInt(changed.size() + 1);
            switch (random.nextInt(4)) {
                case 0 -> changed.add(at, entry());
                case 1 -> changed.stream().findFirst().ifPresent(changed::remove);
                case 2 -> Collections.shuffle(changed, random);
                default -> {
                    if (at < changed.size()) {
                        changed.set(at, entry());
                    }
                }
            }
        }
        return changed;
    }

    private String entry() {
        StringJoiner entry = new StringJoiner(",", "{", "}");
        entry.add("\"pipeline\":\"" + (random.nextBoolean() ? "llm" : "live-video-to-video") + "\"");
        entry.add("\"model_id\":\"m" + random.nextInt(2) + "\"");
        any(entry, "\"warm\":" + random.nextBoolean());
        any(entry, "\"WARM\":" + random.nextBoolean());
        any(entry, "\"capacity\":" + (random.nextInt(4) - 1));
        any(entry, "\"price_per_unit\":" + List.of("1", "1.0", "2", "0.5", "-1").get(random.nextInt(5)));
        any(entry, "\"pixels_per_unit\":" + List.of("1", "2", "2.0", "0").get(random.nextInt(4)));
        any(entry, "\"currency\":\"" + List.of("", "wei", "USD", "x").get(random.nextInt(4)) + "\"");
        any(entry, "\"gateway\":\"" + List.of("", "default", "0xa", "0xb").get(random.nextInt(4)) + "\"");
        any(entry, "\"token\":\"s3cret" + random.nextInt(2) + "\"");
        any(entry, "\"url\":\"http://me:s3cret" + random.nextInt(2) + "@host" + random.nextInt(2) + "/a?s3cret\"");
        any(entry, "\"optimization_flags\":{\"SFAST\":" + random.nextBoolean() + ",\"KEY\":\"s3cret\"}");
        any(entry, "\"note\":[1.50,{\"deep\":[" + random.nextInt(2) + ",\"s3cret\"]}]");
        return entry.toString();
    }

    private void any(StringJoiner entry, String member) {
        if (random.nextInt(4) == 0) {
            entry.add(member);
        }
    }
}
