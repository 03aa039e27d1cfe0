package org.warmplan.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.demand.SharePolicy.Share;
import org.warmplan.value.Market.Luck;

final class MarketTest {
    private static Market batch(double onChain, double low, double high, int rivals, long replicas) {
        return new Market(false, onChain, new Share(low, high), rivals, replicas);
    }

    private static Market live(int rivals, long replicas) {
        return new Market(true, 0, new Share(1, 1), rivals, replicas);
    }

    /** B(1,1) = 1/2, B(2,1) = 1/5, B(10,5) = 0.018385: Erlang's tables. */
    @ParameterizedTest
    @CsvSource({"0, 3, 1", "1, 1, 0.5", "2, 1, 0.2", "10, 5, 0.018385", "3, 0, 0"})
    void blocksAsErlangsTablesSay(long servers, double load, double blocked) {
        assertThat(Erlang.blocked(servers, load)).isCloseTo(blocked, within(1e-6));
    }

    @Test
    void givesTheOnlyOneWarmAllThatItCanServe() {
        assertThat(batch(1, 1, 1, 0, 0).busy(1, 1, Luck.EVEN)).isCloseTo(0.5, within(1e-12));
        assertThat(live(0, 0).busy(1, 2, Luck.EVEN)).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void givesASecondReplicaAlmostNothingWhileRivalsAreIdle() {
        Market market = batch(1, 0.5, 0.5, 1, 20);
        double first = market.busy(0.02, 1, Luck.EVEN);
        double second = market.busy(0.02, 2, Luck.EVEN) - first;

        assertThat(first).isCloseTo(0.01, within(2e-4));
        assertThat(second).isLessThan(first / 50);
    }

    @Test
    void catchesTheOverflowOfBusyRivals() {
        Market busyRival = batch(1, 0.5, 0.5, 1, 1);
        Market idleRivals = batch(1, 0.5, 0.5, 1, 50);

        assertThat(busyRival.busy(8, 4, Luck.EVEN)).isGreaterThan(idleRivals.busy(8, 4, Luck.EVEN));
    }

    @Test
    void servesLiveStreamsInTurnOfLatency() {
        // Two streams, one rival with one container: first in line 2/3 busy, behind it 2 * (B(1,2) - B(2,2)).
        assertThat(live(1, 1).busy(2, 1, Luck.GOOD)).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(live(1, 1).busy(2, 1, Luck.BAD)).isCloseTo(2 * (2.0 / 3 - 0.4), within(1e-12));
        assertThat(live(1, 1).busy(2, 1, Luck.EVEN)).isCloseTo((2.0 / 3 + 2 * (2.0 / 3 - 0.4)) / 2, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0.01", "0.5", "3", "40"})
    void bringsLessWithEveryFurtherReplica(double load) {
        for (Market market :
                new Market[] {batch(0.8, 0.1, 0.3, 3, 5), batch(0, 0.1, 0.3, 3, 5), live(3, 7), live(0, 0)}) {
            double before = Double.MAX_VALUE;
            for (int n = 1; n <= 12; n++) {
                double brings = market.busy(load, n, Luck.EVEN) - market.busy(load, n - 1, Luck.EVEN);
                assertThat(brings).isBetween(-1e-12, before + 1e-9);
                before = brings;
            }
        }
    }

    @Test
    void neverKeepsMoreBusyThanThereAre() {
        assertThat(batch(0.5, 1, 1, 0, 0).busy(100, 2, Luck.EVEN)).isLessThanOrEqualTo(2);
    }
}
