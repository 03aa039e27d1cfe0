package org.warmplan.certify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SurplusTest {
    private static List<Long> falling(Random random, int length) {
        List<Long> marginal = new ArrayList<>();
        long next = 1000;
        for (int k = 0; k < length; k++) {
            next = random.nextInt((int) next + 1);
            marginal.add(next);
        }
        return marginal;
    }

    /** The best of all numbers on two classes that {@code rule} allows. */
    private static Exact slow(Curve curve, List<Surplus.Supply> two, Rule rule) {
        Exact best = Exact.NONE;
        Surplus.Supply a = two.get(0);
        Surplus.Supply b = two.get(1);
        for (long n = 0; n <= a.most(); n++) {
            for (long m = 0; m <= b.most(); m++) {
                long units = n * a.units() + m * b.units();
                if (rule.allows(n + m, units)) {
                    best = best.max(curve.worth(units).plus(-n * a.price() - m * b.price()));
                }
            }
        }
        return best;
    }

    private interface Rule {
        boolean allows(long replicas, long units);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3})
    void isTheBestOfAllNumbersWithinTheLimits(long seed) {
        Random random = new Random(seed);
        for (int k = 0; k < 300; k++) {
            int step = 1 + random.nextInt(3);
            Curve curve = Curve.of(falling(random, random.nextInt(30)), 1 + random.nextInt(3))
                    .after(random.nextInt(4));
            List<Surplus.Supply> two = List.of(
                    new Surplus.Supply(step * (1 + random.nextInt(5)), random.nextInt(400) - 100, random.nextInt(9)),
                    new Surplus.Supply(step * (1 + random.nextInt(5)), random.nextInt(400) - 100, random.nextInt(9)));
            long min = random.nextInt(3) == 0 ? random.nextInt(7) : 0;
            long max = random.nextInt(2) == 0 ? random.nextInt(12) : Integer.MAX_VALUE;

            assertThat(Surplus.of(curve, two, min, max))
                    .as("%s from %d to %d", two, min, max)
                    .isEqualTo(slow(curve, two, (replicas, units) -> replicas >= min && replicas <= max));
        }
    }

    /** Beyond 10^7 cells limits on replicas become the least and most units that they allow. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1})
    void takesUnitsForReplicasWhereTheTableWouldBeTooLarge(long seed) {
        Random random = new Random(seed);
        for (int k = 0; k < 10; k++) {
            Curve curve = Curve.of(falling(random, 2000), 1);
            int price = random.nextInt(3) - 1;
            List<Surplus.Supply> two = List.of(
                    new Surplus.Supply(
                            7000 + random.nextInt(3000), 100 * price + random.nextInt(50), 40 + random.nextInt(20)),
                    new Surplus.Supply(
                            5000 + random.nextInt(2000), 100 * price + random.nextInt(50), 40 + random.nextInt(20)));
            long min = random.nextInt(25);
            long max = random.nextBoolean() ? Integer.MAX_VALUE : 25 + random.nextInt(20);
            long least = min * two.get(1).units();
            long most = Math.min(max, two.get(0).most()) * two.get(0).units()
                    + Math.min(Math.max(0, max - two.get(0).most()), two.get(1).most())
                            * two.get(1).units();

            assertThat(Surplus.of(curve, two, min, max))
                    .as("%s from %d to %d", two, min, max)
                    .isEqualTo(slow(
                            curve,
                            two,
                            (replicas, units) -> (min == 0 && max > 1000) || (units >= least && units <= most)));
        }
    }

    @Test
    void isNoneWhereNoNumberIsAllowed() {
        Curve curve = Curve.of(List.of(5L), 1);
        List<Surplus.Supply> two = List.of(new Surplus.Supply(1, 1, 2));

        assertThat(Surplus.of(curve, two, 3, 4).isNone()).isTrue();
        assertThat(Surplus.of(curve, two, 2, 1).isNone()).isTrue();
        assertThat(Surplus.of(curve, two, 0, -1).isNone()).isTrue();
        assertThat(Surplus.of(curve, List.of(), 0, 0)).isEqualTo(Exact.ZERO);
    }
}
