package org.warmplan.certify;

import java.util.List;

/** F of a workload: what the first so many units bring, in 1/scale gwei; from some unit on nothing comes to it. */
final class Curve {
    private final long[] sums;
    private final long from;
    private final int scale;

    private Curve(long[] sums, long from, int scale) {
        this.sums = sums;
        this.from = from;
        this.scale = scale;
    }

    static Curve of(List<Long> marginal, int scale) {
        long[] sums = new long[marginal.size() + 1];
        for (int k = 0; k < marginal.size(); k++) {
            sums[k + 1] = sums[k] + marginal.get(k);
        }
        return new Curve(sums, 0, scale);
    }

    /** The same where so many units are there already; they count in every worth. */
    Curve after(long units) {
        return new Curve(sums, from + units, scale);
    }

    /** Further units that can bring something. */
    long length() {
        return Math.max(0, sums.length - 1 - from);
    }

    /** F of all units, those that are there already and so many further ones. */
    Exact worth(long further) {
        return Exact.product(sums[(int) Math.min(sums.length - 1, from + further)], scale);
    }
}
