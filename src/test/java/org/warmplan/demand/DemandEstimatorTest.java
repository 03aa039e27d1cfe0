package org.warmplan.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.warmplan.demand.Offers.LIVE;
import static org.warmplan.demand.Offers.MONDAY;
import static org.warmplan.demand.Offers.NEXT_MONDAY;
import static org.warmplan.demand.Offers.SDXL;
import static org.warmplan.demand.Offers.SELF;
import static org.warmplan.demand.Offers.cold;
import static org.warmplan.demand.Offers.warm;
import static org.warmplan.demand.Offers.workload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.warmplan.demand.forecast.ShippedForecast;
import org.warmplan.domain.CountedIssue;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Offer;
import org.warmplan.domain.SeenGpu;
import org.warmplan.domain.Workload;
import org.warmplan.files.Document;

final class DemandEstimatorTest {
    private static final DemandPolicy POLICY =
            DemandPolicy.of(Document.ofYaml(Path.of("solver-config", "policy.yaml"), "The policy")
                    .fields()
                    .object("demand"));
    private static final SharePolicy SHARE = new SharePolicy(0.8, 0.7, 0.3);

    private final DataIssues issues = new DataIssues();

    private Map<Workload, Demand> estimate(Observation... seen) {
        List<Observation> observations = List.of(seen);
        Supply supply = Supply.of(observations, NEXT_MONDAY, Duration.ofDays(8));
        return new DemandEstimator(POLICY, ShippedForecast.POLICY, SHARE, supply, SELF, NEXT_MONDAY)
                .estimate(observations, issues)
                .demand();
    }

    private Demand one(Workload workload, Observation... seen) {
        return Optional.ofNullable(estimate(seen).get(workload)).orElseThrow();
    }

    private static Evidence evidence(Demand demand, EvidenceKind kind) {
        return demand.evidence().stream()
                .filter(e -> e.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hasNoEstimateWithoutEvidence() {
        assertThat(estimate()).isEmpty();
    }

    @Test
    void countsBusyStreamsOverLooks() {
        Demand demand = one(LIVE, warm(MONDAY, 1, LIVE, 1, 2), warm(NEXT_MONDAY, 1, LIVE, 0, 3));

        Evidence looks = evidence(demand, EvidenceKind.LIVE_IN_USE);
        assertThat(looks.events() / looks.exposure()).isCloseTo(2.5, within(1e-9));
        assertThat(looks.text()).isEqualTo("3 of 3 containers busy in 1 look (and 1 week before)");
    }

    @Test
    void takesSamplesCloseTogetherForOneLook() {
        Demand demand =
                one(LIVE, warm(MONDAY, 1, LIVE, 0, 3), warm(MONDAY.plus(Duration.ofMinutes(30)), 1, LIVE, 0, 3));

        assertThat(evidence(demand, EvidenceKind.LIVE_IN_USE).text()).isEqualTo("3 of 3 containers busy in 1 look");
    }

    @Test
    void billsALiveStreamAtItsFixedRate() {
        // One stream for a week: 27,648,000 pixels a second.
        assertThat(one(LIVE, warm(NEXT_MONDAY, 1, LIVE, 0, 1)).unitsPerRate()).isEqualTo(27_648_000.0 * 604_800);
    }

    @Test
    void dividesAGrownCounterByTheRivalsShare() {
        Demand demand = one(
                SDXL,
                warm(MONDAY, 1, SDXL, 1_000, 0),
                warm(NEXT_MONDAY, 1, SDXL, 1_010, 0),
                warm(NEXT_MONDAY, 2, SDXL, 1, 0));
        Evidence drift = evidence(demand, EvidenceKind.CAPACITY_DRIFT);

        // 10 jobs less 30 % tests, in a week, by one of two whose stakes nobody lists.
        assertThat(drift.events() / drift.exposure()).isCloseTo(14, within(1e-9));
    }

    @Test
    void sharesOnePartAmongTheNodesOfOneAddress() {
        Demand demand = one(
                SDXL,
                warm(MONDAY, 1, SDXL, 1_000, 0),
                warm(NEXT_MONDAY, 1, SDXL, 1_010, 0),
                at("https://second.example", warm(MONDAY, 1, SDXL, 2_000, 0)),
                at("https://second.example", warm(NEXT_MONDAY, 1, SDXL, 2_010, 0)));

        // 20 jobs less 30 % tests in one week: the address alone has it warm.
        Evidence drift = evidence(demand, EvidenceKind.CAPACITY_DRIFT);
        assertThat(drift.events() / drift.exposure()).isCloseTo(14, within(1e-9));
    }

    @Test
    void takesTwoSnapshotsOfOneAnswerForNoNews() {
        Demand demand = one(
                SDXL, warm(MONDAY, 1, SDXL, 6_000, 0), warm(MONDAY.plus(Duration.ofMinutes(10)), 1, SDXL, 6_000, 0));

        assertThat(demand.evidence())
                .extracting(Evidence::kind)
                .containsExactly(EvidenceKind.CAPACITY_SINCE_START, EvidenceKind.REGISTRATIONS);
    }

    @Test
    void countsANodeOnceThoughTwoGatewaysTellOfIt() {
        Observation told = warm(NEXT_MONDAY, 1, LIVE, 0, 3);

        assertThat(Distinct.of(List.of(told, told))).containsExactly(told);
    }

    private static Offer at(String uri, Offer offer) {
        return new Offer(
                offer.seenAt(),
                offer.orchestrator(),
                uri,
                offer.workload(),
                offer.warmth(),
                offer.capacity(),
                offer.inUse(),
                offer.price(),
                offer.gpus(),
                offer.runnerVersion());
    }

    @Test
    void isNoSurerThanAllowedByManyJobs() {
        Evidence drift = evidence(
                one(SDXL, warm(MONDAY, 1, SDXL, 1_000, 0), warm(NEXT_MONDAY, 1, SDXL, 41_000, 0)),
                EvidenceKind.CAPACITY_DRIFT);

        // Never surer than a spread of 0.6 allows: as 1 / 0.36 events would be.
        assertThat(drift.events()).isBetween(2.7, 2.78);
        // 40,000 jobs less the 100 a week that testers ask for at most.
        assertThat(drift.events() / drift.exposure()).isCloseTo(39_900, within(1e-6));
    }

    @Test
    void countsARestartedCounterAsAnIssueOnly() {
        Demand demand = one(SDXL, warm(MONDAY, 1, SDXL, 1_000, 0), warm(NEXT_MONDAY, 1, SDXL, 50, 0));

        assertThat(demand.evidence()).extracting(Evidence::kind).containsExactly(EvidenceKind.REGISTRATIONS);
        assertThat(issues.counted())
                .extracting(CountedIssue::first)
                .extracting(i -> i.kind())
                .containsExactly("capacityReset");
    }

    @Test
    void countsNoJobsWhereASmallCapacityFalls() {
        Offer onFourCards = onCards(warm(MONDAY, 1, SDXL, 4, 0), 4);
        Offer onOneCard = onCards(warm(NEXT_MONDAY, 1, SDXL, 2, 0), 1);

        assertThat(one(SDXL, onFourCards, onOneCard).evidence())
                .extracting(Evidence::kind)
                .containsExactly(EvidenceKind.REGISTRATIONS);
    }

    private static Offer onCards(Offer offer, int cards) {
        List<SeenGpu> gpus = IntStream.range(0, cards)
                .mapToObj(i -> new SeenGpu("GPU-" + i, "NVIDIA GeForce RTX 4090", 0, 0))
                .toList();
        return new Offer(
                offer.seenAt(),
                offer.orchestrator(),
                offer.uri(),
                offer.workload(),
                offer.warmth(),
                offer.capacity(),
                offer.inUse(),
                offer.price(),
                gpus,
                offer.runnerVersion());
    }

    @Test
    void readsACounterSeenOnceAsJobsSinceAStart() {
        Evidence since = evidence(one(SDXL, warm(NEXT_MONDAY, 1, SDXL, 6_000, 0)), EvidenceKind.CAPACITY_SINCE_START);

        // 6,000 less 30 % over 6 weeks.
        assertThat(since.events() / since.exposure()).isCloseTo(700, within(1e-6));
    }

    @Test
    void takesASmallBatchCapacityForWhatItSays() {
        assertThat(one(SDXL, warm(MONDAY, 1, SDXL, 0, 0), warm(NEXT_MONDAY, 1, SDXL, 1, 0))
                        .evidence())
                .extracting(Evidence::kind)
                .containsExactly(EvidenceKind.REGISTRATIONS);
    }

    @Test
    void takesOwnOffersForNoEvidence() {
        assertThat(estimate(warm(NEXT_MONDAY, 9, SDXL, 1, 0))).isEmpty();
    }

    @Test
    void takesColdOffersForLessThanWarmOnes() {
        double cold = one(SDXL, cold(NEXT_MONDAY, 1, SDXL)).rate().mean();
        double warm = one(SDXL, warm(NEXT_MONDAY, 1, SDXL, 1, 0)).rate().mean();

        assertThat(warm / cold).isCloseTo(10, within(1e-3));
    }

    @Test
    void leavesTestModelsOut() {
        assertThat(estimate(warm(NEXT_MONDAY, 1, workload("live-video-to-video/noop"), 1, 5)))
                .isEmpty();
    }

    @Test
    void givesEveryEstimateARange() {
        Demand demand = one(LIVE, warm(NEXT_MONDAY, 1, LIVE, 3, 0));

        assertThat(demand.low()).isNotNegative().isLessThan(demand.mid());
        assertThat(demand.mid()).isLessThan(demand.high());
    }

    @Test
    void narrowsTheRangeWithMoreLooks() {
        Demand once = one(LIVE, warm(MONDAY, 1, LIVE, 0, 3));
        Demand twice = one(LIVE, warm(MONDAY, 1, LIVE, 0, 3), warm(NEXT_MONDAY, 1, LIVE, 0, 3));

        assertThat((double) twice.high() / twice.low()).isLessThan((double) once.high() / once.low());
    }
}
