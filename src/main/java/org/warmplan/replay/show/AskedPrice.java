package org.warmplan.replay.show;

/**
 * A price as an operator's file states it: whole wei for so many units.
 *
 * @param wei for {@code units} units, at least 1
 * @param units at least 1
 */
record AskedPrice(long wei, long units) {
    private static final long FINE = 1_000_000;

    /** From here on whole wei per unit are fine enough. */
    private static final double LARGE = 500;

    /** The nearest that can be stated, within a thousandth; a price under a millionth of a wei is raised to that. */
    static AskedPrice of(double weiPerUnit) {
        return weiPerUnit >= LARGE
                ? new AskedPrice(Math.round(weiPerUnit), 1)
                : new AskedPrice(Math.max(1, Math.round(weiPerUnit * FINE)), FINE);
    }
}
