package org.warmplan.demand.forecast;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.demand.EvidenceKind;
import org.warmplan.demand.Reading;
import org.warmplan.domain.Workload;

/**
 * How far each kind of evidence reads too much or too little, learnt where surer kinds read the same workload: an observer
 * that follows two gateways in five counts as such, whatever part was assumed. Live video and batch apart.
 */
final class KindBias {
    private final ForecastPolicy policy;
    private final Map<EvidenceKind, Learnt> live;
    private final Map<EvidenceKind, Learnt> batch;

    /**
     * What was learnt of a kind.
     *
     * @param log by how much its rates are too high, as a logarithm
     * @param variance how sure that is, as a variance
     */
    private record Learnt(double log, double variance) {}

    /** One workload read by a kind and by surer ones: the difference as a logarithm, and its variance. */
    private record Difference(double log, double variance) {}

    private KindBias(ForecastPolicy policy, Map<EvidenceKind, Learnt> live, Map<EvidenceKind, Learnt> batch) {
        this.policy = policy;
        this.live = live;
        this.batch = batch;
    }

    static KindBias of(ForecastPolicy policy, SortedMap<Workload, List<Reading>> readings) {
        return new KindBias(policy, learn(policy, readings, true), learn(policy, readings, false));
    }

    private static Map<EvidenceKind, Learnt> learn(
            ForecastPolicy policy, SortedMap<Workload, List<Reading>> readings, boolean live) {
        Map<EvidenceKind, Learnt> learnt = new EnumMap<>(EvidenceKind.class);
        for (EvidenceKind kind : EvidenceKind.values()) {
            List<Difference> differences = new ArrayList<>();
            double prior = 0;
            for (var entry : readings.entrySet()) {
                if (entry.getKey().pipeline().isLive() == live) {
                    List<Reading> own = ofKind(entry.getValue(), kind);
                    double spread =
                            own.stream().mapToDouble(Reading::spread).average().orElse(0);
                    prior = Math.max(prior, spread * spread * policy.commonPart());
                    List<Reading> surer = entry.getValue().stream()
                            .filter(r -> r.kind() != kind && r.spread() < spread)
                            .toList();
                    if (!own.isEmpty() && !surer.isEmpty()) {
                        differences.add(difference(own, surer, learnt, spread * spread * (1 - policy.commonPart())));
                    }
                }
            }
            learnt.put(kind, learn(differences, prior));
        }
        return learnt;
    }

    private static List<Reading> ofKind(List<Reading> readings, EvidenceKind kind) {
        return readings.stream().filter(r -> r.kind() == kind).toList();
    }

    private static Difference difference(
            List<Reading> own, List<Reading> surer, Map<EvidenceKind, Learnt> learnt, double ownVariance) {
        double sum = 0;
        double weights = 0;
        for (Reading reading : surer) {
            Learnt bias = learnt.getOrDefault(reading.kind(), new Learnt(0, 0));
            double weight = 1 / (reading.spread() * reading.spread() + 1 / (reading.events() + 0.5) + bias.variance());
            sum += weight * (log(reading) - bias.log());
            weights += weight;
        }
        double least = surer.stream().mapToDouble(Reading::spread).min().orElse(0);
        double mean = own.stream().mapToDouble(KindBias::log).average().orElseThrow();
        double events = own.stream().mapToDouble(Reading::events).sum();
        return new Difference(mean - sum / weights, ownVariance + least * least + 1 / weights + 1 / (events + 0.5));
    }

    private static double log(Reading reading) {
        return Math.log((reading.events() + 0.5) / reading.exposure());
    }

    private static Learnt learn(List<Difference> differences, double priorVariance) {
        if (priorVariance <= 0) {
            return new Learnt(0, 0);
        }
        double precision = 1 / priorVariance;
        double sum = 0;
        for (Difference difference : differences) {
            precision += 1 / difference.variance();
            sum += difference.log() / difference.variance();
        }
        return new Learnt(sum / precision, 1 / precision);
    }

    /** The readings with exposures that make up for the bias, and with the spread that is left. */
    SortedMap<Workload, List<Reading>> correct(SortedMap<Workload, List<Reading>> readings) {
        SortedMap<Workload, List<Reading>> corrected = new TreeMap<>();
        readings.forEach((workload, list) -> corrected.put(
                workload,
                list.stream()
                        .map(reading -> correct(reading, workload.pipeline().isLive() ? live : batch))
                        .sorted(Comparator.comparing(Reading::weeksAgo)
                                .reversed()
                                .thenComparing(Reading::kind))
                        .toList()));
        return Collections.unmodifiableSortedMap(corrected);
    }

    private Reading correct(Reading reading, Map<EvidenceKind, Learnt> biases) {
        Learnt bias = biases.getOrDefault(reading.kind(), new Learnt(0, 0));
        double own = reading.spread() * reading.spread() * (1 - policy.commonPart());
        return new Reading(
                reading.kind(),
                reading.workload(),
                reading.weeksAgo(),
                reading.events(),
                reading.exposure() * Math.exp(bias.log()),
                Math.sqrt(own + bias.variance()),
                reading.text());
    }
}
