package org.warmplan.plan.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.warmplan.plan.board.Board;
import org.warmplan.problem.GpuClass;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.WorkerSpec;
import org.warmplan.problem.WorkloadSpec;

/** What a curve takes at some prices, held against every number of replicas of every class. */
final class SurplusTest {
    /** Units and cards of a drawn workload: what decides how its limits are kept. */
    enum Kind {
        /** Replicas are counted one by one. */
        FEW(400, 3, 6, 4),
        /** Too many units to count replicas beside them in a hurry. */
        MANY(150, 3, 2_000, 9),
        /** So many that limits on replicas become limits on units. */
        RELAXED(20, 2, 10_000, 45);

        private final int draws;
        private final int classes;
        private final int units;
        private final int cards;

        Kind(int draws, int classes, int units, int cards) {
            this.draws = draws;
            this.classes = classes;
            this.units = units;
            this.cards = cards;
        }
    }

    /** One workload alone, with what can be told of it without the program. */
    private static final class Drawn {
        private final Random random;
        private final int[] units;
        private final long[] most;
        private final List<Long> marginal = new ArrayList<>();
        private final int least;
        private final int mostInAll;
        private final long scale;
        private final long[] prices;
        private final Surplus surplus;
        private final Tariff tariff;

        Drawn(Kind kind, long seed) {
            random = new Random(seed);
            int classes = 1 + random.nextInt(kind.classes);
            units = random.ints(classes, 1, kind.units + 1).toArray();
            most = random.longs(classes, 0, kind.cards + 1L).toArray();
            int sum = (int) Arrays.stream(most).sum();
            least = random.nextInt(3) > 0 ? 0 : random.nextInt(sum + 2);
            mostInAll = random.nextInt(3) == 0 ? Integer.MAX_VALUE : random.nextInt(sum + 2);
            scale = random.nextBoolean() ? 1 : 10;
            long next = 1L + random.nextInt(40);
            for (int k = random.nextInt(2 * kind.units + 2); k > 0; k--) {
                marginal.add(next);
                next -= random.nextInt(4) == 0 ? random.nextInt((int) next + 1) / 2 : 0;
            }
            boolean onlyPaid = kind == Kind.RELAXED || random.nextInt(3) > 0;
            prices = new long[classes];
            for (int c = 0; c < classes; c++) {
                long about = 2 + scale * 25L * units[c];
                prices[c] = random.nextLong(about) - (onlyPaid ? 0 : about / 3);
            }
            surplus = Surplus.of(new Board(problem())).get(0);
            tariff = new Tariff(classes, scale, prices, 0);
        }

        private Problem problem() {
            List<GpuClass> classes = new ArrayList<>();
            List<GpuSpec> gpus = new ArrayList<>();
            TreeMap<String, Long> vram = new TreeMap<>();
            TreeMap<String, Integer> unitsOn = new TreeMap<>();
            for (int c = 0; c < units.length; c++) {
                String id = "c" + c;
                classes.add(new GpuClass(id, 10));
                vram.put(id, 10L);
                unitsOn.put(id, units[c]);
                for (int g = 0; g < most[c]; g++) {
                    gpus.add(new GpuSpec(id + "/" + g, "rig", id, 2, 0, List.of(), new TreeSet<>()));
                }
            }
            return new Problem(
                    classes,
                    List.of(new WorkerSpec("rig", 0, false, List.of(), new TreeSet<>())),
                    gpus,
                    List.of(new WorkloadSpec("w", vram, unitsOn, new TreeMap<>(), marginal, least, mostInAll, 0)),
                    List.of(),
                    null);
        }

        long worth(long[] replicas) {
            long y = 0;
            long cost = 0;
            for (int c = 0; c < units.length; c++) {
                y += replicas[c] * units[c];
                cost += replicas[c] * prices[c];
            }
            return scale * marginal.stream().limit(y).mapToLong(Long::longValue).sum() - cost;
        }

        boolean isWithin(long[] replicas) {
            long all = Arrays.stream(replicas).sum();
            return all >= least && all <= mostInAll;
        }

        /** As the file format has it where there are too many units and replicas. */
        boolean isWithinUnits(long[] replicas) {
            long y = 0;
            for (int c = 0; c < units.length; c++) {
                y += replicas[c] * units[c];
            }
            return y >= units(least, 1)
                    && y <= units(Math.min(mostInAll, Arrays.stream(most).sum()), -1);
        }

        private long units(long replicas, int sign) {
            List<Integer> all = new ArrayList<>();
            for (int c = 0; c < units.length; c++) {
                for (int i = 0; i < most[c]; i++) {
                    all.add(sign * units[c]);
                }
            }
            return sign
                    * all.stream()
                            .sorted()
                            .limit(replicas)
                            .mapToLong(Integer::longValue)
                            .sum();
        }

        /** Sums of the curve are at hand, for there are many choices to add up. */
        long best(boolean byUnits) {
            long[] sums = new long[marginal.size() + 1];
            for (int k = 0; k < marginal.size(); k++) {
                sums[k + 1] = sums[k] + marginal.get(k);
            }
            return best(new long[units.length], 0, byUnits, sums);
        }

        private long best(long[] replicas, int from, boolean byUnits, long[] sums) {
            if (from == replicas.length) {
                if (byUnits ? !isWithinUnits(replicas) : !isWithin(replicas)) {
                    return Long.MIN_VALUE;
                }
                long y = 0;
                long cost = 0;
                for (int c = 0; c < units.length; c++) {
                    y += replicas[c] * units[c];
                    cost += replicas[c] * prices[c];
                }
                return scale * sums[(int) Math.min(y, sums.length - 1)] - cost;
            }
            long best = Long.MIN_VALUE;
            for (replicas[from] = 0; replicas[from] <= most[from]; replicas[from]++) {
                best = Math.max(best, best(replicas, from + 1, byUnits, sums));
            }
            replicas[from] = 0;
            return best;
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void choosesTheBestNumbersThereAre(Kind kind) {
        int relaxed = 0;
        for (int seed = 0; seed < kind.draws; seed++) {
            Drawn drawn = new Drawn(kind, seed);
            Surplus.Choice choice = drawn.surplus.choose(drawn.tariff);
            boolean byUnits = drawn.surplus.isRelaxed();
            relaxed += byUnits ? 1 : 0;
            long best = drawn.best(byUnits);

            assertThat(choice.isImpossible()).as("%s %d", kind, seed).isEqualTo(best == Long.MIN_VALUE);
            if (best != Long.MIN_VALUE) {
                assertThat(choice.value()).as("%s %d", kind, seed).isEqualTo(best);
                assertThat(drawn.worth(choice.replicas()))
                        .as("%s %d", kind, seed)
                        .isEqualTo(best);
            }
        }
        assertThat(relaxed > 0).isEqualTo(kind == Kind.RELAXED);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void inAHurryTakesSomethingWithinTheLimitsAndNoMoreThanTheBest(Kind kind) {
        int met = 0;
        for (int seed = 0; seed < kind.draws; seed++) {
            Drawn drawn = new Drawn(kind, seed);
            Surplus.Choice near = drawn.surplus.near(drawn.tariff);
            if (near.isImpossible()) {
                continue;
            }
            Surplus.Choice best = drawn.surplus.choose(drawn.tariff);
            assertThat(near.value()).as("%s %d", kind, seed).isLessThanOrEqualTo(best.value());
            // Where limits on replicas have become limits on units, both take what those allow.
            assertThat(drawn.isWithin(near.replicas()) || drawn.surplus.isRelaxed())
                    .as("%s %d", kind, seed)
                    .isTrue();
            assertThat(drawn.worth(near.replicas())).as("%s %d", kind, seed).isEqualTo(near.value());
            met += near.value() == best.value() ? 1 : 0;
        }
        assertThat(met).isGreaterThan(kind.draws / 2);
    }

    /** Once it must have two, ten slow replicas are better than two of any kind. */
    @Test
    void takesMoreThanItMustWhereThatIsBetter() {
        Problem problem = new Problem(
                List.of(new GpuClass("fast", 10), new GpuClass("slow", 10)),
                List.of(new WorkerSpec("rig", 0, false, List.of(), new TreeSet<>())),
                List.of(
                        new GpuSpec("f", "rig", "fast", 1, 0, List.of(), new TreeSet<>()),
                        new GpuSpec("s", "rig", "slow", 10, 0, List.of(), new TreeSet<>())),
                List.of(new WorkloadSpec(
                        "w",
                        new TreeMap<>(Map.of("fast", 1L, "slow", 1L)),
                        new TreeMap<>(Map.of("fast", 10, "slow", 1)),
                        new TreeMap<>(),
                        Collections.nCopies(10, 100L),
                        2,
                        99,
                        0)),
                List.of(),
                null);
        Surplus surplus = Surplus.of(new Board(problem)).get(0);

        Surplus.Choice choice = surplus.choose(new Tariff(2, 1, new long[] {950, 96}, 0));

        assertThat(choice.value()).isEqualTo(10 * 100 - 10 * 96);
        assertThat(choice.replicas()).containsExactly(0, 10);
    }
}
