package org.warmplan.demand.forecast;

/**
 * Rates a week may have: none at all (cell 0), and from cell 1 on evenly spaced by their logarithm.
 *
 * @param lowest logarithm of the rate of cell 1
 * @param cells at least 2, cell 0 included
 */
record LogGrid(double lowest, int cells) {
    /** Distance of neighbours: 10 %. */
    static final double STEP = 0.1;

    /** The grid from one logarithm of a rate to another, both covered. */
    static LogGrid covering(double from, double to) {
        return new LogGrid(from, 2 + (int) Math.ceil((to - from) / STEP));
    }

    /** Logarithm of the rate of a cell from 1 on. */
    double log(int cell) {
        return lowest + (cell - 1) * STEP;
    }

    /** The rate of a cell. */
    double rate(int cell) {
        return cell == 0 ? 0 : Math.exp(log(cell));
    }
}
