package org.warmplan.demand.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BatchSharesTest {
    private static final Gateways ONE = new Gateways(1, 1, 0.7);
    private static final Gateways OFF_CHAIN = new Gateways(1, 0, 0.7);

    private static Split split(Gateways gateways, double load, Seller... sellers) {
        return new BatchShares(List.of(sellers), gateways).split(load);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.3", "1, 2", "4, 3", "7, 12"})
    void givesTheOnlyOneWarmWhatErlangLeaves(int containers, double load) {
        for (int gateways = 1; gateways <= 4; gateways++) {
            Split split = split(new Gateways(gateways, 0.5, 0.7), load, Seller.of(5, containers));

            assertThat(split.carried(0)).isCloseTo(Erlang.carried(containers, load), within(1e-3 * load));
            assertThat(split.share(0)).isEqualTo(1);
        }
    }

    /**
     * Two sellers with one container each and one gateway are four states: with p = 0.7 s / (s + t) + 0.15 the first is the
     * only one busy with chance (load * p * P(0) + P(both)) / (load + 1), and the number busy is Erlang's.
     */
    @ParameterizedTest
    @CsvSource({"0.05", "0.4", "1", "2.5"})
    void solvesTheChainOfTwoSellers(double load) {
        double none = 1 / (1 + load + load * load / 2);
        double both = load * load / 2 * none;
        double first = 0.7 * 300 / 400 + 0.3 / 2;
        double firstOnly = (load * first * none + both) / (load + 1);
        double secondOnly = (load * (1 - first) * none + both) / (load + 1);

        Split split = split(ONE, load, Seller.of(300, 1), Seller.of(100, 1));

        assertThat(split.carried(0)).isCloseTo(firstOnly + both, within(2e-3 * load));
        assertThat(split.carried(1)).isCloseTo(secondOnly + both, within(2e-3 * load));
        assertThat(split.lost()).isCloseTo(load * Erlang.blocked(2, load), within(2e-3 * load));
    }

    /** A fast and a slow seller, drawn evenly: as above, the fast one twice as soon through. */
    @Test
    void letsAFastSellerFinishSooner() {
        double load = 0.8;
        double[] chances = chainOfTwo(load, 0.5, 2, 1);

        Split split = split(new Gateways(1, 1, 0), load, new Seller(1, 1, 1, 2), new Seller(1, 1, 1, 1));

        assertThat(split.carried(0)).isCloseTo(2 * (chances[1] + chances[3]), within(5e-3));
        assertThat(split.carried(1)).isCloseTo(chances[2] + chances[3], within(5e-3));
    }

    /** The chances of none, first only, second only and both busy, by going through the states until they hold. */
    private static double[] chainOfTwo(double load, double first, double firstEnds, double secondEnds) {
        double[] p = {0.25, 0.25, 0.25, 0.25};
        for (int k = 0; k < 10_000; k++) {
            p[0] = (firstEnds * p[1] + secondEnds * p[2]) / load;
            p[1] = (load * first * p[0] + secondEnds * p[3]) / (load + firstEnds);
            p[2] = (load * (1 - first) * p[0] + firstEnds * p[3]) / (load + secondEnds);
            p[3] = load * (p[1] + p[2]) / (firstEnds + secondEnds);
            double sum = p[0] + p[1] + p[2] + p[3];
            for (int s = 0; s < 4; s++) {
                p[s] /= sum;
            }
        }
        return p;
    }

    @Test
    void drawsByStakeAndEvenlyWhileAllAreIdle() {
        Split split = split(ONE, 0.001, Seller.of(100, 2), Seller.of(200, 1), Seller.of(100, 4));

        // 0.7 * 100 / 400 + 0.3 / 3
        assertThat(split.share(0)).isCloseTo(0.275, within(2e-3));
        assertThat(split.share(1)).isCloseTo(0.45, within(2e-3));
    }

    @Test
    void givesASecondNodeOfAnAddressNoSecondDraw() {
        Seller two = new Seller(100, 2, 1, 1);

        assertThat(split(ONE, 0.001, two, Seller.of(100, 1)).share(0)).isCloseTo(0.5, within(2e-3));
        assertThat(split(ONE, 2, two, Seller.of(100, 1)).share(0)).isGreaterThan(0.55);
    }

    @Test
    void asksOffChainEverySessionAsOften() {
        Split split = split(OFF_CHAIN, 0.001, Seller.of(1_000, 1), Seller.of(1, 3), new Seller(1, 2, 1, 1));

        assertThat(split.share(0)).isCloseTo(0.25, within(2e-3));
        assertThat(split.share(1)).isCloseTo(0.25, within(2e-3));
        assertThat(split.share(2)).isCloseTo(0.5, within(2e-3));
    }

    @Test
    void tendsToWhatEachCanHoldUnderLoad() {
        Split split = split(ONE, 60, Seller.of(1_000, 1), Seller.of(1, 3));

        assertThat(split.share(1)).isCloseTo(0.75, within(0.01));
        assertThat(split.carried(0) + split.carried(1)).isCloseTo(4, within(0.1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void carriesInAllWhatErlangLeaves(int gateways) {
        Random random = new Random(gateways);
        for (int k = 0; k < 40; k++) {
            List<Seller> sellers = sellers(random, 2 + random.nextInt(9));
            int capacity = sellers.stream().mapToInt(Seller::capacity).sum();
            double load = capacity * (0.05 + 0.8 * random.nextDouble());
            Split split = new BatchShares(sellers, new Gateways(gateways, random.nextDouble(), 0.7)).split(load);

            assertThat(split.lost()).isBetween(0.0, load * Erlang.blocked(capacity, load) + 0.03 * load);
        }
    }

    @Test
    void bringsNobodyMoreWhenARivalComes() {
        Random random = new Random(11);
        for (int k = 0; k < 60; k++) {
            List<Seller> sellers = sellers(random, 1 + random.nextInt(8));
            double load = 0.1 + 6 * random.nextDouble();
            Gateways gateways = new Gateways(1 + random.nextInt(4), random.nextDouble(), 0.7);
            double before = new BatchShares(sellers, gateways).split(load).carried(0);
            sellers.addAll(sellers(random, 1));

            assertThat(new BatchShares(sellers, gateways).split(load).carried(0))
                    .isLessThan(before * 1.005);
        }
    }

    @Test
    void bringsNobodyLessWhenMoreIsAsked() {
        Random random = new Random(12);
        for (int k = 0; k < 40; k++) {
            List<Seller> sellers = sellers(random, 1 + random.nextInt(8));
            BatchShares shares =
                    new BatchShares(sellers, new Gateways(1 + random.nextInt(4), random.nextDouble(), 0.7));
            double before = 0;
            for (double load = 0.05; load < 40; load *= 1.5) {
                double now = shares.split(load).carried(0);
                assertThat(now).isGreaterThan(before * 0.995);
                before = now;
            }
        }
    }

    @Test
    void doesNotDependOnWhatWasAskedBefore() {
        List<Seller> sellers = sellers(new Random(5), 7);
        BatchShares shares = new BatchShares(sellers, new Gateways(2, 0.8, 0.7));
        shares.split(0.2);
        shares.split(9);

        assertThat(shares.split(3).carried(0))
                .isCloseTo(
                        new BatchShares(sellers, new Gateways(2, 0.8, 0.7))
                                .split(3)
                                .carried(0),
                        within(5e-3));
    }

    @Test
    void refusesWhatIsNoSeller() {
        assertThatThrownBy(() -> new Seller(-1, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Seller(1, 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Gateways(0, 1, 0.7)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Gateways(1, 1.1, 0.7)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Seller> sellers(Random random, int count) {
        List<Seller> sellers = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            sellers.add(Seller.of(Math.exp(1.5 * random.nextGaussian()), 1 + random.nextInt(4)));
        }
        return sellers;
    }

    /** Loads are asked for one after the other, small ones first, as curves do. */
    @Test
    void holdsWhateverTheNetworkAndTheLoadBefore() {
        Random random = new Random(11);
        for (int k = 0; k < 300; k++) {
            List<Seller> sellers = new ArrayList<>();
            for (int i = 1 + random.nextInt(9); i > 0; i--) {
                int containers = k % 2 == 0 ? 1 : 1 + random.nextInt(3);
                sellers.add(Seller.of(Math.exp(10 + 1.5 * random.nextGaussian()), containers));
            }
            BatchShares shares = new BatchShares(sellers, new Gateways(1 + random.nextInt(4), 0.8, 0.7));
            double before = 0;
            for (double load = 0.01; load < 3; load *= 2.7) {
                double all = Arrays.stream(shares.split(load).carried()).sum();

                assertThat(all).as("%s under %f", sellers, load).isBetween(before, load * 1.0001);
                assertThat(all).isGreaterThan(0.99 * Erlang.carried(1, load));
                before = all;
            }
        }
    }
}
