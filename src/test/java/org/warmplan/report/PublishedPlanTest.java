package org.warmplan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmplan.domain.InputException;
import org.warmplan.files.Sha256;
import org.warmplan.files.TextFile;
import org.warmplan.fleet.Role;

final class PublishedPlanTest {
    private static final Path EXAMPLE = Path.of("reports", "example");

    @TempDir
    private Path folder;

    @Test
    void readsBackWhatWasPublished() {
        PublishedPlan plan = PublishedPlan.read(EXAMPLE);
        PublishedWorker worker = plan.findWorker("rig1").orElseThrow();

        assertThat(plan.generatedAt()).hasToString("2026-11-23T06:00:00Z");
        assertThat(plan.folder()).isEqualTo(EXAMPLE);
        assertThat(worker.role()).isEqualTo(Role.COMBINED);
        assertThat(worker.slots())
                .hasSize(4)
                .allSatisfy(slot -> assertThat(slot.findWorkload()).isPresent());
        assertThat(worker.cold()).hasToString("[text-to-image/ByteDance/SDXL-Lightning]");
        assertThat(PublishedPlan.read(EXAMPLE.resolve("plan.json"))).isEqualTo(plan);
    }

    @Test
    void tellsWhichFileReplacesWhich() {
        PublishedFile file = PublishedPlan.read(EXAMPLE).findFile("rig1").orElseThrow();

        assertThat(file.sha256()).isEqualTo(Sha256.of(TextFile.read(EXAMPLE.resolve(file.path()), "The file")));
        assertThat(file.before())
                .isEqualTo(Sha256.of(TextFile.read(Path.of("data", "example", "aiModels.json"), "The file")));
    }

    @Test
    void refusesWhatIsNoPlan() throws IOException {
        assertThatThrownBy(() -> PublishedPlan.read(folder)).isInstanceOf(InputException.class);
        Files.writeString(folder.resolve("plan.json"), "{\"version\":1}");
        assertThatThrownBy(() -> PublishedPlan.read(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("plan.json");
    }
}
