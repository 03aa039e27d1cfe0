package org.warmplan.value;

import java.math.BigDecimal;
import org.warmplan.files.Fields;

/**
 * How own actuals correct estimates: the section {@code calibration} of policy.yaml, where each field is explained.
 *
 * @param weight weeks that the estimate counts for as it is, above 0
 * @param lowest the least a factor may be, above 0 and at most 1
 * @param highest the most a factor may be, at least 1
 * @param weeks how many weeks back kept forecasts are compared, at least 1
 * @param leastWatched part of a week that the own counters must have been watched for it to count, above 0 to 1
 */
public record CalibrationPolicy(double weight, double lowest, double highest, int weeks, double leastWatched) {
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

    /** Reads the section. */
    public static CalibrationPolicy of(Fields calibration) {
        CalibrationPolicy policy = new CalibrationPolicy(
                calibration
                        .number("weight", HUNDREDTH, BigDecimal.valueOf(1000))
                        .doubleValue(),
                calibration.number("lowest", HUNDREDTH, BigDecimal.ONE).doubleValue(),
                calibration
                        .number("highest", BigDecimal.ONE, BigDecimal.valueOf(100))
                        .doubleValue(),
                (int) calibration.integer("weeks", 1, 52),
                calibration.number("leastWatched", HUNDREDTH, BigDecimal.ONE).doubleValue());
        calibration.end();
        return policy;
    }
}
