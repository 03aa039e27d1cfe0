package org.warmplan.demand.forecast;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.warmplan.demand.Reading;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;

/**
 * What rates are usual in a pipeline: where a workload begins of which little was read. A pipeline with few workloads
 * leans on the network's.
 */
final class Usual {
    /** Workloads of a pipeline that count for as much as the network. */
    private static final double NETWORK_WEIGHT = 3;

    private final Map<Pipeline, Range> byPipeline;
    private final Range network;

    private Usual(Map<Pipeline, Range> byPipeline, Range network) {
        this.byPipeline = byPipeline;
        this.network = network;
    }

    /**
     * Usual rates.
     *
     * @param log mean logarithm of the rate
     * @param spread its standard deviation, above 0
     */
    record Range(double log, double spread) {}

    static Usual of(SortedMap<Workload, List<Reading>> readings, ForecastPolicy policy) {
        Map<Pipeline, double[]> logs = new EnumMap<>(Pipeline.class);
        readings.forEach((workload, list) -> logs.merge(workload.pipeline(), new double[] {log(list)}, Usual::joined));
        Range batch = range(
                logs.entrySet().stream()
                        .filter(e -> !e.getKey().isLive())
                        .flatMapToDouble(e -> Arrays.stream(e.getValue()))
                        .toArray(),
                policy);
        Map<Pipeline, Range> ranges = new EnumMap<>(Pipeline.class);
        logs.forEach((pipeline, values) -> ranges.put(
                pipeline,
                pipeline.isLive() ? range(values, policy) : leaning(range(values, policy), batch, values.length)));
        return new Usual(ranges, batch);
    }

    Range of(Workload workload) {
        return byPipeline.getOrDefault(workload.pipeline(), network);
    }

    private static Range leaning(Range own, Range network, int count) {
        double part = count / (count + NETWORK_WEIGHT);
        return new Range(part * own.log() + (1 - part) * network.log(), Math.max(own.spread(), network.spread()));
    }

    private static Range range(double[] logs, ForecastPolicy policy) {
        double mean = Arrays.stream(logs).average().orElse(0);
        double variance =
                Arrays.stream(logs).map(l -> (l - mean) * (l - mean)).average().orElse(0);
        return new Range(mean, Math.max(policy.leastUsualSpread(), Math.sqrt(variance)));
    }

    private static double log(List<Reading> readings) {
        return Math.log(Arrays.stream(WeeklySeries.of(readings)).average().orElseThrow() + 1e-3);
    }

    private static double[] joined(double[] a, double[] b) {
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
