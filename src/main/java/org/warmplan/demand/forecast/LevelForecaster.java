package org.warmplan.demand.forecast;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.demand.Rate;
import org.warmplan.demand.Reading;
import org.warmplan.domain.Workload;

/**
 * Our own forecast: a {@link LevelFilter} per workload over all weeks that were read. How restless demand is (the step of
 * the level, the scatter of a week) is learnt from all workloads of the network together: several answers are tried, and
 * each counts as far as it explains the readings. A workload that was seen once begins from its pipeline's others, and
 * these from the network's.
 */
public final class LevelForecaster implements Forecaster {
    private static final double MARGIN = 4;

    private final ForecastPolicy policy;

    public LevelForecaster(ForecastPolicy policy) {
        this.policy = policy;
    }

    @Override
    public SortedMap<Workload, Outlook> forecast(SortedMap<Workload, List<Reading>> readings) {
        SortedMap<Workload, List<Reading>> corrected =
                KindBias.of(policy, readings).correct(readings);
        Usual usual = Usual.of(corrected, policy);
        SortedMap<Workload, Told> told = new TreeMap<>();
        corrected.forEach((workload, list) -> told.put(workload, told(list, usual.of(workload))));
        double[] shares = shares(told.values());
        SortedMap<Workload, Outlook> outlooks = new TreeMap<>();
        told.forEach((workload, of) -> outlooks.put(workload, new Outlook(of.rate(shares), of.trend())));
        return Collections.unmodifiableSortedMap(outlooks);
    }

    /** One workload: what was read of it, and where each movement takes it. */
    private record Told(List<Reading> readings, Past past, List<LevelFilter> filters) {
        Rate rate(double[] shares) {
            double[] cells = new double[past.grid().cells()];
            for (int m = 0; m < shares.length; m++) {
                if (shares[m] > 0) {
                    double[] week = filters.get(m).ofWeek();
                    for (int cell = 0; cell < cells.length; cell++) {
                        cells[cell] += shares[m] * week[cell];
                    }
                }
            }
            return past.rate(cells);
        }

        OptionalDouble trend() {
            return Slope.of(WeeklySeries.of(readings));
        }
    }

    private Told told(List<Reading> readings, Usual.Range usual) {
        Past past = past(readings, usual);
        return new Told(readings, past, filters(past));
    }

    /** One for each movement. */
    private List<LevelFilter> filters(Past past) {
        SortedMap<Double, List<double[]>> byTau = new TreeMap<>();
        return policy.movements().stream()
                .map(movement ->
                        past.filter(movement, byTau.computeIfAbsent(movement.tau(), tau -> past.atLevels(movement))))
                .toList();
    }

    /** Posterior weights of the movements: the evidence of all workloads together. */
    private double[] shares(Collection<Told> told) {
        double[] logs = new double[policy.movements().size()];
        for (Told of : told) {
            for (int m = 0; m < logs.length; m++) {
                logs[m] += of.filters().get(m).logEvidence();
            }
        }
        double most = Arrays.stream(logs).max().orElseThrow();
        double sum = Arrays.stream(logs).map(log -> Math.exp(log - most)).sum();
        return Arrays.stream(logs)
                .map(log -> Math.exp(log - most) / sum)
                .map(s -> s < 1e-4 ? 0 : s)
                .toArray();
    }

    private Past past(List<Reading> readings, Usual.Range usual) {
        double low = usual.log() - MARGIN;
        double high = usual.log() + MARGIN;
        for (Reading reading : readings) {
            double log = Math.log((reading.events() + 0.5) / reading.exposure());
            double reach = MARGIN / 2 + 2 * Math.min(2, reading.spread());
            low = Math.min(low, log - reach);
            high = Math.max(high, log + reach);
        }
        return Past.of(LogGrid.covering(low, high), readings, usual, policy);
    }
}
