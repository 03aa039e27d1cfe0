package org.warmplan.replay.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Workload;
import org.warmplan.replay.market.Cast;
import org.warmplan.replay.market.SmallMarket;
import org.warmplan.replay.market.Standing;
import org.warmplan.replay.market.WeekLog;

/** What a gateway's answer tells of a market, against what held there. */
final class ShownNetworkTest {
    private final Shown shown = Shown.whole(2);
    private final Cast cast = shown.market().cast();

    @Test
    void tellsWhoHasWhatWarmAndCold() {
        for (Offer offer : shown.all(Offer.class)) {
            Standing standing = shown.week(week(offer)).standing();
            int replicas = standing.set(node(offer)).replicas(workload(offer));

            assertThat(offer.isWarm()).as(offer.toString()).isEqualTo(replicas > 0);
            assertThat(standing.set(node(offer)).listed()).contains(workload(offer));
        }
        assertThat(shown.all(Offer.class)).anyMatch(offer -> !offer.isWarm());
    }

    @Test
    void tellsContainersIdleAndBusyOfLiveVideo() {
        List<Offer> live = shown.all(Offer.class).stream()
                .filter(offer -> offer.workload().pipeline().isLive())
                .toList();

        assertThat(live).allSatisfy(offer -> {
            assertThat(offer.inUse()).isEqualTo(log(offer).inUse(offerIndex(offer), at(offer)));
            assertThat(offer.capacity()).isEqualTo(log(offer).capacity(offerIndex(offer), at(offer)));
        });
        assertThat(live).anyMatch(offer -> offer.inUse() > 0);
    }

    @Test
    void showsBatchCapacityAsTheCounterItIsAndNeverWhatIsInUse() {
        List<Offer> batch = shown.all(Offer.class).stream()
                .filter(offer -> !offer.workload().pipeline().isLive())
                .toList();

        assertThat(batch).allSatisfy(offer -> {
            assertThat(offer.capacity()).isEqualTo(log(offer).capacity(offerIndex(offer), at(offer)));
            assertThat(offer.inUse()).isZero();
        });
        assertThat(batch)
                .filteredOn(offer -> node(offer) == SmallMarket.SPLIT)
                .anyMatch(offer -> offer.capacity() > 500);
        assertThat(batch)
                .filteredOn(offer -> node(offer) != SmallMarket.SPLIT)
                .allMatch(offer -> offer.capacity() <= 1);
    }

    /** What a node adds for redeeming tickets is in no list of prices. */
    @Test
    void tellsConfiguredPrices() {
        assertThat(shown.all(Offer.class)).allSatisfy(offer -> {
            double wei = shown.week(week(offer)).standing().weiPerUnit(node(offer), workload(offer));
            if (offer.price() != null) {
                assertThat(offer.price().weiPerUnit()).isCloseTo(wei, Percentage.withPercentage(0.1));
            }
        });
        assertThat(shown.all(Offer.class)).anyMatch(offer -> offer.price() != null);
    }

    @Test
    void leavesOutAFewNodesAtEachLookAndOftenNone() {
        Set<Integer> missing = new HashSet<>();
        int answers = 0;
        for (int hour = 1; hour < 2 * WeekLog.HOURS; hour += 2) {
            for (int node = 0; node < cast.nodes().size(); node++) {
                if (answered(node, hour)) {
                    answers++;
                } else {
                    missing.add(hour);
                }
            }
        }

        assertThat(answers).isBetween((int) (0.9 * WeekLog.HOURS * 5), WeekLog.HOURS * 5 - 1);
        assertThat(missing).hasSizeBetween(5, WeekLog.HOURS / 3);
    }

    @Test
    void isNotSurprisedByWhatItShows() {
        Set<String> meant = Set.of("priceMissing");

        assertThat(shown.issues()).allMatch(issue -> meant.contains(issue.kind()), "is meant");
    }

    @Test
    void looksAtTheNetworkUpToTheLastHourOfTheWeek() {
        for (int every : List.of(1, 5, 6, 24, 168)) {
            Rhythm rhythm = Rhythm.every(every);

            assertThat(rhythm.looksAtNetwork(WeekLog.HOURS - 1)).isTrue();
            assertThat(IntStream.range(0, WeekLog.HOURS)
                            .filter(rhythm::looksAtNetwork)
                            .count())
                    .isEqualTo((WeekLog.HOURS + every - 1) / every);
        }
    }

    private boolean answered(int node, int hour) {
        String uri = cast.nodes().get(node).uri();
        return shown.all(Offer.class).stream()
                .anyMatch(offer -> offer.uri().equals(uri) && Shown.hour(offer.seenAt()) == hour);
    }

    private int node(Offer offer) {
        for (int node = 0; node < cast.nodes().size(); node++) {
            if (cast.nodes().get(node).uri().equals(offer.uri())) {
                return node;
            }
        }
        throw new AssertionError(offer.uri());
    }

    private int workload(Offer offer) {
        List<Workload> workloads =
                cast.workloads().stream().map(w -> w.workload()).toList();
        return Objects.checkIndex(workloads.indexOf(offer.workload()), workloads.size());
    }

    private int offerIndex(Offer offer) {
        return log(offer).findOffer(node(offer), workload(offer));
    }

    private WeekLog log(Offer offer) {
        return shown.log(week(offer));
    }

    private static int week(Offer offer) {
        return Shown.hour(offer.seenAt()) / WeekLog.HOURS;
    }

    private static int at(Offer offer) {
        return Shown.hour(offer.seenAt()) % WeekLog.HOURS;
    }
}
