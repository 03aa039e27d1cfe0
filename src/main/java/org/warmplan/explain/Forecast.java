package org.warmplan.explain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.warmplan.demand.Demand;
import org.warmplan.domain.Workload;
import org.warmplan.problem.Assignment;
import org.warmplan.value.Calibration;
import org.warmplan.value.PlannedPrice;
import org.warmplan.value.ValuedWorkload;

/**
 * What a plan says of the week that begins with it, for a later run to hold against what came.
 *
 * @param from when the week begins
 * @param network what the whole network will ask for, by workload
 * @param own what the plan's warm workloads will get of it, by workload
 */
public record Forecast(Instant from, List<Asked> network, List<Own> own) {
    /** How far ahead it looks. */
    static final Duration SPAN = Duration.ofDays(7);

    private static final double GWEI = 1e9;

    public Forecast {
        network = List.copyOf(network);
        own = List.copyOf(own);
    }

    /** A range of which {@code mid} is expected; one time in ten it is less than {@code low}, or more than {@code high}. */
    public record Range(long low, long mid, long high) {
        Range plus(Range other) {
            return new Range(sum(low, other.low), sum(mid, other.mid), sum(high, other.high));
        }

        /** A kept file may hold any numbers; those of sound ones are far from the end. */
        private static long sum(long a, long b) {
            return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
        }

        boolean holds(long amount) {
            return low <= amount && amount <= high;
        }
    }

    /**
     * Billed units that the whole network asks for in the week.
     *
     * @param quantiles at each of {@link #LEVELS}
     */
    public record Asked(Workload workload, List<Long> quantiles) {
        /** The probability that demand stays under each quantile. */
        public static final List<Double> LEVELS = List.of(0.1, 0.25, 0.5, 0.75, 0.9);

        public Asked {
            quantiles = List.copyOf(quantiles);
        }

        static Asked of(Demand demand) {
            return new Asked(
                    demand.workload(),
                    LEVELS.stream()
                            .map(level -> Math.round(demand.rate().quantile(level) * demand.unitsPerRate()))
                            .toList());
        }
    }

    /**
     * What the own replicas of a workload will get in the week.
     *
     * @param replicas that the plan keeps warm
     * @param units billed units
     * @param gwei income
     * @param unitsPerRate billed units a week at a rate of 1: one batch job a week, or one live stream at any moment
     * @param calibration what own actuals of earlier weeks had changed the estimate by; it is in {@code gwei} and {@code units}
     */
    public record Own(
            Workload workload, int replicas, Range units, Range gwei, double unitsPerRate, double calibration) {}

    /**
     * What a plan forecasts.
     *
     * @param unplanned workloads of which the own node serves some outside the plan: what it counts is not the plan's alone
     */
    public static Forecast of(
            Instant at,
            SortedMap<Workload, ValuedWorkload> valued,
            Assignment plan,
            Calibration calibration,
            Predicate<Workload> unplanned) {
        SortedMap<String, Integer> replicas = new TreeMap<>();
        plan.byGpu().values().forEach(ids -> ids.forEach(id -> replicas.merge(id, 1, Integer::sum)));
        List<Asked> network = new ArrayList<>();
        List<Own> own = new ArrayList<>();
        valued.forEach((workload, known) -> {
            Demand demand = known.demand();
            PlannedPrice price = known.price();
            if (demand != null) {
                network.add(Asked.of(demand));
            }
            int count = replicas.getOrDefault(workload.id(), 0);
            if (count > 0 && demand != null && price != null && !price.price().isFree() && !unplanned.test(workload)) {
                Range gwei = income(known, count);
                double units = GWEI / price.price().weiPerUnit();
                own.add(new Own(
                        workload,
                        count,
                        new Range(
                                Math.round(gwei.low() * units),
                                Math.round(gwei.mid() * units),
                                Math.round(gwei.high() * units)),
                        gwei,
                        demand.unitsPerRate(),
                        calibration.factor(workload.pipeline())));
            }
        });
        return new Forecast(at, network, own);
    }

    /** Only the first replica's range is known: that of all of them is taken to be as wide in proportion. */
    private static Range income(ValuedWorkload valued, int replicas) {
        List<Long> marginal = valued.curve().marginal();
        if (marginal.isEmpty()) {
            return new Range(0, 0, valued.curve().high().amount());
        }
        long mid = LongStream.range(0, Math.min(replicas, marginal.size()))
                .map(i -> marginal.get((int) i))
                .sum();
        double part = (double) mid / marginal.get(0);
        return new Range(
                Math.min(mid, Math.round(valued.curve().low().amount() * part)),
                mid,
                Math.max(mid, Math.round(valued.curve().high().amount() * part)));
    }

    Instant until() {
        return from.plus(SPAN);
    }
}
