package org.warmplan.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.warmplan.domain.InputException;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Vram;
import org.warmplan.files.Visible;
import org.warmplan.fleet.Catalogue;
import org.warmplan.fleet.FitRules;
import org.warmplan.fleet.FleetGpu;
import org.warmplan.worker.AiModelsFile;
import org.warmplan.worker.AskedPrice;
import org.warmplan.worker.SplitOrchestrator;
import org.warmplan.worker.UnparsedException;
import org.warmplan.worker.WorkerSetup;
import org.warmplan.worker.lint.Checked;
import org.warmplan.worker.lint.Known;
import org.warmplan.worker.lint.Linter;
import org.warmplan.worker.lint.LoadTimes;
import tools.jackson.databind.json.JsonMapper;

/**
 * Any text at all, handed to the check as an aiModels.json. The ordinary build runs the seeds beside it in the test resources; with
 * {@code JAZZER_FUZZ=1} in the environment it looks for new ones, led by what they reach of the code, and leaves one that
 * fails beside the seeds, where the next ordinary build runs it. Without the dictionary it did not find in two minutes a
 * planted mistake that needs three fields to be right; with it, it did.
 */
final class CheckFuzzTest {
    private static final Catalogue CATALOGUE = Catalogue.read(Path.of("data", "catalogue"));
    private static final FleetGpu CARD = new FleetGpu("0", "NVIDIA GeForce RTX 5090", Vram.ofMib(32_607), Vram.ZERO);
    private static final Known KNOWN = new Known(
            CATALOGUE,
            new FitRules(CATALOGUE, List.of(), List.of()),
            Map.of("0", CARD),
            Vram.ofMib(1_024),
            BigDecimal.valueOf(3_000),
            new TreeMap<>(Map.of("llm", UnitPrice.ofWei(5))),
            null);
    private static final List<WorkerSetup> SETUPS = List.of(
            WorkerSetup.combined(List.of("0", "1"), 2),
            WorkerSetup.remote(List.of("0"), 1).trusted(),
            WorkerSetup.orchestrator(false));

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
    @FuzzTest(maxDuration = "10m")
    void anyTextIsCheckedWithoutAnException(byte[] bytes) {
        AiModelsFile file;
        try {
            file = AiModelsFile.read("aiModels.json", new String(bytes, StandardCharsets.UTF_8));
        } catch (UnparsedException e) {
            requireShown(new Check.Unreadable("aiModels.json", e));
            return;
        } catch (InputException e) {
            assertThat(e.getMessage()).contains("Maybe");
            return;
        }
        assertThat(AiModelsFile.read("aiModels.json", file.write())).isEqualTo(file);
        SETUPS.forEach(setup -> check(file, Checked.of(file, setup)));
    }

    private static void check(AiModelsFile file, Checked checked) {
        int slots = checked.setup().slots().size();
        assertThat(checked.startup().placements()).hasSizeLessThanOrEqualTo(slots);
        requireShown(new Check.Started(
                "aiModels.json",
                null,
                checked,
                KNOWN,
                AskedPrice.of(file, checked.setup(), KNOWN.usdPerEth()),
                SplitOrchestrator.advertise(List.of(checked.startup())),
                LoadTimes.of(checked, KNOWN, 90),
                Linter.lint(checked, KNOWN)));
    }

    private static void requireShown(Check check) {
        String text = CheckText.write(check);

        assertThat(Visible.of(text.replace('\n', ' '))).isEqualTo(text.replace('\n', ' '));
        assertThat(new JsonMapper()
                        .readTree(CheckJson.write(check))
                        .get("starts")
                        .asBoolean())
                .isEqualTo(check.starts());
    }
}
