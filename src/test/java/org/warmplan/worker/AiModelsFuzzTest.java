package org.warmplan.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.warmplan.domain.InputException;

/**
 * Any text at all, handed in as an aiModels.json. The ordinary build runs the seeds beside it in the test resources; with
 * {@code JAZZER_FUZZ=1} in the environment it looks for new ones, led by what they reach of the code, and leaves one that
 * fails beside the seeds, where the next ordinary build runs it. Without the dictionary it did not find in two minutes a
 * planted mistake that needs three fields to be right; with it, it did.
 */
final class AiModelsFuzzTest {
    private static final WorkerSetup SETUP = WorkerSetup.combined(List.of("0", "1"), 2);

    /** Bytes, not a String, so that a seed is the file as it would lie on disk. */
    @DictionaryEntries({
        "\"pipeline\":\"text-to-image\",",
        "\"model_id\":\"a\",",
        "\"warm\":true,",
        "\"capacity\":9,",
        "\"url\":\"http://a\",",
        "\"token\":\"t\",",
        "\"optimization_flags\":{\"SFAST\":true},",
        "\"gateway\":\"default\",",
        "\"price_per_unit\":1e-9,",
        "\"pixels_per_unit\":1,",
        "\"currency\":\"usdt\",",
        ",\"price_per_unit\":1}",
        ",{\"pipeline\":\"llm\",\"model_id\":\"a\"}"
    })
    @FuzzTest(maxDuration = "2m")
    void anyTextIsRefusedOrReadWithoutLoss(byte[] bytes) {
        AiModelsFile file;
        try {
            file = AiModelsFile.read("aiModels.json", new String(bytes, StandardCharsets.UTF_8));
        } catch (InputException e) {
            assertThat(e.getMessage()).isNotBlank();
            return;
        }
        Startup startup = Startup.of(file, SETUP);
        assertThat(startup.placements()).hasSizeLessThanOrEqualTo(SETUP.slots().size());
        assertThat(AiModelsFile.read("aiModels.json", file.write())).isEqualTo(file);
    }
}
