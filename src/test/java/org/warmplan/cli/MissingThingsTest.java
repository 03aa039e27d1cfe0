package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmplan.files.JsonText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is missing or odd in the data widens the ranges of {@code demand}, and is named. */
final class MissingThingsTest {
    private static final Path NETWORK = Path.of("data", "example", "network");
    private static final String LAST = "2026-11-23T06:00:00Z";
    private static final String COUNTED = "text-to-image/ByteDance/SDXL-Lightning";
    private static final String COUNTER = "ByteDance/SDXL-Lightning";

    @TempDir
    private Path folder;

    /** The network's answers from the end of October on, each changed by {@code change}, which is told its place. */
    private Path data(boolean withStakes, BiConsumer<Integer, ObjectNode> change) {
        return data(withStakes, 12, change);
    }

    private Path data(boolean withStakes, int newest, BiConsumer<Integer, ObjectNode> change) {
        Path data = folder.resolve("data");
        List<Path> answers = list("network-capabilities-");
        answers = answers.subList(answers.size() - newest, answers.size());
        for (int k = 0; k < answers.size(); k++) {
            ObjectNode answer = (ObjectNode) JsonText.readStrict("answer", text(answers.get(k)));
            change.accept(answers.size() - 1 - k, answer);
            Path changed = folder.resolve("answer.json");
            write(changed, JsonText.write(answer));
            file(data, "network-capabilities", changed, instant(answers.get(k)));
        }
        if (withStakes) {
            list("explorer-orchestrators-").forEach(page -> file(data, "explorer-orchestrators", page, instant(page)));
        }
        return data;
    }

    private static void file(Path data, String kind, Path file, String at) {
        Cli.Result result =
                Cli.run("history", "import", "--data", data, "--source", kind, "--kind", kind, "--at", at, file);
        assertThat(result.exitCode()).as(result.err()).isZero();
    }

    private static List<Path> list(String prefix) {
        try (Stream<Path> files = Files.list(NETWORK)) {
            return files.filter(f -> f.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String instant(Path file) {
        String digits = file.getFileName().toString().replaceAll(".*-(\\d{8})T(\\d{6})Z.*", "$1$2");
        return digits.replaceAll("(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)", "$1-$2-$3T$4:$5:$6Z");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code demand} tells, which never fails. */
    private static Told demand(Path data, String at) {
        Cli.Result result = Cli.run(
                "demand", "--data", data, "--at", at, "--fleet", "data/example/fleet-4.yaml", "--format", "json");
        assertThat(result.exitCode()).as(result.err()).isZero();
        return new Told(JsonText.readStrict("stdout", result.out()));
    }

    private record Told(JsonNode list) {
        JsonNode of(String workload) {
            for (JsonNode one : list.get("workloads")) {
                if (one.get("workload").asString().equals(workload)) {
                    return one;
                }
            }
            throw new AssertionError(workload + " is not told of");
        }

        /** Of demand, as a factor between its ends. */
        double width(String workload) {
            return (1.0 + of(workload).get("high").asLong())
                    / (1.0 + of(workload).get("low").asLong());
        }

        double shareWidth(String workload) {
            JsonNode share = of(workload).get("share");
            return share.get("high").asDouble() - share.get("low").asDouble();
        }

        /** Of the first replica's worth, beside what it is on average. */
        double worthWidth(String workload) {
            JsonNode first = of(workload).get("firstReplica");
            double mean = of(workload).get("replicas").get(0).get("gwei").asDouble();
            return (first.get("high").get("gwei").asDouble()
                            - first.get("low").get("gwei").asDouble())
                    / mean;
        }

        int vanished() {
            for (JsonNode issue : list.get("issues")) {
                if (issue.get("kind").asString().equals("orchestratorVanished")) {
                    return issue.get("count").asInt();
                }
            }
            return 0;
        }

        List<String> issues() {
            List<String> kinds = new ArrayList<>();
            list.get("issues").forEach(issue -> kinds.add(issue.get("kind").asString()));
            return kinds;
        }
    }

    private static void eachModel(ObjectNode answer, BiConsumer<String, ObjectNode> change) {
        for (JsonNode node : answer.get("orchestrators")) {
            node.path("capabilities")
                    .path("constraints")
                    .path("PerCapability")
                    .forEach(capability -> capability
                            .get("models")
                            .properties()
                            .forEach(model -> change.accept(model.getKey(), (ObjectNode) model.getValue())));
        }
    }

    /** What the counter of {@link #COUNTED} stands at instead. */
    private static void count(ObjectNode answer, long capacity) {
        eachModel(answer, (model, of) -> {
            if (model.equals(COUNTER) && of.path("capacity").asLong(0) > 100) {
                of.put("capacity", capacity);
            }
        });
    }

    private Told whole() {
        return demand(data(true, (ago, answer) -> {}), LAST);
    }

    @Test
    void withoutStakesSharesAreRanges() {
        Told whole = whole();
        Told without = demand(fresh().data(false, (ago, answer) -> {}), LAST);

        assertThat(whole.shareWidth(COUNTED)).isLessThan(0.001);
        assertThat(without.shareWidth(COUNTED)).isGreaterThan(0.05);
        assertThat(without.width(COUNTED)).isGreaterThan(whole.width(COUNTED));
        assertThat(without.worthWidth(COUNTED)).isGreaterThan(whole.worthWidth(COUNTED));
        assertThat(without.issues()).contains("stakesUnknown", "stakeUnknown");
        assertThat(whole.issues()).doesNotContain("stakesUnknown", "stakeUnknown");
    }

    @Test
    void withoutPricesEachModelIsNamedAndThePriceIsDocumented() {
        Told told = demand(
                data(
                        true,
                        (ago, answer) -> answer.get("orchestrators")
                                .forEach(node -> ((ObjectNode) node).putArray("capabilities_prices"))),
                LAST);

        assertThat(told.issues()).contains("priceMissing");
        assertThat(told.of(COUNTED).get("price").get("origin").asString()).isNotEqualTo("market");
        assertThat(told.of(COUNTED).path("warmPrices").path("offers").asInt(0)).isZero();
    }

    @Test
    void oneSnapshotIsAWideGuess() {
        Told whole = whole();
        Told once = demand(fresh().data(true, 1, (ago, answer) -> {}), LAST);

        assertThat(once.issues()).contains("oneSnapshot");
        assertThat(once.of(COUNTED).get("trend").get("word").asString()).isEqualTo("new");
        assertThat(once.width(COUNTED)).isGreaterThan(2 * whole.width(COUNTED));
    }

    @Test
    void aStaleWeekIsNamedAndWider() {
        Path data = data(true, (ago, answer) -> {});
        Told fresh = demand(data, LAST);
        Told stale = demand(data, "2026-12-01T06:00:00Z");

        assertThat(stale.issues()).contains("lastWeekUnknown");
        assertThat(stale.width(COUNTED)).isGreaterThan(1.2 * fresh.width(COUNTED));
    }

    @Test
    void anOrchestratorThatVanishedIsNamedAndWhatItServedIsLessSure() {
        Told whole = whole();
        Told without = demand(
                fresh().data(true, (ago, answer) -> {
                    if (ago < 3) {
                        removeCounting(answer);
                    }
                }),
                LAST);

        assertThat(without.vanished()).isGreaterThan(whole.vanished());
        assertThat(without.width(COUNTED)).isGreaterThan(whole.width(COUNTED));
    }

    /** Takes out whoever counts {@link #COUNTED}. */
    private static void removeCounting(ObjectNode answer) {
        ArrayNode nodes = answer.withArray("orchestrators");
        for (int k = nodes.size() - 1; k >= 0; k--) {
            JsonNode models =
                    nodes.get(k).path("capabilities").path("constraints").path("PerCapability");
            if (models.findPath(COUNTER).path("capacity").asLong(0) > 100) {
                nodes.remove(k);
            }
        }
    }

    @Test
    void negativeCountersAreNamedAndLeftOut() {
        Told told = demand(data(true, (ago, answer) -> count(answer, ago % 2 == 0 ? -5 : 4_294_967_290L)), LAST);

        assertThat(told.issues()).contains("capacityInvalid");
        assertThat(told.of(COUNTED).get("evidence").toString()).doesNotContain("capacityDrift");
    }

    @Test
    void whatNobodyAsksForAnyMoreIsWorthLittle() {
        Told whole = whole();
        Told none = demand(fresh().data(true, (ago, answer) -> count(answer, 5_000)), LAST);

        assertThat(none.of(COUNTED).get("low").asLong()).isZero();
        assertThat(none.of(COUNTED).get("mid").asLong())
                .isLessThan(whole.of(COUNTED).get("mid").asLong() / 100);
    }

    @Test
    void aThousandTimesLastWeekIsBelievedInPart() {
        Told whole = whole();
        Told grown = demand(
                fresh().data(true, (ago, answer) -> {
                    if (ago == 0) {
                        count(answer, 200_000);
                    }
                }),
                LAST);

        assertThat(grown.of(COUNTED).get("high").asLong())
                .isGreaterThan(100 * whole.of(COUNTED).get("high").asLong());
        assertThat(grown.width(COUNTED)).isGreaterThan(whole.width(COUNTED));
    }

    /** The same in a folder of its own. */
    private MissingThingsTest fresh() {
        MissingThingsTest other = new MissingThingsTest();
        other.folder = folder.resolve("other");
        try {
            Files.createDirectories(other.folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return other;
    }
}
