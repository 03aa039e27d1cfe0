package org.warmplan.plan;

import java.util.List;
import java.util.Optional;

/**
 * The bound from above. Each workload is given a price per unit; every worker then chooses alone, and every workload's
 * curve pays alone. For any prices the sum is at least the best plan's value; prices are moved until it is low.
 */
final class Prices {
    private static final int ROUNDS = 400;

    private final Board board;
    private final CardOptions options;
    private long[] best;
    private long bound = Long.MAX_VALUE;

    private Prices(Board board, CardOptions options) {
        this.board = board;
        this.options = options;
        this.best = new long[board.candidates().size()];
    }

    /**
     * Searches for low prices.
     *
     * @param reached the value of a plan already at hand: the search ends when the bound meets it
     * @return empty when some worker or workload cannot obey its rules at all, which proves that no plan can
     */
    static Optional<Prices> find(Board board, CardOptions options, long reached) {
        Prices prices = new Prices(board, options);
        return prices.settle(reached) ? Optional.of(prices) : Optional.empty();
    }

    /** No feasible plan is worth more, in gwei per week. */
    long bound() {
        return bound;
    }

    /** Gwei per week per unit of a workload, at the lowest bound found. */
    long of(Candidate candidate) {
        return best[candidate.index()];
    }

    /** What the curves pay at these prices when each takes the units that suit it best. */
    long surplusInAll() {
        return board.candidates().stream()
                .mapToLong(c -> Surplus.of(board, c, of(c)).value())
                .sum();
    }

    /** What an option is worth to its card at these prices. */
    long worth(Card card, CardOptions.Option option) {
        return RigChoice.worth(card, option, best);
    }

    private boolean settle(long reached) {
        double[] prices = new double[best.length];
        double step = 1.0;
        int idle = 0;
        for (int round = 0; round < ROUNDS && bound > reached; round++) {
            long[] whole = rounded(prices);
            double[] slope = new double[prices.length];
            Optional<Long> found = priceBound(whole, slope);
            if (found.isEmpty()) {
                return false;
            }
            if (found.get() < bound) {
                bound = found.get();
                best = whole;
                idle = 0;
            } else if (++idle == 10) {
                step /= 2;
                idle = 0;
            }
            double length = 0;
            for (double s : slope) {
                length += s * s;
            }
            if (length == 0) {
                break;
            }
            double gap = Math.max(1, (double) found.get() - Math.max(reached, 0));
            for (int w = 0; w < prices.length; w++) {
                prices[w] = Math.max(0, prices[w] - step * gap / length * slope[w]);
            }
        }
        return true;
    }

    /** The bound at these prices; {@code slope} receives units bought by workers minus units sold by curves. */
    private Optional<Long> priceBound(long[] prices, double[] slope) {
        long sum = 0;
        for (Rig rig : board.rigs()) {
            Optional<RigChoice> choice = RigChoice.find(rig, options, prices);
            if (choice.isEmpty()) {
                return Optional.empty();
            }
            sum = Math.addExact(sum, choice.get().value());
            choice.get().addUnits(slope);
        }
        for (Candidate candidate : board.candidates()) {
            Surplus surplus = Surplus.of(board, candidate, prices[candidate.index()]);
            if (surplus.isImpossible()) {
                return Optional.empty();
            }
            sum = Math.addExact(sum, surplus.value());
            slope[candidate.index()] -= surplus.units();
        }
        return Optional.of(sum);
    }

    private static long[] rounded(double[] prices) {
        long[] whole = new long[prices.length];
        for (int w = 0; w < whole.length; w++) {
            whole[w] = Math.round(prices[w]);
        }
        return whole;
    }

    /** A curve's gain over the price: max of F(y) - price * y over the units that can be had. */
    private record Surplus(long value, long units, boolean isImpossible) {
        static Surplus of(Board board, Candidate candidate, long price) {
            long[] range = unitsToBeHad(board.cards(), candidate);
            if (range[0] > range[1]) {
                return new Surplus(0, 0, true);
            }
            long most = Math.min(range[1], Math.max(range[0], candidate.curveLength()));
            long value = Long.MIN_VALUE;
            long units = range[0];
            for (long y = range[0]; y <= most; y++) {
                long gain = candidate.worth(y) - price * y;
                if (gain > value) {
                    value = gain;
                    units = y;
                }
            }
            return new Surplus(value, units, false);
        }

        /** Fewest and most units, both relaxed where the limits on replicas meet cards of several speeds. */
        private static long[] unitsToBeHad(List<Card> cards, Candidate candidate) {
            long slots = 0;
            long units = 0;
            long fastest = 0;
            long slowest = Long.MAX_VALUE;
            for (Card card : cards) {
                if (candidate.hostedBy(card) && !card.isForbidden(candidate)) {
                    long fitting = candidate.vramOn(card) == 0
                            ? card.slots()
                            : Math.min(card.slots(), card.room() / candidate.vramOn(card));
                    slots += fitting;
                    units += fitting * candidate.unitsOn(card);
                    fastest = Math.max(fastest, candidate.unitsOn(card));
                    slowest = Math.min(slowest, candidate.unitsOn(card));
                }
            }
            int least = candidate.spec().minReplicas();
            if (least > Math.min(slots, candidate.spec().maxReplicas())) {
                return new long[] {1, 0};
            }
            return new long[] {
                least == 0 ? 0 : least * slowest,
                Math.min(units, candidate.spec().maxReplicas() * fastest)
            };
        }
    }
}
