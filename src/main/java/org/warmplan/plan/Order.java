package org.warmplan.plan;

import java.time.Duration;

/**
 * How a problem is to be solved. Work is counted, so that the same order gives the same plan on any machine; the time limit
 * only guards against a machine that is too slow for that.
 *
 * @param timeLimit zero or more; when it bites, what was found until then is the answer
 * @param usesPrices false only to see what prices are worth: then moves are drawn without them
 * @param searches false only to see what OptaPlanner's search is worth: then it just scores the plan
 */
public record Order(Duration timeLimit, long seed, boolean usesPrices, boolean searches) {
    /** Long enough for 10,000 GPUs. */
    public static final Duration USUAL_LIMIT = Duration.ofSeconds(60);

    public static final Order USUAL = new Order(USUAL_LIMIT, 0, true, true);

    public Order {
        if (timeLimit.isNegative()) {
            throw new IllegalArgumentException("The time limit (" + timeLimit + ") must not be negative.");
        }
    }

    /** The same without prices to lead it. */
    public Order withoutPrices() {
        return new Order(timeLimit, seed, false, searches);
    }

    /** The same without OptaPlanner's search. */
    public Order withoutSearch() {
        return new Order(timeLimit, seed, usesPrices, false);
    }

    /** The same within other limits. */
    public Order within(Duration limit, long otherSeed) {
        return new Order(limit, otherSeed, usesPrices, searches);
    }
}
