package org.warmplan.collect.metrics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.OwnMetric;

/** The figures of one page that matter for planning. */
final class OwnFigures {
    static final String PREFIX = "livepeer_";

    private static final String TOTAL = "_total";
    private static final int MOST_TEXT = 1_000;
    private static final double MOST_COUNT = 1e12;
    private static final double MOST_AMOUNT = 1e24;
    private static final Set<OwnMetric.Name> AMOUNTS = Set.of(
            OwnMetric.Name.PRICE, OwnMetric.Name.LATENCY, OwnMetric.Name.TICKET_VALUE, OwnMetric.Name.VALUE_REDEEMED);

    private final String source;
    private final DataIssues issues;
    private final Map<List<Object>, Sample> series = new LinkedHashMap<>();

    OwnFigures(String source, DataIssues issues) {
        this.source = source;
        this.issues = issues;
    }

    /** Takes a line of the page; of two lines for one series the last stands. */
    void add(Sample sample) {
        Optional<OwnMetric.Name> name = findName(sample.name());
        if (name.isPresent() && isSound(name.get(), sample)) {
            if (series.put(List.of(name.get(), sample.labels()), sample) != null) {
                odd("seriesRepeated", sample, "One series is told twice; the last line stands.");
            }
        }
    }

    /** In the order of the page. Counters of what is one figure to us are added up; of gauges the last stands. */
    List<OwnMetric> metrics(Instant seenAt) {
        Map<FigureKey, BigDecimal> figures = new LinkedHashMap<>();
        series.forEach((key, sample) -> {
            OwnMetric.Name name = (OwnMetric.Name) key.get(0);
            // Exact sums: with rounding, a counter could seem to fall, which would look like a restart.
            FigureKey.find(name, sample)
                    .filter(figure -> isBrief(figure, sample))
                    .ifPresent(figure -> figures.merge(
                            figure, new BigDecimal(sample.value()), (a, b) -> name.isCounter() ? a.add(b) : b));
        });
        List<OwnMetric> metrics = new ArrayList<>();
        figures.forEach((key, value) -> metrics.add(
                new OwnMetric(seenAt, key.node(), key.name(), key.workload(), key.detail(), value.doubleValue())));
        return metrics;
    }

    private static Optional<OwnMetric.Name> findName(String name) {
        if (!name.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String metric = name.substring(PREFIX.length());
        return Arrays.stream(OwnMetric.Name.values())
                .filter(known ->
                        metric.equals(known.metric()) || (known.isCounter() && metric.equals(known.metric() + TOTAL)))
                .findFirst();
    }

    private boolean isSound(OwnMetric.Name name, Sample sample) {
        double value = sample.value();
        boolean amount = AMOUNTS.contains(name);
        boolean sound =
                value >= 0 && value <= (amount ? MOST_AMOUNT : MOST_COUNT) && (amount || value == Math.rint(value));
        if (!sound) {
            odd("figureInvalid", sample, "A figure that is no sound one was left out.");
        }
        return sound;
    }

    private boolean isBrief(FigureKey figure, Sample sample) {
        boolean brief = figure.node().length() + figure.detail().length() <= MOST_TEXT;
        if (!brief) {
            odd("labelInvalid", sample, "A figure whose labels are too long was left out.");
        }
        return brief;
    }

    private void odd(String kind, Sample sample, String message) {
        issues.add(new DataIssue(
                kind,
                source,
                "line " + sample.line(),
                sample.name() + sample.labels() + " " + sample.value(),
                message));
    }
}
