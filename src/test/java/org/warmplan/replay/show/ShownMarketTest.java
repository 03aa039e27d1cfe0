package org.warmplan.replay.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.warmplan.collect.SourceKinds;
import org.warmplan.demand.DemandPolicy;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.StakeSeen;
import org.warmplan.files.Document;
import org.warmplan.fleet.Catalogue;
import org.warmplan.replay.market.Market;
import org.warmplan.replay.market.MarketGateway;
import org.warmplan.replay.market.MarketOrchestrator;
import org.warmplan.replay.market.MarketSize;
import org.warmplan.replay.market.MarketWorkload;

/** A drawn market of two weeks: what its sources must not show. */
final class ShownMarketTest {
    private static final long SEED = 4;

    private final Market market = Market.of(
            Catalogue.read(Path.of("data", "catalogue")),
            DemandPolicy.of(Document.ofYaml(Path.of("solver-config", "policy.yaml"), "The policy")
                    .fields()
                    .object("demand")),
            MarketSize.STUDY,
            SEED);
    private final List<Snapshot> snapshots = new ArrayList<>();

    ShownMarketTest() {
        Showing showing = new Showing(market.cast(), SEED, Showing.START, new Rhythm(6, 0));
        for (int week = 0; week < 2; week++) {
            market.play();
            snapshots.addAll(showing.week(market.standing(week), market.log(week)));
        }
    }

    @Test
    void namesNoGatewayThatNobodyFollows() {
        List<String> hidden = market.cast().gateways().stream()
                .filter(gateway -> gateway.org() == null)
                .map(MarketGateway::address)
                .map(address -> address.value())
                .toList();
        List<String> bodies = snapshots.stream()
                .filter(snapshot -> !snapshot.kind().equals(Showing.METRICS))
                .flatMap(snapshot -> snapshot.parts().stream())
                .map(Snapshot.Part::body)
                .toList();

        assertThat(hidden).isNotEmpty();
        assertThat(bodies).isNotEmpty().noneMatch(body -> hidden.stream().anyMatch(body::contains));
    }

    @Test
    void namesNoModelBeforeItIsBorn() {
        List<String> unborn = market.cast().workloads().stream()
                .filter(workload -> workload.bornWeek() > 1)
                .map(MarketWorkload::workload)
                .map(workload -> '"' + workload.modelId() + '"')
                .toList();

        assertThat(unborn).isNotEmpty();
        assertThat(snapshots)
                .flatExtracting(Snapshot::parts)
                .noneMatch(part -> unborn.stream().anyMatch(part.body()::contains));
    }

    @Test
    void leavesSomeOrchestratorsOutOfTheExplorersHundred() {
        Set<Object> listed = snapshots.stream()
                .filter(snapshot -> snapshot.kind().equals(Showing.EXPLORER))
                .flatMap(snapshot -> read(snapshot).stream())
                .filter(StakeSeen.class::isInstance)
                .map(seen -> ((StakeSeen) seen).orchestrator())
                .collect(Collectors.toSet());

        assertThat(market.cast().orchestrators())
                .extracting(MarketOrchestrator::address)
                .anyMatch(listed::contains)
                .anyMatch(address -> !listed.contains(address));
        assertThat(snapshots)
                .filteredOn(snapshot -> snapshot.kind().equals(Showing.EXPLORER))
                .allMatch(snapshot -> read(snapshot).stream()
                                .filter(StakeSeen.class::isInstance)
                                .count()
                        == 100);
    }

    @Test
    void surprisesNoReader() {
        assertThat(snapshots.stream()
                        .flatMap(snapshot ->
                                SourceKinds.find(snapshot.kind()).orElseThrow().read(snapshot).issues().stream())
                        .map(DataIssue::kind)
                        .collect(Collectors.toSet()))
                .isSubsetOf("priceMissing");
    }

    private static List<? extends Object> read(Snapshot snapshot) {
        return SourceKinds.find(snapshot.kind()).orElseThrow().read(snapshot).observations();
    }
}
