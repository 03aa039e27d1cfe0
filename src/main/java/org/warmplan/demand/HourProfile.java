package org.warmplan.demand;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;

/**
 * How demand spreads over the hours of a week: a factor per hour with mean 1. Hour 0 is Monday 00:00 to 01:00 UTC. The
 * factors of each hour times the week's rate give the rate of that hour.
 */
public final class HourProfile {
    public static final int HOURS = 168;

    /** Every hour like the others. */
    public static final HourProfile FLAT = of(filled());

    private final double[] factors;

    private HourProfile(double[] factors) {
        this.factors = factors;
    }

    /**
     * A profile in proportion to {@code weights}.
     *
     * @param weights {@value #HOURS} of them, each at least 0, not all 0
     */
    public static HourProfile of(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        boolean sound = weights.length == HOURS && Arrays.stream(weights).allMatch(w -> w >= 0);
        if (!sound || !(sum > 0) || Double.isInfinite(sum)) {
            throw new IllegalArgumentException(
                    "The %d weights of a week's hours, %f in all, must be %d, none negative, some above zero."
                            .formatted(weights.length, sum, HOURS));
        }
        return new HourProfile(Arrays.stream(weights).map(w -> w * HOURS / sum).toArray());
    }

    /** The factor of an hour of the week, 0 to 167. */
    public double factor(int hour) {
        return factors[hour];
    }

    /** All factors, Monday 00:00 UTC first. */
    public double[] factors() {
        return factors.clone();
    }

    /** The hour of the week, 0 to 167, that an instant lies in. */
    public static int hourOf(Instant instant) {
        ZonedDateTime utc = instant.atZone(ZoneOffset.UTC);
        return (utc.getDayOfWeek().getValue() - 1) * 24 + utc.getHour();
    }

    private static double[] filled() {
        double[] ones = new double[HOURS];
        Arrays.fill(ones, 1);
        return ones;
    }
}
