package org.warmplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.warmplan.collect.SourceKinds;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.StakeSeen;
import org.warmplan.domain.Window;
import org.warmplan.domain.Workload;
import org.warmplan.history.History;
import org.warmplan.history.InputSnapshot;
import org.warmplan.history.Manifest;
import org.warmplan.history.Observed;
import org.warmplan.history.SnapshotStore;

/** What data/example/network/NOTES.txt says of the example network is true. */
final class ExampleNetworkTest {
    private static final Instant FIRST = Instant.parse("2026-11-16T06:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-11-23T06:00:00Z");
    private static final Address OPERATOR = new Address("0x00000000000000000000000000000000000e0001");
    private static final Observed OBSERVED = observe(SECOND);

    @Test
    void hasTwoWeeksOfTheNetworkAndOneOfStake() {
        assertThat(OBSERVED.inputs())
                .extracting(InputSnapshot::kind, InputSnapshot::instant)
                .containsExactly(
                        tuple("network-capabilities", FIRST),
                        tuple("explorer-orchestrators", SECOND),
                        tuple("network-capabilities", SECOND));
        assertThat(observe(SECOND.minusSeconds(1)).inputs()).hasSize(1);
    }

    @Test
    void lacksOnePriceEachWeekAndNothingElse() {
        String path = "orchestrators[%d].capabilities.constraints.PerCapability.27.models.ByteDance/SDXL-Lightning";

        assertThat(OBSERVED.issues())
                .extracting(DataIssue::kind, DataIssue::path)
                .containsExactly(tuple("priceMissing", path.formatted(13)), tuple("priceMissing", path.formatted(12)));
    }

    @Test
    void hasThirteenOrchestratorsWithAi() {
        assertThat(addresses(FIRST)).hasSize(13).contains(OPERATOR);
        assertThat(addresses(SECOND)).hasSize(12).contains(OPERATOR);
        assertThat(offers(FIRST).map(Offer::uri).distinct()).hasSize(14);
    }

    @Test
    void showsTheOperatorWarmEachWeek() {
        Workload realVis = new Workload(Pipeline.TEXT_TO_IMAGE, "SG161222/RealVisXL_V4.0_Lightning");

        assertThat(Stream.of(FIRST, SECOND)
                        .flatMap(ExampleNetworkTest::offers)
                        .filter(offer -> offer.orchestrator().equals(OPERATOR)))
                .hasSize(2)
                .allSatisfy(offer -> {
                    assertThat(offer.workload()).isEqualTo(realVis);
                    assertThat(offer.isWarm()).isTrue();
                    assertThat(offer.price()).isNotNull().hasToString("UnitPrice[wei=4768371, units=1]");
                    assertThat(offer.gpus()).extracting(gpu -> gpu.name()).containsExactly("NVIDIA GeForce RTX 4090");
                });
    }

    @Test
    void growsWhereJobsWereServedAndShrinksWhereANodeRestarted() {
        assertThat(capacity(FIRST, "orch-2", "llm")).isEqualTo(31_204);
        assertThat(capacity(SECOND, "orch-2", "llm")).isEqualTo(34_870);
        assertThat(capacity(FIRST, "orch-7", "image-to-text")).isEqualTo(1_663);
        assertThat(capacity(SECOND, "orch-7", "image-to-text")).isEqualTo(41);
    }

    @Test
    void hasLiveVideoInUseAndColdOffers() {
        assertThat(offers(SECOND)
                        .filter(offer -> offer.workload().pipeline().isLive())
                        .mapToLong(Offer::inUse)
                        .sum())
                .isEqualTo(6);
        assertThat(offers(SECOND).filter(offer -> !offer.isWarm())).hasSize(8);
    }

    @Test
    void hasStakeForTheOperatorAmongEighteen() {
        List<StakeSeen> stakes = OBSERVED.observations().stream()
                .filter(StakeSeen.class::isInstance)
                .map(StakeSeen.class::cast)
                .toList();

        assertThat(stakes).hasSize(18);
        assertThat(stakes)
                .filteredOn(stake -> stake.orchestrator().equals(OPERATOR))
                .singleElement()
                .satisfies(stake -> assertThat(stake.stakeLpt()).isEqualByComparingTo("18450.25"));
    }

    private static Observed observe(Instant at) {
        SnapshotStore store = SnapshotStore.inMemory();
        Manifest.read(Path.of("data/example/network/manifest.jsonl")).forEach(store::add);
        return History.observations(store, SourceKinds.listReaders(), new Window(Instant.EPOCH, at));
    }

    private static Stream<Offer> offers(Instant seenAt) {
        return OBSERVED.observations().stream()
                .filter(Offer.class::isInstance)
                .map(Offer.class::cast)
                .filter(offer -> offer.seenAt().equals(seenAt));
    }

    private static Set<Address> addresses(Instant seenAt) {
        return offers(seenAt).map(Offer::orchestrator).collect(Collectors.toCollection(TreeSet::new));
    }

    private static long capacity(Instant seenAt, String host, String pipeline) {
        return offers(seenAt)
                .filter(offer -> offer.uri().contains("//" + host + "."))
                .filter(offer -> offer.workload().pipeline().slug().equals(pipeline))
                .findFirst()
                .orElseThrow()
                .capacity();
    }
}
