package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.files.JsonText;
import tools.jackson.databind.JsonNode;

final class BenchCommandTest {
    @Test
    void printsATable() {
        Cli.Result result =
                Cli.run("bench", "--sizes", "rig,40", "--seeds", "1-2", "--contenders", "most-valuable,keep");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()
                        .lines()
                        .skip(1)
                        .limit(4)
                        .map(line -> line.strip().split(" +")[1]))
                .containsExactly("most-valuable", "keep", "most-valuable", "keep");
    }

    @Test
    void printsEveryRunAsJson() {
        Cli.Result result =
                Cli.run("bench", "--sizes", "rig", "--seeds", "3", "--contenders", "keep", "--format", "json");

        assertThat(result.exitCode()).as(result.err()).isZero();
        JsonNode json = JsonText.read("stdout", result.out());
        assertThat(json.get("rows").get(0).get("contender").stringValue()).isEqualTo("keep");
        assertThat(json.get("runs").get(0).get("seed").intValue()).isEqualTo(3);
        assertThat(json.get("runs").get(0).get("value").isIntegralNumber()).isTrue();
        assertThat(json.get("runs").get(0).get("gap").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "--sizes, rig;huge, Maybe one of these was meant: rig",
        "--seeds, 5-1, Maybe write it like 1-20",
        "--contenders, nobody, Maybe one of these was meant: warmplan",
        "--time-limit, soon, Maybe write it like 10s"
    })
    void mistypedOptionsAreWrongUsage(String option, String value, String wayOut) {
        Cli.Result result = Cli.run("bench", option, value.replace(';', ','));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains(option, wayOut);
    }
}
