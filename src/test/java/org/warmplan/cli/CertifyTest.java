package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class CertifyTest {
    private static final String PROBLEM = """
            {"version":1,
             "classes":[{"id":"card","vramMib":10}],
             "workers":[{"id":"rig"}],
             "gpus":[{"id":"rig/0","worker":"rig","class":"card","current":["a"]},{"id":"rig/1","worker":"rig","class":"card"}],
             "workloads":[{"id":"a","vramMib":{"card":5},"marginal":[100,40]},{"id":"b","vramMib":{"card":5},"marginal":[70],"changeCost":10}]}
            """;
    private static final String OPTIMAL = """
            {"version":1,"status":"OPTIMAL","value":160,"bound":160,"assignment":{"rig/0":["a"],"rig/1":["b"]},
             "certificate":{"method":"prices","priceBound":160,"scale":1,"prices":{"a":{"card":60},"b":{"card":70}},"changePrice":0},
             "foundBy":"start"}
            """;

    @TempDir
    private Path folder;

    private Path problem;

    @BeforeEach
    void writeProblem() throws IOException {
        problem = Files.writeString(folder.resolve("problem.json"), PROBLEM);
    }

    private Path solution(String text) throws IOException {
        return Files.writeString(folder.resolve("solution.json"), text);
    }

    @Test
    void saysALineForEachClaim() throws IOException {
        Cli.Result result = Cli.run("certify", problem, solution(OPTIMAL));

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo("""
                claimed: OPTIMAL, value 160, bound 160, method prices, priceBound 160 gwei per week
                feasibility: every rule is kept
                value: 160, as claimed
                bound: the prices prove 160, as claimed
                optimality: proved by prices
                gap: 0.0000 %
                """);
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void repeatsAnExhaustion() throws IOException {
        Path solution = solution(OPTIMAL.replace(
                        "\"method\":\"prices\",\"priceBound\":160", "\"method\":\"exhausted\",\"priceBound\":210")
                .replace("{\"a\":{\"card\":60},\"b\":{\"card\":70}}", "{}"));
        Cli.Result result = Cli.run("certify", problem, solution);

        assertThat(result.out())
                .contains("optimality: re-proved by exhausting (")
                .doesNotContain("contradicted");
        assertThat(result.exitCode()).isZero();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "\"value\":160|\"value\":161|The assignment is worth 160, not the value 161.",
                "\"priceBound\":160|\"priceBound\":159|The prices prove 160, not the priceBound 159.",
                "\"rig/1\":[\"b\"]|\"rig/1\":[\"b\",\"b\"]|The gpu rig/1 holds 2 replicas in 1 slots.",
                ",\"rig/1\":[\"b\"]||The assignment lacks the gpu rig/1.",
                "\"rig/1\":|\"rig/2\":|The assignment names the gpu rig/2, which the problem does not have.",
                "[\"b\"]|[\"c\\u001b[31m\"]|has the workload c\\u{1b}[31m on gpu rig/1, which the problem does not have.",
                "{\"card\":70}|{\"cord\":70}|The prices of workload b name the class cord, which the problem does not have.",
                "\"changePrice\":0|\"changePrice\":1|The changePrice is 1, but without maxChanges in the problem it must be 0."
            })
    void endsWithFourAndSaysWhatIsNotSo(String part, String wrong, String sentence) throws IOException {
        Cli.Result result = Cli.run("certify", problem, solution(OPTIMAL.replace(part, wrong == null ? "" : wrong)));

        assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(4);
        assertThat(result.out()).contains("contradicted: ").contains(sentence);
    }

    @Test
    void judgesThatNothingIsFeasible() throws IOException {
        String infeasible =
                "{\"version\":1,\"status\":\"INFEASIBLE\",\"value\":null,\"bound\":null,\"reason\":\"pins\"}";
        Cli.Result wrong = Cli.run("certify", problem, solution(infeasible));
        assertThat(wrong.exitCode()).isEqualTo(4);
        assertThat(wrong.out()).contains("infeasibility: contradicted", "keeps every rule");

        Files.writeString(
                problem,
                PROBLEM.stripTrailing()
                        .replaceFirst(
                                "}$",
                                ",\"pins\":[{\"gpu\":\"rig/0\",\"workload\":\"a\"},{\"gpu\":\"rig/0\",\"workload\":\"b\"}]}"));
        Cli.Result right = Cli.run("certify", problem, solution(infeasible));
        assertThat(right.exitCode()).as(right.out()).isZero();
        assertThat(right.out()).isEqualTo("claimed: INFEASIBLE, pins\ninfeasibility: proved by prices\n");
        assertThat(Cli.run("certify", problem, solution(infeasible.replace("INFEASIBLE", "UNKNOWN")))
                        .out())
                .contains("nothing is claimed");
    }

    @Test
    void printsOneDocument() throws IOException {
        JsonNode sound = new JsonMapper()
                .readTree(Cli.run("certify", problem, solution(OPTIMAL), "--format", "json")
                        .out());
        assertThat(sound.get("stands").asBoolean()).isTrue();
        assertThat(sound.get("proof").asString()).isEqualTo("proved-by-prices");

        Cli.Result result = Cli.run(
                "certify", problem, solution(OPTIMAL.replace("\"value\":160", "\"value\":7")), "--format", "json");
        JsonNode wrong = new JsonMapper().readTree(result.out());
        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(wrong.get("value").asInt()).isEqualTo(160);
        assertThat(wrong.get("contradictions").size()).isEqualTo(2);
    }

    @Test
    void endsWithThreeForWhatCannotBeRead() throws IOException {
        assertThat(Cli.run("certify", problem, folder.resolve("none.json")).exitCode())
                .isEqualTo(3);
        assertThat(Cli.run("certify", problem, solution("{}")).exitCode()).isEqualTo(3);
        assertThat(Cli.run("certify", solution("[]"), problem).exitCode()).isEqualTo(3);
        assertThat(Cli.run("certify", problem).exitCode()).isEqualTo(2);
    }
}
