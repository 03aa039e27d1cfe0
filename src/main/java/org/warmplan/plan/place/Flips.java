package org.warmplan.plan.place;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.warmplan.plan.board.Rig;

/**
 * Whether a worker is restarted at all decides most, and no small move crosses from one to the other at a gain. So one worker
 * at a time is restarted or left alone, held so for a while, and the rest settles around it.
 */
final class Flips {
    private final Fleet fleet;
    private final Layout layout;
    private final Moves moves;
    private final Anneal anneal;
    private final SplittableRandom random;
    private final BooleanSupplier isTimeUp;
    private final List<Rig> doubtful;
    private int turn;

    /** @param doubtful workers that the prices would have restarted in part */
    Flips(
            Fleet fleet,
            Layout layout,
            Moves moves,
            Anneal anneal,
            List<Rig> doubtful,
            SplittableRandom random,
            BooleanSupplier isTimeUp) {
        this.doubtful = doubtful;
        this.fleet = fleet;
        this.layout = layout;
        this.moves = moves;
        this.anneal = anneal;
        this.random = random;
        this.isTimeUp = isTimeUp;
    }

    /** Tries so many flips, each with so many small moves after it; keeps those that gain. */
    void run(int count, long settling, double hot, double cold) {
        List<Rig> order = new ArrayList<>();
        for (int i = 0; i < count && !isTimeUp.getAsBoolean(); i++) {
            if (order.isEmpty()) {
                // Every third time all of them, else those of which the prices are not sure.
                order.addAll(
                        turn++ % 3 == 2 || doubtful.isEmpty() ? fleet.board().rigs() : doubtful);
                shuffle(order);
            }
            if (order.isEmpty()) {
                return;
            }
            flip(order.remove(order.size() - 1), settling, hot, cold);
        }
    }

    /** One worker, or every other time two at once: what one gives up the other may take. */
    private void flip(Rig rig, long settling, double hot, double cold) {
        int[][] before = layout.snapshot();
        double score = layout.score();
        List<Rig> flipped = new ArrayList<>();
        flip(rig, flipped);
        if (random.nextBoolean()) {
            List<Rig> all = fleet.board().rigs();
            Rig other = all.get(random.nextInt(all.size()));
            if (other != rig) {
                flip(other, flipped);
            }
        }
        if (!flipped.isEmpty()) {
            anneal.run(settling, hot, cold);
        }
        flipped.forEach(moves::release);
        if (layout.score() <= score) {
            layout.restore(before);
        }
    }

    private void flip(Rig rig, List<Rig> flipped) {
        boolean toToday = layout.changedOn(rig) > 0;
        if (toToday ? !fleet.mayKeep(rig) : !restart(rig)) {
            return;
        }
        if (toToday) {
            layout.begin();
            moves.setToday(rig);
            layout.gain();
            layout.accept();
        }
        moves.hold(rig, toToday);
        flipped.add(rig);
    }

    /** Gives the worker the best of the contents at hand, all of which need a restart. */
    private boolean restart(Rig rig) {
        int[][] best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (int[][] column : fleet.columnsOf(rig)) {
            layout.begin();
            moves.setAll(rig, column);
            double gain = layout.gain();
            if (gain > most) {
                most = gain;
                best = column;
            }
        }
        int[][] built = new Rebuild(fleet, layout).of(rig);
        layout.begin();
        moves.setAll(rig, built);
        if (layout.changedBy(rig) > 0 && layout.gain() > most) {
            best = built;
        }
        if (best == null) {
            return false;
        }
        layout.begin();
        moves.setAll(rig, best);
        layout.gain();
        layout.accept();
        return true;
    }

    private void shuffle(List<Rig> order) {
        for (int i = order.size() - 1; i > 0; i--) {
            Rig other = order.set(random.nextInt(i + 1), order.get(i));
            order.set(i, other);
        }
    }
}
