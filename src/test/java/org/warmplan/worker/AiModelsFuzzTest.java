package org.warmplan.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.warmplan.domain.InputException;

/**
 * Any text at all, handed in as an aiModels.json. The ordinary build runs the seeds beside it in the test resources; with
 * {@code JAZZER_FUZZ=1} in the environment it looks for new ones, led by what they reach of the code.
 */
final class AiModelsFuzzTest {
    private static final WorkerSetup SETUP = WorkerSetup.combined(List.of("0", "1"), 2);

    /** Bytes, not a String, so that a seed is the file as it would lie on disk. */
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
