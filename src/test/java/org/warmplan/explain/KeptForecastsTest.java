package org.warmplan.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.Workload;
import org.warmplan.explain.Forecast.Asked;
import org.warmplan.explain.Forecast.Own;
import org.warmplan.explain.Forecast.Range;
import org.warmplan.files.JsonText;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

final class KeptForecastsTest {
    private static final Instant AT = Instant.parse("2026-11-23T06:00:00Z");
    private static final Address SELF = new Address("0x" + "1".repeat(40));
    private static final Workload IMAGE = Workload.find("text-to-image/a/b").orElseThrow();

    private final DataIssues issues = new DataIssues();

    @TempDir
    private Path data;

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectory(data.resolve("plans"));
    }

    private static Forecast forecast(String from) {
        return new Forecast(
                Instant.parse(from),
                List.of(new Asked(IMAGE, List.of(1L, 2L, 3L, 4L, 5L))),
                List.of(new Own(IMAGE, 2, new Range(1, 2, 3), new Range(4, 5, 6), 589_824.5, 0.75)));
    }

    private void keep(String name, @Nullable Address of, Forecast forecast) throws IOException {
        ObjectNode plan = JsonNodeFactory.instance.objectNode();
        plan.put("version", 1);
        if (of != null) {
            plan.put("orchestrator", of.value());
        }
        ForecastJson.put(plan.putObject("forecast"), forecast);
        Files.writeString(data.resolve("plans").resolve(name), JsonText.write(plan));
    }

    private List<Forecast> read(int weeks) {
        return KeptForecasts.read(data, SELF, AT, weeks, issues).newestFirst();
    }

    @Test
    void readsBackWhatWasKept() throws IOException {
        keep("a.json", SELF, forecast("2026-11-16T06:00:00Z"));

        assertThat(read(8)).containsExactly(forecast("2026-11-16T06:00:00Z"));
        assertThat(issues.list()).isEmpty();
    }

    @Test
    void takesTheNewestPlanOfEachWeek() throws IOException {
        keep("a.json", null, forecast("2026-11-09T06:00:00Z"));
        keep("b.json", null, forecast("2026-11-16T05:00:00Z"));
        keep("c.json", null, forecast("2026-11-16T06:10:00Z"));
        keep("d.json", null, forecast("2026-11-20T06:00:00Z"));
        keep("e.json", null, forecast("2026-11-23T06:00:00Z"));
        keep("f.json", null, forecast("2026-08-01T06:00:00Z"));

        assertThat(read(8))
                .extracting(Forecast::from)
                .map(Instant::toString)
                .containsExactly("2026-11-16T06:10:00Z", "2026-11-09T06:00:00Z");
        assertThat(read(1)).hasSize(1);
    }

    @Test
    void passesOverPlansOfOthersAndFromBefore() throws IOException {
        keep("a.json", new Address("0x" + "2".repeat(40)), forecast("2026-11-16T06:00:00Z"));
        Files.writeString(data.resolve("plans").resolve("b.json"), "{\"version\": 1}");
        Files.writeString(data.resolve("plans").resolve("notes.txt"), "no plan");

        assertThat(read(8)).isEmpty();
        assertThat(issues.list()).isEmpty();
    }

    @Test
    void countsDamagedOnesAndGoesOn() throws IOException {
        keep("a.json", SELF, forecast("2026-11-16T06:00:00Z"));
        String sound = Files.readString(data.resolve("plans").resolve("a.json"));
        Files.writeString(data.resolve("plans").resolve("b.json"), sound.substring(0, 100));
        Files.writeString(data.resolve("plans").resolve("c.json"), sound.replace("2026-11-16T06", "yesterday"));
        Files.writeString(data.resolve("plans").resolve("d.json"), sound.replace("\"mid\": 5", "\"mid\": -5"));
        Files.writeString(data.resolve("plans").resolve("e.json"), "");
        Files.writeString(data.resolve("plans").resolve("f.json"), "[]");

        assertThat(read(8)).hasSize(1);
        assertThat(issues.counted()).hasSize(1).first().satisfies(issue -> {
            assertThat(issue.count()).isEqualTo(5);
            assertThat(issue.first().kind()).isEqualTo("keptPlanDamaged");
            assertThat(issue.first().path()).isEqualTo("b.json");
        });
    }

    @Test
    void withoutAFolderThereIsNothing() {
        assertThat(KeptForecasts.read(data.resolve("none"), SELF, AT, 8, issues))
                .isEqualTo(KeptForecasts.NONE);
    }
}
