package org.warmplan.demand.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.demand.EvidenceKind;
import org.warmplan.demand.Rate;
import org.warmplan.demand.Reading;

/**
 * All that was read of one workload.
 *
 * @param weeks likelihoods on the grid, oldest week first; null entries never: a week without readings is all ones
 * @param weeksSince weeks from the last reading to the coming week, at least 1
 * @param constant standard deviation, as a logarithm, of what is wrong the same way every week
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared nor shown; copies would cost more than the sums.
record Past(LogGrid grid, double[] prior, List<double[]> weeks, int weeksSince, double constant) {
    Past {
        weeks = List.copyOf(weeks);
    }

    static Past of(LogGrid grid, List<Reading> readings, Usual.Range usual, ForecastPolicy policy) {
        SortedMap<Integer, List<Reading>> byWeek = new TreeMap<>(Comparator.reverseOrder());
        Set<EvidenceKind> repeated = repeated(readings);
        for (Reading reading : readings) {
            double part = repeated.contains(reading.kind()) ? 1 - policy.constantPart() : 1;
            byWeek.computeIfAbsent(reading.weeksAgo(), w -> new ArrayList<>())
                    .add(reading.withSpread(Math.sqrt(part) * reading.spread()));
        }
        int oldest = byWeek.firstKey();
        int newest = byWeek.lastKey();
        List<double[]> weeks = new ArrayList<>();
        for (int week = oldest; week >= newest; week--) {
            weeks.add(WeekLikelihood.of(grid, byWeek.getOrDefault(week, List.of()), policy.overdispersion()));
        }
        return new Past(grid, prior(grid, usual, policy), weeks, newest + 1, constant(readings, repeated, policy));
    }

    /** Kinds that tell of several weeks: what is wrong the same way in all of them is not found out by more of them. */
    private static Set<EvidenceKind> repeated(List<Reading> readings) {
        Set<EvidenceKind> once = EnumSet.noneOf(EvidenceKind.class);
        Set<EvidenceKind> repeated = EnumSet.noneOf(EvidenceKind.class);
        for (Reading reading : readings) {
            if (!once.add(reading.kind())) {
                repeated.add(reading.kind());
            }
        }
        return repeated;
    }

    private static double[] prior(LogGrid grid, Usual.Range usual, ForecastPolicy policy) {
        double[] prior = new double[grid.cells()];
        double sum = 0;
        for (int cell = 1; cell < prior.length; cell++) {
            double off = (grid.log(cell) - usual.log()) / usual.spread();
            prior[cell] = Math.exp(-off * off / 2) + 1e-6;
            sum += prior[cell];
        }
        for (int cell = 1; cell < prior.length; cell++) {
            prior[cell] *= (1 - policy.idle()) / sum;
        }
        prior[0] = policy.idle();
        return prior;
    }

    /**
     * The kinds of evidence err each in its own way, so several of them together err less. All of them count requests, and
     * none tells how large these are; a stream's second is always billed alike.
     */
    private static double constant(List<Reading> readings, Set<EvidenceKind> repeated, ForecastPolicy policy) {
        SortedMap<EvidenceKind, Double> spreads = new TreeMap<>();
        readings.stream()
                .filter(r -> repeated.contains(r.kind()))
                .forEach(r -> spreads.merge(r.kind(), r.spread(), Math::min));
        double precision = spreads.values().stream()
                .mapToDouble(s -> 1 / Math.max(1e-4, s * s))
                .sum();
        boolean live = readings.get(0).workload().pipeline().isLive();
        double units = live ? 0 : policy.unitsSpread() * policy.unitsSpread();
        double lasting = precision > 0 ? policy.constantPart() / precision : 0;
        return Math.sqrt(lasting + units);
    }

    /** How likely each week's readings are at each level, when weeks scatter around it as the movement says. */
    List<double[]> atLevels(Movement movement) {
        Kernel week = Kernel.normal(0, movement.tau());
        Kernel burst = Kernel.heavy(0, movement.burstTau());
        List<double[]> levels = new ArrayList<>();
        for (double[] likelihood : weeks) {
            double[] usual = week.mean(likelihood);
            double[] rare = burst.mean(likelihood);
            double[] level = new double[likelihood.length];
            Arrays.setAll(level, cell -> (1 - movement.burst()) * usual[cell] + movement.burst() * rare[cell]);
            levels.add(level);
        }
        return levels;
    }

    /** The level after all weeks, moved on to the coming one. */
    LevelFilter filter(Movement movement, List<double[]> atLevels) {
        LevelFilter filter = new LevelFilter(movement, prior);
        for (int week = 0; week < atLevels.size(); week++) {
            if (week > 0) {
                filter.move();
            }
            filter.read(atLevels.get(week));
        }
        for (int i = 0; i < weeksSince; i++) {
            filter.move();
        }
        return filter;
    }

    /** Cells as equally likely rates, with what is wrong the same way every week. */
    Rate rate(double[] cells) {
        double[] wide = new double[cells.length];
        wide[0] = cells[0];
        Kernel.normal(0, constant).spread(cells, 1, wide);
        double[] values = new double[Rate.VALUES];
        double below = 0;
        int cell = 0;
        for (int i = 0; i < values.length; i++) {
            double p = (i + 0.5) / values.length;
            while (cell < wide.length - 1 && below + wide[cell] < p) {
                below += wide[cell];
                cell++;
            }
            double within = wide[cell] > 0 ? (p - below) / wide[cell] - 0.5 : 0;
            values[i] = cell == 0 ? 0 : Math.exp(grid.log(cell) + within * LogGrid.STEP);
        }
        return Rate.of(values);
    }
}
