package org.warmplan.demand.share;

/**
 * What becomes of a load.
 *
 * @param carried by seller: its part of the load, in reference containers kept busy
 * @param lost the part that nobody serves, in reference containers
 */
@SuppressWarnings("ArrayRecordComponent") // Copied on both ways; never compared.
public record Split(double[] carried, double lost) {
    public Split {
        carried = carried.clone();
    }

    @Override
    public double[] carried() {
        return carried.clone();
    }

    /** What one seller carries. */
    public double carried(int seller) {
        return carried[seller];
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
