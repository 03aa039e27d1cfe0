package org.warmplan.plan.exact;

import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Card;
import org.warmplan.plan.price.Tariff;

/**
 * What a workload can still come to: its curve with the units it has, and those it may buy at the prices on top. With none
 * this is what its curve pays beyond the prices at most.
 */
final class Outlook {
    /** Worse than any plan, and far from the end of 64 bits. */
    static final long NEVER = Long.MIN_VALUE / 1024;

    private final long[][] byReplicas;
    private final int units;

    private Outlook(long[][] byReplicas) {
        this.byReplicas = byReplicas;
        this.units = byReplicas[0].length - 1;
    }

    /** Of every workload, by its index. */
    static Outlook[] of(Board board, Tariff tariff) {
        return board.candidates().stream()
                .map(candidate -> of(candidate, board, tariff))
                .toArray(Outlook[]::new);
    }

    private static Outlook of(Candidate candidate, Board board, Tariff tariff) {
        int classes = board.classes();
        long slots = 0;
        for (Card card : board.cards()) {
            slots += card.most(candidate);
        }
        long most = Math.min(candidate.maxReplicas(), slots);
        int largest = 1;
        for (int c = 0; c < classes; c++) {
            largest = Math.max(largest, candidate.unitsOn(c));
        }
        int units = (int) Math.min(candidate.curveLength(), slots * largest);
        long[][] rows = new long[(int) most + 1][units + 1];
        for (int r = rows.length - 1; r >= 0; r--) {
            for (int y = units; y >= 0; y--) {
                long best = r >= candidate.minReplicas() ? tariff.scale() * candidate.worth(y) : NEVER;
                for (int c = 0; c < classes && r < most; c++) {
                    long price = tariff.of(candidate, c);
                    int then = Math.min(units, y + candidate.unitsOn(c));
                    if (candidate.runsOn(c)) {
                        best = Math.max(best, rows[r + 1][then] - price);
                    }
                }
                rows[r][y] = best;
            }
        }
        return new Outlook(rows);
    }

    /** In 1/scale gwei, with so many units and replicas. */
    long with(int y, int replicas) {
        long[] row = byReplicas[Math.min(replicas, byReplicas.length - 1)];
        return row[Math.min(y, units)];
    }
}
