package org.warmplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.warmplan.collect.SourceKinds;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.SeenGpu;
import org.warmplan.domain.StakeSeen;
import org.warmplan.domain.Window;
import org.warmplan.files.JsonText;
import org.warmplan.history.History;
import org.warmplan.history.InputSnapshot;
import org.warmplan.history.Manifest;
import org.warmplan.history.Observed;
import org.warmplan.history.SnapshotReaders;
import org.warmplan.history.SnapshotStore;
import tools.jackson.databind.JsonNode;

/** What data/example/network/NOTES.txt says of the example network is true. */
final class ExampleNetworkNotesTest {
    private static final Path NETWORK = Path.of("data", "example", "network");
    private static final Instant END = Instant.parse("2026-11-23T06:00:00Z");
    private static final Observed OBSERVED = observe();
    private static final List<Offer> OFFERS = OBSERVED.observations().stream()
            .filter(Offer.class::isInstance)
            .map(Offer.class::cast)
            .toList();

    @Test
    void isSeenEvery56HoursForEightWeeks() {
        assertThat(instants("network-capabilities"))
                .hasSize(24)
                .endsWith(END)
                .isEqualTo(LongStream.rangeClosed(1, 24)
                        .mapToObj(i -> END.minus(Duration.ofHours(56 * (24 - i))))
                        .toList());
        assertThat(instants("explorer-orchestrators"))
                .containsExactly(END.minus(Duration.ofDays(28)), END.minus(Duration.ofDays(14)), END);
    }

    @Test
    void isWrongOnlyOnPurpose() {
        assertThat(OBSERVED.issues().stream().collect(Collectors.groupingBy(DataIssue::kind, Collectors.counting())))
                .containsOnly(entry("priceMissing", 24L), entry("addressInvalid", 2L), entry("gpuInvalid", 1L));
    }

    @Test
    void hasFiftyOrchestratorsWithAiInTheProportionsOfTheField() {
        Set<String> live = addresses(offer -> offer.workload().pipeline().isLive());
        Set<String> batch = addresses(offer -> !offer.workload().pipeline().isLive());
        Set<String> all = new TreeSet<>(live);
        all.addAll(batch);

        assertThat(all).hasSizeBetween(47, 53);
        batch.forEach(live::remove);
        assertThat(live.size()).isBetween(all.size() / 2, all.size() * 3 / 4);
        Map<String, Long> cards = last(offer -> true)
                .flatMap(offer -> offer.gpus().stream())
                .distinct()
                .collect(Collectors.groupingBy(SeenGpu::name, Collectors.counting()));
        long large =
                cards.getOrDefault("NVIDIA GeForce RTX 4090", 0L) + cards.getOrDefault("NVIDIA GeForce RTX 5090", 0L);
        assertThat(large)
                .isGreaterThan(cards.values().stream().mapToLong(n -> n).sum() * 3 / 4);
    }

    @Test
    void showsTheOperatorWarmAtAllTimes() {
        assertThat(at("orch-1")).hasSize(24).allSatisfy(offer -> {
            assertThat(offer.orchestrator()).hasToString("0x00000000000000000000000000000000000e0001");
            assertThat(offer.workload().modelId()).isEqualTo("SG161222/RealVisXL_V4.0_Lightning");
            assertThat(offer.isWarm()).isTrue();
            assertThat(offer.price()).hasToString("UnitPrice[wei=4768371, units=1]");
            assertThat(offer.gpus()).extracting(SeenGpu::name).containsExactly("NVIDIA GeForce RTX 4090");
        });
    }

    @Test
    void countsJobsOnlyWhereOrchestratorAndWorkerAreSplit() {
        Set<String> counting = OFFERS.stream()
                .filter(offer -> !offer.workload().pipeline().isLive() && offer.capacity() > 4)
                .map(offer -> offer.uri().replaceAll("\\D*(\\d+)\\..*", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(counting).containsExactly("38", "39", "41", "42", "45", "46", "48", "49");
        assertThat(capacities("orch-40", Pipeline.LLM)).contains(4L).allMatch(c -> c == 3 || c == 4);
    }

    @Test
    void drawsJobsAndStreamsFromTheTruth() throws IOException {
        double jobs = 7.67 * truth("image-to-image/timbrooks/instruct-pix2pix") / 400_000;
        double tests = 7.67 * 20;
        List<Long> onlySeller = capacities("orch-45", Pipeline.IMAGE_TO_IMAGE);
        double streams = truth("live-video-to-video/streamdiffusion-sdxl") / 604_800 / Pipeline.LIVE_UNITS_PER_SECOND;
        long busy = OFFERS.stream()
                .filter(offer -> offer.workload().modelId().equals("streamdiffusion-sdxl"))
                .mapToLong(Offer::inUse)
                .sum();

        assertThat(onlySeller).isSorted();
        assertThat((double) onlySeller.get(onlySeller.size() - 1) - onlySeller.get(0))
                .isBetween(0.85 * (jobs + tests), 1.15 * (jobs + tests));
        assertThat(busy / 24.0).isBetween(0.85 * streams, 1.15 * streams);
    }

    @Test
    void changesFromWeekToWeek() {
        assertThat(at("orch-22").get(0).seenAt()).isEqualTo(END.minus(Duration.ofHours(56 * 17)));
        assertThat(at("orch-19")).last().extracting(Offer::seenAt).isEqualTo(END.minus(Duration.ofDays(14)));
        assertThat(at("orch-24")).hasSizeLessThan(23);
        assertThat(models("orch-9")).containsExactlyInAnyOrder("streamdiffusion-sdxl", "streamdiffusion-sdxl-v2v");
        assertThat(models("orch-18")).containsExactlyInAnyOrder("streamdiffusion-sdxl", "streamdiffusion-sdxl-faceid");
    }

    @Test
    void hasWhatReadersMustCopeWith() {
        assertThat(last(offer -> !offer.isWarm())).hasSize(9).allMatch(offer -> isAt(offer, "orch-52"));
        assertThat(last(offer -> isAt(offer, "orch-11a") || isAt(offer, "orch-11b"))
                        .map(Offer::orchestrator)
                        .distinct())
                .hasSize(1);
        assertThat(last(offer -> isAt(offer, "orch-29") || isAt(offer, "orch-11b"))
                        .map(offer -> Stream.ofNullable(offer.price()).toList()))
                .hasSize(2)
                .allMatch(price -> price.get(0).units().compareTo(BigInteger.ONE) > 0);
        assertThat(last(offer -> offer.workload().modelId().equals("noop"))).hasSize(1);
    }

    @Test
    void hasStakeWithALongTail() {
        List<StakeSeen> stakes = OBSERVED.observations().stream()
                .filter(StakeSeen.class::isInstance)
                .map(StakeSeen.class::cast)
                .filter(stake -> stake.seenAt().equals(END))
                .toList();
        List<BigDecimal> sorted =
                stakes.stream().map(StakeSeen::stakeLpt).sorted().toList();

        assertThat(sorted).hasSize(100);
        assertThat(sum(sorted.subList(90, 100))).isGreaterThan(sum(sorted.subList(0, 90)));
        assertThat(stakes)
                .filteredOn(stake -> stake.orchestrator().value().endsWith("e0001"))
                .singleElement()
                .satisfies(stake -> assertThat(stake.stakeLpt()).isEqualByComparingTo("18450.25"));
    }

    private static Observed observe() {
        SnapshotStore store = SnapshotStore.inMemory();
        Manifest.read(NETWORK.resolve("manifest.jsonl")).forEach(store::add);
        return History.of(store, SnapshotReaders.of(1, SourceKinds.list())).observe(new Window(Instant.EPOCH, END));
    }

    private static List<Instant> instants(String kind) {
        return OBSERVED.inputs().stream()
                .filter(input -> input.kind().equals(kind))
                .map(InputSnapshot::instant)
                .toList();
    }

    private static boolean isAt(Offer offer, String host) {
        return offer.uri().equals("https://" + host + ".example:8935");
    }

    /** The offers at the end that pass a test. */
    private static Stream<Offer> last(Predicate<Offer> test) {
        return OFFERS.stream().filter(offer -> offer.seenAt().equals(END)).filter(test);
    }

    private static Set<String> addresses(Predicate<Offer> test) {
        return last(test).map(offer -> offer.orchestrator().value()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Offer> at(String host) {
        return OFFERS.stream().filter(offer -> isAt(offer, host)).toList();
    }

    private static List<Long> capacities(String host, Pipeline pipeline) {
        return at(host).stream()
                .filter(offer -> offer.workload().pipeline() == pipeline)
                .map(Offer::capacity)
                .toList();
    }

    private static Set<String> models(String host) {
        return at(host).stream().map(offer -> offer.workload().modelId()).collect(Collectors.toSet());
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What was asked for in an average week, in billed units. */
    private static double truth(String workload) throws IOException {
        JsonNode truth = JsonText.readStrict("truth.json", Files.readString(NETWORK.resolve("truth.json")));
        for (JsonNode row : truth.path("workloads")) {
            if (row.path("workload").stringValue().equals(workload)) {
                assertThat(row.path("weeklyUnits")).hasSize(8);
                return row.path("weeklyUnits")
                        .valueStream()
                        .mapToLong(JsonNode::longValue)
                        .average()
                        .orElseThrow();
            }
        }
        throw new AssertionError("truth.json lacks " + workload);
    }
}
