package org.warmplan.demand.evidence;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.demand.HourProfile;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;

/**
 * How demand spreads over the hours of a week. Each profile is a Gamma posterior around one that more is known of: a
 * workload's around that of the rest of its pipeline, that around that of the other pipelines, that around the network's mean
 * day, and that around every hour being like the others. What a workload counted is used for itself and, seven days
 * together, for the mean day: it does not confirm itself at every step. Whatever has no counts has the profile above it.
 */
public final class ProfileEstimate {
    private static final int DAY = 24;

    private final HourProfile network;
    private final Map<Pipeline, HourProfile> pipelines = new EnumMap<>(Pipeline.class);
    private final SortedMap<Workload, HourProfile> workloads = new TreeMap<>();

    private ProfileEstimate(HourProfile network) {
        this.network = network;
    }

    /** @param strength events to be expected in an hour that make its factor half its own and half the one above */
    static ProfileEstimate of(SortedMap<Workload, HourCounts> counts, double strength) {
        HourCounts all = HourCounts.NONE;
        Map<Pipeline, HourCounts> byPipeline = new EnumMap<>(Pipeline.class);
        for (var entry : counts.entrySet()) {
            all = all.plus(entry.getValue());
            byPipeline.merge(entry.getKey().pipeline(), entry.getValue(), HourCounts::plus);
        }
        HourProfile day = posterior(day(all), HourProfile.FLAT, strength);
        ProfileEstimate estimate = new ProfileEstimate(posterior(all, day, strength));
        for (var entry : byPipeline.entrySet()) {
            HourProfile others = posterior(all.minus(entry.getValue()), day, strength);
            estimate.pipelines.put(entry.getKey(), posterior(entry.getValue(), others, strength));
            counts.forEach((workload, own) -> {
                if (workload.pipeline() == entry.getKey()) {
                    HourProfile rest = posterior(entry.getValue().minus(own), others, strength);
                    estimate.workloads.put(workload, posterior(own, rest, strength));
                }
            });
        }
        return estimate;
    }

    /** The profile of a workload, or what is known of others when nobody counted it. */
    public HourProfile of(Workload workload) {
        HourProfile own = workloads.get(workload);
        return own == null ? of(workload.pipeline()) : own;
    }

    private HourProfile of(Pipeline pipeline) {
        return pipelines.getOrDefault(pipeline, network);
    }

    /** Every hour of the day with the counts of all seven of its name. */
    private static HourCounts day(HourCounts counts) {
        return new HourCounts(day(counts.events()), day(counts.expected()));
    }

    private static double[] day(double[] week) {
        double[] day = new double[DAY];
        for (int hour = 0; hour < week.length; hour++) {
            day[hour % DAY] += week[hour];
        }
        double[] spread = new double[week.length];
        Arrays.setAll(spread, hour -> day[hour % DAY]);
        return spread;
    }

    private static HourProfile posterior(HourCounts counts, HourProfile prior, double strength) {
        double[] events = counts.events();
        double[] expected = counts.expected();
        double[] factors = new double[HourProfile.HOURS];
        Arrays.setAll(factors, hour -> (strength * prior.factor(hour) + events[hour]) / (strength + expected[hour]));
        return HourProfile.of(factors);
    }
}
