package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmplan.domain.InputException;

final class NewestPlanTest {
    @TempDir
    private Path reports;

    private void publish(String name, String generatedAt, boolean example) throws IOException {
        String plan = Files.readString(Path.of("reports", "example", "plan.json"));
        String dated = plan.replaceFirst("\"generatedAt\": \"[^\"]*\"", "\"generatedAt\": \"" + generatedAt + "\"");
        Files.createDirectories(reports.resolve(name));
        Files.writeString(
                reports.resolve(name).resolve("plan.json"),
                example ? dated : dated.replaceFirst("\"example\": true", "\"example\": false"));
    }

    @Test
    void isTheOneMadeLastWhateverItsFolderIsCalled() throws IOException {
        publish("2026-11-30", "2026-11-30T06:00:00Z", false);
        publish("2026-11-23", "2026-12-01T06:00:00Z", false);
        publish("example", "2027-01-01T06:00:00Z", true);
        Files.createDirectories(reports.resolve("pictures"));
        Files.createDirectories(reports.resolve("broken"));
        Files.writeString(reports.resolve("broken").resolve("plan.json"), "{");

        assertThat(NewestPlan.in(reports).folder()).isEqualTo(reports.resolve("2026-11-23"));
    }

    @Test
    void isTheOneWithTheHighestNumberOfSeveralForOneInstant() throws IOException {
        publish("2026-11-23", "2026-11-23T06:00:00Z", false);
        publish("2026-11-23-2", "2026-11-23T06:00:00Z", false);
        publish("2026-11-23-10", "2026-11-23T06:00:00Z", false);

        assertThat(NewestPlan.in(reports).folder()).isEqualTo(reports.resolve("2026-11-23-10"));
    }

    @Test
    void isNoneWhereNothingWasPublished() throws IOException {
        publish("example", "2027-01-01T06:00:00Z", true);

        assertThatThrownBy(() -> NewestPlan.in(reports))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("No plan of yours is in " + reports)
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> NewestPlan.in(reports.resolve("none"))).isInstanceOf(InputException.class);
    }
}
