package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.bench.Instances;
import org.warmplan.bench.Size;
import org.warmplan.problem.ProblemFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class SolveTest {
    private static final JsonMapper JSON = new JsonMapper();

    /** The best keeps "b" and "a", in that order, and adds "d" and "e"; the small card stays empty. */
    private static final String PROBLEM = """
            {"version":1,
             "classes":[{"id":"card","vramMib":20},{"id":"tiny","vramMib":4}],
             "workers":[{"id":"rig","reloadCost":3}],
             "gpus":[{"id":"rig/0","worker":"rig","class":"card","slots":4,"current":["b",null,"a","c"]},
                     {"id":"rig/1","worker":"rig","class":"tiny"}],
             "workloads":[{"id":"a","vramMib":{"card":5},"marginal":[100]},
                          {"id":"b","vramMib":{"card":5},"marginal":[70]},
                          {"id":"c","vramMib":{"card":5},"marginal":[1]},
                          {"id":"e","vramMib":{"card":5},"marginal":[60]},
                          {"id":"d","vramMib":{"card":5},"marginal":[50],"changeCost":10}]}
            """;

    @TempDir
    private Path folder;

    private Path problem;
    private Path out;

    @BeforeEach
    void writeProblem() throws IOException {
        problem = Files.writeString(folder.resolve("problem.json"), PROBLEM);
        out = folder.resolve("new").resolve("solution.json");
    }

    private static void assertOneLine(Cli.Result result, int exitCode, String... parts) {
        assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(exitCode);
        assertThat(result.err()).contains(parts).hasLineCount(1).doesNotContain("\tat ", "Exception");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void writesTheSolutionFileThatCertifyAccepts() {
        Cli.Result result = Cli.run("solve", problem, "--out", out);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).startsWith("status: OPTIMAL\nvalue:  267 gwei per week\nbound:  267 gwei per week\n");
        JsonNode file = JSON.readTree(out);
        assertThat(file.propertyNames())
                .containsExactlyInAnyOrder(
                        "version", "status", "value", "bound", "assignment", "certificate", "foundBy");
        assertThat(file.get("version").asInt()).isEqualTo(1);
        assertThat(file.get("status").asString()).isEqualTo("OPTIMAL");
        assertThat(file.get("value").asInt()).isEqualTo(267);
        assertThat(file.get("bound").asInt()).isEqualTo(267);
        // Kept ones as they stand now, added ones by their name; every gpu, also an empty one.
        assertThat(file.get("assignment").toString()).isEqualTo("{\"rig/0\":[\"b\",\"a\",\"d\",\"e\"],\"rig/1\":[]}");
        assertThat(file.get("certificate").propertyNames())
                .containsExactlyInAnyOrder("method", "priceBound", "scale", "prices", "changePrice");
        assertThat(file.get("certificate").get("method").asString()).isIn("prices", "exhausted");
        assertThat(file.get("foundBy").asString()).isIn("start", "search", "exhausted");
        Cli.Result verdict = Cli.run("certify", problem, out);
        assertThat(verdict.exitCode()).as(verdict.out()).isZero();
        assertThat(verdict.out()).contains("value: 267, as claimed").contains("gap: 0.0000 %");
    }

    @Test
    void theSameFileAndSeedGiveTheSameBytes() throws IOException {
        Files.writeString(problem, ProblemFile.write(Instances.make(Size.RIG_TIGHT, 5)));
        Path other = folder.resolve("other.json");

        assertThat(Cli.run("solve", problem, "--seed", "7", "--out", out).exitCode())
                .isZero();
        assertThat(Cli.run("solve", problem, "--seed", "7", "--out", other).exitCode())
                .isZero();

        assertThat(other).hasSameBinaryContentAs(out);
        assertThat(Cli.run("certify", problem, out).exitCode()).isZero();
    }

    @Test
    void printsTheFileAsOneDocument() throws IOException {
        Cli.Result result = Cli.run("solve", problem, "--out", out, "--format", "json");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).isEqualTo(Files.readString(out));
        assertThat(JSON.readTree(result.out())).isEqualTo(JSON.readTree(out));
    }

    @Test
    void filesWhyNoPlanKeepsTheRules() throws IOException {
        Files.writeString(
                problem,
                PROBLEM.stripTrailing().replaceFirst("}$", ",\"pins\":[{\"gpu\":\"rig/1\",\"workload\":\"c\"}]}"));
        Cli.Result result = Cli.run("solve", problem, "--out", out);

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.out()).startsWith("status: INFEASIBLE\nreason: ").contains("rig/1");
        JsonNode file = JSON.readTree(out);
        assertThat(file.get("status").asString()).isEqualTo("INFEASIBLE");
        assertThat(file.get("reason").asString()).contains("c is pinned to rig/1");
        assertThat(List.of(file.get("value").isNull(), file.get("bound").isNull()))
                .containsOnly(true);
        assertThat(file.has("assignment") || file.has("certificate")).isFalse();
        assertThat(Cli.run("certify", problem, out).exitCode()).isZero();
    }

    @Test
    void answersAtOnceWhenThereIsNoTime() throws IOException {
        Files.writeString(problem, ProblemFile.write(Instances.make(Size.FORTY, 1)));
        long start = System.nanoTime();
        Cli.Result result = Cli.run("solve", problem, "--out", out, "--time-limit", "0s");

        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
        assertThat(result.out() + result.err()).contains("The time limit cut the search short");
        String status = JSON.readTree(out).get("status").asString();
        assertThat(status).isIn("FEASIBLE", "UNKNOWN");
        assertThat(result.exitCode()).isEqualTo(status.equals("FEASIBLE") ? 0 : 4);
        Cli.Result verdict = Cli.run("certify", problem, out);
        assertThat(verdict.exitCode()).as(verdict.out()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "10", "-1s", "10 s", "1w", ""})
    void timeLimitsMustBeATime(String limit) {
        assertOneLine(
                Cli.run("solve", problem, "--out", out, "--time-limit", limit),
                2,
                "--time-limit is ",
                "Maybe write it like 10s");
        assertThat(out).doesNotExist();
    }

    @Test
    void theProblemIsMissing() {
        assertOneLine(Cli.run("solve", folder.resolve("none.json"), "--out", out), 3, "none.json does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"version\":1}", "{\"version\":2}", "\0\1\2"})
    void theProblemIsNoProblem(String text) throws IOException {
        Files.writeString(problem, text);

        assertOneLine(Cli.run("solve", problem, "--out", out), 3, "problem.json");
        assertThat(out).doesNotExist();
    }

    @Test
    void theProblemIsAFolder() {
        assertOneLine(
                Cli.run("solve", folder, "--out", out), 3, folder.getFileName().toString());
    }

    @Test
    void theSolutionCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");

        assertOneLine(
                Cli.run("solve", problem, "--out", file.resolve("solution.json")), 2, "cannot be written", "Maybe");
        assertThat(file).content().isEqualTo("mine");
    }

    @Test
    void aFolderStandsWhereTheSolutionGoes() throws IOException {
        Files.createDirectories(out.resolve("full"));
        Cli.Result result = Cli.run("solve", problem, "--out", out);

        assertThat(result.exitCode()).isIn(2, 3);
        assertThat(result.err()).hasLineCount(1).doesNotContain("\tat ", "Exception");
        assertThat(out).isDirectory();
    }

    /** Each amount is within the format, and so is the sum of all linear ones: only with the costs of changes it is too much. */
    @Test
    void theAmountsAddUpToMoreThanCanBeCounted() throws IOException {
        StringBuilder gpus = new StringBuilder();
        for (int g = 0; g < 300; g++) {
            gpus.append(g == 0 ? "" : ",")
                    .append("{\"id\":\"g%d\",\"worker\":\"rig\",\"class\":\"card\",\"slots\":10000}".formatted(g));
        }
        Files.writeString(problem, """
                {"version":1,"classes":[{"id":"card","vramMib":1}],"workers":[{"id":"rig"}],"gpus":[%s],
                 "workloads":[{"id":"w","vramMib":{"card":1},"marginal":[1],"linear":{"card":1000000000000},"changeCost":1000000000000}]}
                """.formatted(gpus));

        assertOneLine(Cli.run("solve", problem, "--out", out), 3, "add up to about 6.0e+18 gwei", "Maybe");
    }
}
