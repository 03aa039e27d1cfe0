package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmplan.files.JsonText;
import org.warmplan.files.Schema;
import tools.jackson.databind.JsonNode;

/** The command {@code demand} on the example network. */
final class DemandTest {
    private static final String AT = "2026-11-23T06:00:00Z";

    @TempDir
    private static Path data;

    @BeforeAll
    static void importNetwork() {
        Cli.Result result =
                Cli.run("history", "import", "--data", data, "--manifest", "data/example/network/manifest.jsonl");
        assertThat(result.exitCode()).as(result.err()).isZero();
    }

    private static Cli.Result demand(Object... more) {
        return demandOn(Look.PLAIN, more);
    }

    private static Cli.Result demandOn(Look look, Object... more) {
        List<Object> words = new ArrayList<>(List.of("demand", "--data", data, "--at", AT));
        words.addAll(List.of(more));
        return Cli.runOn(look, words.toArray());
    }

    private static JsonNode json(Object... more) {
        List<Object> words = new ArrayList<>(List.of(more));
        words.addAll(List.of("--format", "json"));
        Cli.Result result = demand(words.toArray());
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).isEmpty();
        return JsonText.readStrict("stdout", result.out());
    }

    @Test
    void tellsOfEachWorkloadInABlock() {
        Cli.Result result = demand("--fleet", "data/example/fleet-4.yaml", "--pipeline", "image-to-video");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).startsWith("""
                Demand of the network a week, as of 2026-11-23 06:00 UTC: 1 workload.

                image-to-video/stabilityai/stable-video-diffusion-img2vid-xt-1-1
                  demand      \
                """);
        assertThat(result.out())
                .contains(
                        """

                          warm        1 other orchestrator; 1 offer at 5101911 wei a unit
                                      around the median, 5101911 wei: 1 orchestrator, what it earns is not known
                        """.substring(1),
                        "\n  price       4521123 wei a unit, suggested: documented",
                        "\n  share       if warm: 49.6 %\n",
                        "\n  worth       first replica 0.0",
                        "\n              second replica 0.0",
                        "\n  rests on    others offer 1 warm replica and 1 cold\n",
                        "\n3.27 k jobs: jobs of testers, and jobs that failed (audio-to-text/openai/whisper-large-v3,");
    }

    @Test
    void putsTheMostValuableFirstIntoAHundredColumns() {
        Cli.Result result = demand("--fleet", "data/example/fleet-4.yaml");
        List<Long> worth = new ArrayList<>();
        json("--fleet", "data/example/fleet-4.yaml")
                .get("workloads")
                .forEach(workload ->
                        worth.add(workload.path("replicas").path(0).path("gwei").asLong(0)));

        assertThat(worth).hasSizeGreaterThan(15).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(result.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void meetsItsSchemaAndRefusesFieldsItDoesNotKnow() {
        JsonNode list = json("--fleet", "data/example/fleet-4.yaml", "--set", "demand.windowDays=20");

        assertThat(Schema.named("demand").mistakes(list)).isEmpty();
        assertThat(list.get("orchestrator").asString()).startsWith("0x");
        assertThat(list.get("settings").get(0).get("key").asString()).isEqualTo("demand.windowDays");
        org.warmplan.files.Mutations.additions(list).stream()
                .filter(mutation -> !mutation.toString().contains("settings[0].value"))
                .forEach(mutation -> assertThat(Schema.named("demand").mistakes(mutation.document()))
                        .as(mutation.toString())
                        .isNotEmpty());
    }

    @Test
    void withoutAFleetItSaysWhatIsNotKnown() {
        JsonNode list = json();

        assertThat(list.has("orchestrator")).isFalse();
        assertThat(list.get("notes").get(0).asString())
                .isEqualTo(
                        "Without --fleet neither your prices nor your stake are known: prices are suggestions, and your"
                                + " share is a range.");
        assertThat(list.get("issues").toString()).contains("No fleet file says who you are");
        assertThat(list.get("workloads"))
                .allSatisfy(workload -> assertThat(
                                workload.path("price").path("origin").asString(""))
                        .isNotEqualTo("own"));
    }

    @Test
    void tellsHowDemandMoves() {
        JsonNode list = json();
        List<String> words = new ArrayList<>();
        for (JsonNode workload : list.get("workloads")) {
            JsonNode trend = workload.get("trend");
            String word = trend.get("word").asString();
            words.add(word);
            if (word.equals("new")) {
                assertThat(trend.get("percentAWeek").isNull()).isTrue();
            } else {
                assertThat(word.equals("rising"))
                        .isEqualTo(trend.get("percentAWeek").asDouble() >= 5);
            }
        }
        assertThat(words).contains("rising", "steady", "falling");
        // The network is not seen before 30 September.
        assertThat(JsonText.readStrict(
                                "stdout",
                                Cli.run("demand", "--data", data, "--at", "2026-10-03T06:00:00Z", "--format", "json")
                                        .out())
                        .get("workloads"))
                .isNotEmpty()
                .allSatisfy(workload ->
                        assertThat(workload.get("trend").get("word").asString()).isEqualTo("new"));
    }

    @Test
    void valuesAtAnotherPriceOfEthWhenToldTo() {
        JsonNode usual = json("--pipeline", "llm");
        JsonNode other = json("--pipeline", "llm", "--set", "ethUsd=6000");

        assertThat(usual.get("workloads")).isNotEmpty().hasSameSizeAs(other.get("workloads"));
        assertThat(other.get("usdPerEth").asInt()).isEqualTo(6000);
    }

    @Test
    void setsHeadlinesApartOnATerminalOnly() {
        String colours = demandOn(new Look(true, true, false, 80), "--pipeline", "upscale")
                .out();

        assertThat(colours).contains("\u001b[1mupscale/stabilityai/stable-diffusion-x4-upscaler\u001b");
        assertThat(demand("--pipeline", "upscale").out()).doesNotContain("\u001b");
    }

    @Test
    void namesThePipelinesWhenOneIsNotKnown() {
        Cli.Result result = demand("--pipeline", "text-to-images");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .startsWith(
                        "--pipeline text-to-images is no known pipeline. Maybe one of these was meant: text-to-image,")
                .hasLineCount(1);
    }

    @Test
    void saysThatNothingIsFiled() {
        Path none = data.resolve("none");
        for (Object[] words :
                new Object[][] {{"demand", "--data", none}, {"demand", "--data", data, "--at", "2020-01-01T00:00:00Z"}
                }) {
            Cli.Result result = Cli.run(words);
            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(result.err())
                    .endsWith("for this time. Maybe run collect first.\n")
                    .hasLineCount(1);
        }
        assertThat(Files.exists(none)).isFalse();
    }

    @Test
    void saysThatAPipelineIsNotAskedFor() {
        assertThat(demand(
                                "--pipeline",
                                "upscale",
                                "--set",
                                "demand.ignoredModels=[noop, stabilityai/stable-diffusion-x4-upscaler]")
                        .out())
                .startsWith("Demand of the network a week, as of 2026-11-23 06:00 UTC: nothing tells of any.\n");
    }
}
