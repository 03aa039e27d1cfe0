package org.warmplan.demand.forecast;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.warmplan.files.Fields;

/** Ways to forecast: our own, and those of the textbooks with ranges from their own past errors. */
public enum ForecastMethod {
    LEVEL("level", () -> new Naive(1)),
    NAIVE("naive", () -> new Naive(1)),
    SEASONAL_NAIVE("seasonal-naive", () -> new Naive(4)),
    SMOOTHING("smoothing", ExponentialSmoothing::new),
    SBA("sba", () -> new Sba(0.3, 0.1)),
    TSB("tsb", () -> new Tsb(0.3, 0.1));

    private final String word;
    private final Supplier<PointForecast> points;

    ForecastMethod(String word, Supplier<PointForecast> points) {
        this.word = word;
        this.points = points;
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

    /** The textbook method behind it; for our own, the naive one. */
    public Forecaster rival() {
        return new Rival(points.get());
    }
}
