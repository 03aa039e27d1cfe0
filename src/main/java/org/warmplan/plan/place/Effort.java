package org.warmplan.plan.place;

import org.warmplan.plan.board.Board;
import org.warmplan.plan.price.Prices;

/**
 * How much work a plan is worth, by the size of its fleet and counted in moves: the same input gives the same plan on any
 * machine.
 *
 * @param opening moves from what is warm today, before anything is known of prices
 * @param moves moves around what the prices lead to
 * @param flips workers tried restarted or left alone, with {@code settling} moves each
 */
record Effort(long opening, long moves, int flips, long settling, Prices.Effort prices) {
    private static final int FEW_SLOTS = 20;
    private static final int SOME_SLOTS = 300;
    private static final int MANY_SLOTS = 5_000;

    static Effort of(Board board) {
        long slots = board.slots();
        if (slots <= FEW_SLOTS) {
            return new Effort(20_000, 200_000, 60, 3_000, new Prices.Effort(300, 1e-10));
        }
        if (slots <= SOME_SLOTS) {
            return new Effort(100_000, 2_000_000, 200, 60_000, new Prices.Effort(150, 1e-8));
        }
        return slots <= MANY_SLOTS
                ? new Effort(400 * slots, 4_000_000, 400, 20_000, new Prices.Effort(300, 1e-7))
                : new Effort(300 * slots, 1_500 * slots, 0, 0, new Prices.Effort(150, 1e-6));
    }
}
