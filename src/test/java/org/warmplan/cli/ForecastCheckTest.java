package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmplan.files.TextFile;
import tools.jackson.databind.JsonNode;

/** A plan, what the own node counted in the week after it, and the next plan. */
final class ForecastCheckTest {
    private static final String SDXL = "text-to-image/ByteDance/SDXL-Lightning";
    private static final String FIRST = "2026-11-23T06:00:00Z";
    private static final String NEXT = "2026-11-30T06:00:00Z";

    @TempDir
    private Path folder;

    private Path data;

    private String summary = "";

    @BeforeEach
    void importNetwork() throws IOException {
        data = folder.resolve("data");
        Files.writeString(folder.resolve("fleet.yaml"), """
                version: 1
                workers: [{name: rig1, gpus: [{name: RTX 4090}]}]
                pins: [{workload: %s, keep: warm}]
                """.formatted(SDXL));
        done("history", "import", "--data", data, "--manifest", "data/example/network/manifest.jsonl");
    }

    private static Cli.Result done(Object... words) {
        Cli.Result result = Cli.runAt(Instant.parse("2026-11-30T12:00:00Z"), words);
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result;
    }

    private Published plan(String at, String out) {
        summary = done(
                        "plan",
                        "--fleet",
                        folder.resolve("fleet.yaml"),
                        "--data",
                        data,
                        "--at",
                        at,
                        "--out",
                        folder.resolve(out))
                .out();
        return Published.read(folder.resolve(out), folder.resolve("fleet.yaml"));
    }

    private void count(String at, long jobs) throws IOException {
        Path page = Files.writeString(folder.resolve("metrics"), """
                livepeer_ai_models_requested{pipeline="text-to-image",model_name="ByteDance/SDXL-Lightning",node_id="n"} %d
                """.formatted(jobs));
        done(
                "history",
                "import",
                "--data",
                data,
                "--source",
                "own",
                "--kind",
                "orchestrator-metrics",
                "--at",
                at,
                page);
    }

    private static JsonNode own(Published published) {
        return published.plan().get("forecast").get("own").get(0);
    }

    private static double jobs(Published published) {
        JsonNode own = own(published);
        return own.get("units").get("mid").asDouble() / own.get("unitsPerRate").asDouble();
    }

    @Test
    void halfOfWhatWasForecastIsToldAndShrinksTheNextPlan() throws IOException {
        Published first = plan(FIRST, "first");
        assertThat(own(first).get("workload").asString()).isEqualTo(SDXL);
        assertThat(own(first).get("calibration").asDouble()).isEqualTo(1);
        assertThat(first.plan().get("forecastCheck").get("note").asString())
                .isEqualTo("No plan of an earlier week is kept with its forecast, so there is nothing to compare.");
        Published unwatched = plan(NEXT, "unwatched");
        assertThat(unwatched.plan().get("forecastCheck").get("note").asString())
                .startsWith("No metrics of your own node are filed");

        count("2026-11-23T05:59:00Z", 1_000);
        count("2026-11-30T05:59:00Z", 1_000 + Math.round(jobs(first) / 2));
        Published next = plan(NEXT, "next");
        assertThat(summary)
                .contains("\nLast week's forecast against what happened: the amount that is told came within its range."
                        + " Over 1 week, text-to-image brought 0.50 times what was forecast.\n");
        JsonNode row = next.plan().get("forecastCheck").get("rows").get(0);

        assertThat(row.get("workload").asString()).isEqualTo(SDXL);
        assertThat(row.get("forecast")).isEqualTo(own(first).get("units"));
        assertThat(row.get("actual").asDouble()
                        / own(first).get("units").get("mid").asDouble())
                .isCloseTo(0.5, within(0.01));
        // (0.5 * 1 + 4) / (1 + 4)
        JsonNode calibration = next.plan().get("calibration").get(0);
        assertThat(calibration.get("pipeline").asString()).isEqualTo("text-to-image");
        assertThat(calibration.get("factor").asDouble()).isCloseTo(0.9, within(0.003));
        assertThat(own(next).get("gwei").get("mid").asDouble()
                        / own(unwatched).get("gwei").get("mid").asDouble())
                // Own counters are evidence of demand as well, so it shrinks by more than the factor.
                .isBetween(0.4, calibration.get("factor").asDouble() + 0.001);
        assertThat(TextFile.read(folder.resolve("next/report.md"), "The report"))
                .contains("""
                ## Last week's forecast against what happened

                | workload | what | low | expected | high | came | within the range |
                |---|---|---|---|---|---|---|
                | text-to-image/ByteDance/SDXL-Lightning | output pixel |\
                """, "\nOver 1 week, text-to-image brought 0.50 times what was forecast.\n");
        assertThat(TextFile.read(folder.resolve("next/report.html"), "The report"))
                .contains(
                        "<section id=\"forecast-check\">",
                        "<p>By 1 week of your own counters, what text-to-image may earn here is taken 0.90 times.</p>");
    }

    @Test
    void aDamagedKeptPlanIsCountedAndNoReasonToStop() throws IOException {
        plan(FIRST, "first");
        Path kept = data.resolve("plans").resolve("20261123T060000Z.json");
        Files.writeString(kept, Files.readString(kept).substring(0, 5_000));
        Published next = plan(NEXT, "next");

        assertThat(next.plan().get("issues").toString()).contains("keptPlanDamaged", "20261123T060000Z.json");
        assertThat(next.plan().get("forecastCheck").get("note").asString()).startsWith("No plan of an earlier week");
    }

    @Test
    void aWeekInWhichThePlanWasNeverInstalledDoesNotCalibrate() throws IOException {
        Files.writeString(
                folder.resolve("fleet.yaml"),
                Files.readString(folder.resolve("fleet.yaml"))
                        .replace("version: 1", "version: 1\norchestrator: \"0x" + "9".repeat(40) + "\""));
        plan(FIRST, "first");
        count("2026-11-23T05:59:00Z", 0);
        count("2026-11-30T05:59:00Z", 0);
        Path network = Files.writeString(folder.resolve("network.json"), """
                {"orchestrators": [{"address": "0x%s", "orch_uri": "https://me.example:8935",
                  "capabilities": {"constraints": {"PerCapability": {"27": {"models": {"a/b": {"warm": true}}}}}},
                  "capabilities_prices": [{"pricePerUnit": 5, "pixelsPerUnit": 1, "capability": 27, "constraint": "a/b"}]}]}
                """.formatted("9".repeat(40)));
        done(
                "history",
                "import",
                "--data",
                data,
                "--source",
                "network",
                "--kind",
                "network-capabilities",
                "--at",
                "2026-11-25T06:00:00Z",
                network);
        Published next = plan(NEXT, "next");

        assertThat(next.plan()
                        .get("forecastCheck")
                        .get("rows")
                        .get(0)
                        .get("ran")
                        .asBoolean())
                .isFalse();
        assertThat(next.plan().get("calibration")).isEmpty();
        assertThat(TextFile.read(folder.resolve("next/report.md"), "The report"))
                .contains("| never seen warm |");
    }
}
