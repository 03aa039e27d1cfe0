package org.warmplan.plan.place;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/** Very many small moves, at first also ones that lose a little: simulated annealing, counted in moves and not in time. */
final class Anneal {
    /** How often the layout is held against the best one so far. */
    private static final int LOOKS = 400;

    private static final int STEADY = 64;

    private final Layout layout;
    private final Moves moves;
    private final SplittableRandom random;
    private final BooleanSupplier isTimeUp;

    Anneal(Layout layout, Moves moves, SplittableRandom random, BooleanSupplier isTimeUp) {
        this.layout = layout;
        this.moves = moves;
        this.random = random;
        this.isTimeUp = isTimeUp;
    }

    /**
     * Leaves the layout at the best state it came by.
     *
     * @param count moves in all
     * @param hot loss that is taken about once in three times at first, gwei per week
     * @param cold the same in the end
     */
    void run(long count, double hot, double cold) {
        int[][] best = layout.snapshot();
        double score = layout.score();
        long look = Math.max(1, count / LOOKS);
        double temperature = hot;
        for (long i = 1; i <= count; i++) {
            if (i % STEADY == 0) {
                temperature = hot * Math.pow(cold / hot, (double) i / count);
            }
            if (moves.draw()) {
                double gain = layout.gain();
                if (gain >= 0 || gain > temperature * Math.log(random.nextDouble())) {
                    layout.accept();
                }
            }
            if (i % look == 0 || i == count) {
                if (layout.score() > score) {
                    best = layout.snapshot();
                    score = layout.score();
                }
                if (isTimeUp.getAsBoolean()) {
                    break;
                }
            }
        }
        layout.restore(best);
    }
}
