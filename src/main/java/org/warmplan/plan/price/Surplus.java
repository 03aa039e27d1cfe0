package org.warmplan.plan.price;

import java.util.Arrays;
import java.util.List;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Card;

/** What a workload's curve pays beyond the prices of its replicas, when it takes the replicas that suit it best. */
final class Surplus {
    /** Units times replicas up to which limits on replicas are kept exactly. */
    private static final long MOST_CELLS = 10_000_000;

    /** The same when time matters more. */
    private static final long FEW_CELLS = 200_000;

    private static final int ROUNDS = 40;

    private final Candidate candidate;
    private final long[] most;
    private final int[] units;
    private final long least;
    private final long mostInAll;

    /**
     * The best choice at some prices.
     *
     * @param value in 1/scale gwei
     * @param replicas by class
     * @param isExact false when another choice may be better
     */
    @SuppressWarnings("ArrayRecordComponent") // Made by the million; never handed out.
    record Choice(long value, long[] replicas, boolean isImpossible, boolean isExact) {
        static Choice impossible(int classes) {
            return new Choice(CardKind.IMPOSSIBLE, new long[classes], true, true);
        }
    }

    private Surplus(Candidate candidate, long[] most) {
        this.candidate = candidate;
        this.most = most;
        this.units = new int[most.length];
        for (int c = 0; c < most.length; c++) {
            units[c] = candidate.unitsOn(c);
        }
        this.least = candidate.minReplicas();
        this.mostInAll = Math.min(candidate.maxReplicas(), Arrays.stream(most).sum());
    }

    /** One for each workload, in the board's order. */
    static List<Surplus> of(Board board) {
        long[][] most = new long[board.candidates().size()][board.classes()];
        for (Card card : board.cards()) {
            for (Candidate candidate : card.allowed()) {
                most[candidate.index()][card.classIndex()] += card.mostOf(candidate);
            }
        }
        return board.candidates().stream()
                .map(c -> new Surplus(c, most[c.index()]))
                .toList();
    }

    /** Whether limits on replicas are only kept as limits on units, because there are too many of both. */
    boolean isRelaxed() {
        return (least > 0 || mostInAll < Arrays.stream(most).sum()) && cells() > MOST_CELLS;
    }

    /** Most replicas that all cards of a class could hold together, if they held nothing else. */
    long most(int gpuClass) {
        return most[gpuClass];
    }

    /** The best choice, exactly. */
    Choice choose(Tariff tariff) {
        Choice near = near(tariff);
        return near.isImpossible() || near.isExact() ? near : counted(tariff, mostInAll, true);
    }

    /**
     * A choice within the limits that is the best or nearly so, in much less time where a limit binds: every replica is made
     * dearer or cheaper by the same amount until their number fits.
     */
    Choice near(Tariff tariff) {
        if (least > mostInAll) {
            return Choice.impossible(most.length);
        }
        Choice free = withoutLimits(tariff, 0, 0, Long.MAX_VALUE);
        if (isWithin(free)) {
            return free;
        }
        if (isRelaxed()) {
            return withoutLimits(tariff, 0, leastUnits(), mostUnits());
        }
        if (taken(free) < least) {
            // With fewer than it must have, a workload takes hardly ever more than that.
            return counted(tariff, least, least == mostInAll);
        }
        return steps(mostInAll) <= FEW_CELLS ? counted(tariff, mostInAll, true) : atMost(tariff);
    }

    private Choice atMost(Tariff tariff) {
        long dearer = tariff.scale() * candidate.worth(Long.MAX_VALUE) + dearest(tariff) + 1;
        long cheaper = 0;
        Choice best = withoutLimits(tariff, dearer, 0, Long.MAX_VALUE);
        for (int i = 0; i < ROUNDS && taken(best) != mostInAll && dearer - cheaper > 1; i++) {
            long middle = (cheaper + dearer) >>> 1;
            Choice choice = withoutLimits(tariff, middle, 0, Long.MAX_VALUE);
            if (taken(choice) <= mostInAll) {
                dearer = middle;
                best = choice;
            } else {
                cheaper = middle;
            }
        }
        boolean met = taken(best) == mostInAll;
        long value = best.value() + dearer * taken(best);
        return met ? new Choice(value, best.replicas(), false, true) : filledUp(value, best.replicas(), tariff);
    }

    /** With one replica more at a time, each the one that brings most, as long as one brings anything. */
    private Choice filledUp(long value, long[] replicas, Tariff tariff) {
        long sum = value;
        long units = 0;
        long taken = 0;
        for (int c = 0; c < most.length; c++) {
            units += replicas[c] * this.units[c];
            taken += replicas[c];
        }
        for (; taken < mostInAll; taken++) {
            int best = -1;
            long gain = taken < least ? CardKind.IMPOSSIBLE : 0;
            for (int c = 0; c < most.length; c++) {
                long more = tariff.scale() * candidate.gain(units, this.units[c]) - tariff.of(candidate, c);
                if (replicas[c] < most[c] && more > gain) {
                    best = c;
                    gain = more;
                }
            }
            if (best < 0) {
                break;
            }
            sum += gain;
            replicas[best]++;
            units += this.units[best];
        }
        return new Choice(sum, replicas, false, false);
    }

    /** Numbers that counting so many replicas has to work out for one class. */
    private double steps(long replicas) {
        double units = 0;
        int largest = 0;
        for (int c = 0; c < most.length; c++) {
            units += (double) most[c] * this.units[c];
            largest = most[c] > 0 ? Math.max(largest, this.units[c]) : largest;
        }
        return (replicas + 1.0) * (1 + Math.min(units, (double) replicas * largest));
    }

    private boolean isWithin(Choice choice) {
        long taken = taken(choice);
        return taken >= least && taken <= mostInAll;
    }

    private static long taken(Choice choice) {
        return Arrays.stream(choice.replicas()).sum();
    }

    private long dearest(Tariff tariff) {
        long dearest = 0;
        for (int c = 0; c < most.length; c++) {
            dearest = Math.max(dearest, Math.abs(tariff.of(candidate, c)));
        }
        return dearest;
    }

    /** As the file format has it: all units that the cards could bring, times all replicas. */
    private long cells() {
        double sum = 1;
        for (int c = 0; c < most.length; c++) {
            sum += (double) units[c] * most[c];
        }
        double cells = sum * (1 + mostInAll);
        return cells > MOST_CELLS ? MOST_CELLS + 1 : (long) cells;
    }

    /** Any number of replicas, each {@code dearer} than its price; units from {@code from} to {@code to}. */
    private Choice withoutLimits(Tariff tariff, long dearer, long from, long to) {
        long[] taken = new long[most.length];
        long[] price = new long[most.length];
        long base = 0;
        long value = 0;
        boolean bounded = to != Long.MAX_VALUE;
        for (int c = 0; c < most.length; c++) {
            price[c] = tariff.of(candidate, c) + dearer;
            if (price[c] < 0 && !bounded) {
                taken[c] = most[c];
                base += most[c] * units[c];
                value -= most[c] * price[c];
            }
        }
        Knapsack knapsack =
                new Knapsack(candidate, most, units, taken, price, base, Math.max(from, base), to, tariff.scale());
        long best = knapsack.solve();
        return best == -Knapsack.NONE ? Choice.impossible(most.length) : new Choice(value + best, taken, false, true);
    }

    private Choice counted(Tariff tariff, long upTo, boolean isExact) {
        return new CountedKnapsack(candidate, most, units).choose(tariff, (int) upTo, isExact);
    }

    private long leastUnits() {
        return extreme(least, true);
    }

    private long mostUnits() {
        return extreme(mostInAll, false);
    }

    /** Fewest or most units that so many replicas bring. */
    private long extreme(long replicas, boolean fewest) {
        Integer[] order = new Integer[most.length];
        Arrays.setAll(order, c -> c);
        Arrays.sort(order, (a, b) -> (fewest ? 1 : -1) * Integer.compare(units[a], units[b]));
        long left = replicas;
        long sum = 0;
        for (int c : order) {
            long take = Math.min(left, most[c]);
            sum += take * units[c];
            left -= take;
        }
        return sum;
    }
}
