package org.warmplan.demand.forecast;

/** A textbook method: one number for the next value of a series. */
interface PointForecast {
    /**
     * The next value.
     *
     * @param series oldest first, at least one value, each at least 0 and finite
     */
    double next(double[] series);
}
