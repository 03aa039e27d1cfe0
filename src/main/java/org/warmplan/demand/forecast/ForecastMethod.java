package org.warmplan.demand.forecast;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.warmplan.files.Fields;

/** Ways to forecast: our own, and those of the textbooks with ranges from their own past errors. */
public enum ForecastMethod {
    LEVEL("level"),
    NAIVE("naive"),
    SEASONAL_NAIVE("seasonal-naive"),
    SMOOTHING("smoothing"),
    SBA("sba"),
    TSB("tsb");

    private static final double SIZE_WEIGHT = 0.3;
    private static final double CHANCE_WEIGHT = 0.1;
    private static final int MONTH = 4;

    private final String word;

    ForecastMethod(String word) {
        this.word = word;
    }

    /** As in policy.yaml. */
    public String word() {
        return word;
    }

    static ForecastMethod of(Fields fields, String name) {
        String given = fields.text(name);
        return Arrays.stream(values())
                .filter(method -> method.word.equals(given))
                .findFirst()
                .orElseThrow(() -> fields.wrong(
                        name,
                        "is \"" + given + "\", which is no method",
                        "one of these was meant: "
                                + Arrays.stream(values())
                                        .map(ForecastMethod::word)
                                        .collect(Collectors.joining(", "))));
    }

    /** Forecasts by this method; only our own follows the policy. */
    public Forecaster forecaster(ForecastPolicy policy) {
        return switch (this) {
            case LEVEL -> new LevelForecaster(policy);
            case NAIVE -> new Rival(new Naive(1));
            case SEASONAL_NAIVE -> new Rival(new Naive(MONTH));
            case SMOOTHING -> new Rival(new ExponentialSmoothing());
            case SBA -> new Rival(new Sba(SIZE_WEIGHT, CHANCE_WEIGHT));
            case TSB -> new Rival(new Tsb(SIZE_WEIGHT, CHANCE_WEIGHT));
        };
    }
}
