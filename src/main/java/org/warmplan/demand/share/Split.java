package org.warmplan.demand.share;

/** What becomes of a load, in reference containers kept busy. */
public final class Split {
    private final double[] carried;
    private final double lost;

    Split(double[] carried, double lost) {
        this.carried = carried.clone();
        this.lost = lost;
    }

    /** What each seller carries, in the order they were given. */
    public double[] carried() {
        return carried.clone();
    }

    /** What one seller carries. */
    public double carried(int seller) {
        return carried[seller];
    }

    /** What nobody serves. */
    public double lost() {
        return lost;
    }

    /** A seller's part of all that is carried, 0 to 1. */
    public double share(int seller) {
        double all = 0;
        for (double part : carried) {
            all += part;
        }
        return all > 0 ? carried[seller] / all : 0;
    }
}
