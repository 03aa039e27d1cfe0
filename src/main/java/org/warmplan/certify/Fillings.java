package org.warmplan.certify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lists the ways to fill a gpu that may be part of something better than what is claimed. */
final class Fillings {
    private static final int MOST = 1_000_000;

    private final GpuWorth worth;
    private final GpuKind gpu;
    private final Amounts least;
    private final Budget budget;
    private final List<Piece> pieces = new ArrayList<>();
    private final int[] copies;
    private final List<Integer> held = new ArrayList<>();
    private final List<List<Filling>> found = new ArrayList<>();
    private int size;

    /** A replica that may be taken, kept or added. */
    private record Piece(int workload, long vram, Exact worth, boolean kept) {}

    private Fillings(Priced priced, GpuWorth worth, GpuKind gpu, Exact slack, Budget budget) {
        this.worth = worth;
        this.gpu = gpu;
        this.budget = budget;
        this.copies = new int[priced.workloads()];
        this.least = new Amounts(gpu.slots() + 1);
        for (int count = 0; count <= gpu.slots(); count++) {
            found.add(new ArrayList<>());
            least.set(
                    count,
                    slack.isNone() ? Exact.NONE : worth.best(gpu).get(count).minus(slack));
        }
    }

    /**
     * By the number of replicas, the most valuable first. What runs now is among them if it is allowed.
     *
     * @param slack how much less than B_g a filling may be worth, not included; {@link Exact#NONE} for any
     */
    static List<List<Filling>> of(Priced priced, GpuWorth worth, GpuKind gpu, Exact slack, Budget budget) {
        Fillings fillings = new Fillings(priced, worth, gpu, slack, budget);
        for (int w = 0; w < priced.workloads(); w++) {
            if (worth.mostCopies(gpu, w) > 0) {
                long vram = priced.vram(w, gpu.gpuClass());
                int kept = gpu.currently(w);
                if (kept > 0) {
                    fillings.pieces.add(new Piece(w, vram, worth.worth(gpu, w, 1), true));
                }
                Exact added = worth.worth(gpu, w, kept + 1).minus(worth.worth(gpu, w, kept));
                fillings.pieces.add(new Piece(w, vram, added, false));
            }
        }
        fillings.pieces.sort(Comparator.comparing(Piece::worth)
                .reversed()
                .thenComparing(piece -> !piece.kept())
                .thenComparing(Piece::workload));
        fillings.descend(0, 0, Exact.ZERO);
        for (List<Filling> ofSize : fillings.found) {
            ofSize.sort(Comparator.comparing(Filling::worth).reversed());
        }
        return fillings.found;
    }

    private void descend(int from, long filled, Exact sum) {
        if (!budget.take() || size > MOST) {
            budget.giveUp();
            return;
        }
        keep(sum);
        for (int i = from; i < pieces.size() && held.size() < gpu.slots() && !budget.isSpent(); i++) {
            Piece piece = pieces.get(i);
            if (!canReach(sum, piece)) {
                return;
            }
            if (filled + piece.vram() <= gpu.room() && mayTake(piece)) {
                take(piece, 1);
                descend(i, filled + piece.vram(), sum.plus(piece.worth()));
                take(piece, -1);
            }
        }
    }

    private boolean mayTake(Piece piece) {
        int have = copies[piece.workload()];
        boolean inTurn = piece.kept() == (have < gpu.currently(piece.workload()));
        return inTurn && have < worth.mostCopies(gpu, piece.workload());
    }

    private void take(Piece piece, int sign) {
        copies[piece.workload()] += sign;
        if (sign > 0) {
            held.add(piece.workload());
        } else {
            held.remove(held.size() - 1);
        }
    }

    /** Whether any number of pieces no better than this one can bring what is needed, or what is warm now. */
    private boolean canReach(Exact sum, Piece next) {
        if (gpu.current().size() > held.size() && isPartOfCurrent()) {
            return true;
        }
        Exact reached = sum;
        for (int count = held.size() + 1; count <= gpu.slots(); count++) {
            reached = reached.plus(next.worth());
            if (isEnough(reached.plus(worth.changes(gpu, count)), count)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPartOfCurrent() {
        return held.stream().allMatch(w -> copies[w] <= gpu.currently(w));
    }

    private boolean isEnough(Exact filling, int count) {
        return least.isNone(count) || filling.compareTo(least.get(count)) > 0;
    }

    private void keep(Exact sum) {
        int count = held.size();
        int kept = held.stream()
                .distinct()
                .mapToInt(w -> Math.min(copies[w], gpu.currently(w)))
                .sum();
        int changed = Math.max(count, gpu.current().size()) - kept;
        Exact filling = sum.plus(worth.changes(gpu, count));
        boolean pinned = gpu.pins().stream().allMatch(w -> copies[w] >= gpu.pinned(w));
        if (pinned && (changed == 0 || isEnough(filling, count))) {
            found.get(count).add(new Filling(held.stream().sorted().toList(), filling, changed));
            size++;
        }
    }
}
