package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.domain.InputException;
import org.warmplan.files.TextFile;
import tools.jackson.databind.JsonNode;

/** Settings of policy.yaml that are given on the command line. */
final class PolicySetTest {
    private static final Path FLEET = Path.of("data", "example", "fleet-1.yaml");

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void out() {
        out = folder.resolve("out");
    }

    private Cli.Result run(String... settings) {
        List<Object> words = new ArrayList<>(List.of("run", "--example", "--fleet", FLEET, "--out", out));
        for (String setting : settings) {
            words.addAll(List.of("--set", setting));
        }
        return Cli.run(words.toArray());
    }

    private JsonNode plan() {
        return Published.read(out, FLEET).plan();
    }

    @Test
    void changesThePlanAndIsToldInAllOfIt() {
        assertThat(run().exitCode()).isZero();
        long before = plan().get("value").asLong();
        assertThat(plan().get("settings")).isEmpty();

        out = folder.resolve("again");
        Cli.Result result = run(
                "ethUsd=6000", "prices.caps.text-to-image/SG161222/RealVisXL_V4.0_Lightning=1", "demand.windowDays=14");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).contains("Set for this run only: ethUsd: 6000 instead of 3000.\n");
        assertThat(plan().get("value").asLong()).isNotEqualTo(before);
        assertThat(plan().get("settings")).hasToString("""
                [{"key":"ethUsd","value":6000,"inFile":3000},\
                {"key":"prices.caps.text-to-image/SG161222/RealVisXL_V4.0_Lightning","value":1,"inFile":null},\
                {"key":"demand.windowDays","value":14,"inFile":28}]""");
        assertThat(TextFile.read(out.resolve("report.md"), "The report"))
                .contains("\nSet for this run only: demand.windowDays: 14 instead of 28.\n");
        assertThat(TextFile.read(out.resolve("report.html"), "The report"))
                .contains("<p class=\"note\">Set for this run only: demand.windowDays: 14 instead of 28.</p>");
    }

    @Test
    void takesListsAndWhatHoldsOnlyTogether() {
        assertThat(run("experiments.flags=[]", "share.stakeWeight=0.5", "share.randomWeight=0.5")
                        .exitCode())
                .isZero();
        assertThat(plan().get("settings").get(0)).hasToString("""
                {"key":"experiments.flags","value":[],"inFile":["SFAST","DEEPCACHE"]}""");
    }

    @Test
    void theLastOfSeveralCounts() {
        assertThat(run("ethUsd=1", "ethUsd=2").exitCode()).isZero();
        assertThat(plan().get("settings")).hasToString("[{\"key\":\"ethUsd\",\"value\":2,\"inFile\":3000}]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            windowDays=14 | --set windowDays: policy.yaml has no such setting. Maybe demand.windowDays was meant.
            demand.windowDay=14 | --set demand.windowDay: policy.yaml has no such setting. Maybe demand.windowDays was meant.
            demand.=14 | --set demand.: policy.yaml has no such setting. Maybe demand was meant.
            prices.cap.llm=1 | --set prices.cap.llm: policy.yaml has no such setting. Maybe
            demand.windowDays | --set demand.windowDays is no key=value. Maybe write it like demand.windowDays=14.
            =14 | --set =14 is no key=value. Maybe write it like demand.windowDays=14.
            ethUsd= | --set ethUsd has no value behind the =. Maybe write [] for an empty list, {} for no entries.
            ethUsd=[ | --set ethUsd line 1: no sound YAML:
            demand.windowDays=0 | --set: demand.windowDays is 0, not from 1 to 3650. Maybe a unit was mixed up. demand.windowDays: Evidence older than this is not used. Days, 1 to 3650.
            demand.windowDays=2w | --set: demand.windowDays is "2w", not a whole number. Maybe leave out quotes, units and fractions. demand.windowDays: Evidence older than this is not used. Days, 1 to 3650.
            demand=5 | --set: demand is 5, not a set of fields.
            share.stakeWeight=0.5 | --set: share.randomWeight is 0.3 and stakeWeight 0.5, which do not sum to 1.
            experiments.flags=[FAST] | --set: experiments.flags names "FAST", no flag to try.
            prices.caps.text-to-images=1 | --set: prices.caps.text-to-images is no pipeline and no workload.
            """)
    void isRefusedAsTheFileWouldBe(String setting, String message) {
        Cli.Result result = run(setting);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith(message).endsWith(".\n");
        assertThat(out).doesNotExist();
    }

    @Test
    void aMistakeInTheFileIsToldWithItsLineWhateverIsSet() throws IOException {
        Path file = Files.writeString(
                folder.resolve("policy.yaml"),
                Files.readString(Path.of("solver-config", "policy.yaml")).replace("ethUsd: 3000", "ethUsd: free"));

        assertThatThrownBy(() -> Policy.read(file, PolicySettings.of(List.of("ethUsd=2000"))))
                .isInstanceOf(InputException.class)
                .hasMessageMatching("(?s).*policy.yaml line \\d+: ethUsd is \"free\", not a number. Maybe .*");
    }
}
