package org.warmplan.demand;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.warmplan.domain.Pipeline;
import org.warmplan.files.Fields;

/**
 * The assumptions behind demand: the section {@code demand} of policy.yaml, where each is explained.
 *
 * @param jobs what one batch request bills and takes, for every pipeline but live video
 */
public record DemandPolicy(
        Duration window,
        Duration supplyWindow,
        Duration sampleSpacing,
        double testShare,
        Set<String> ignoredModels,
        Registrations registrations,
        double driftMaxEvents,
        SinceStart sinceStart,
        Map<Pipeline, Job> jobs) {
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TINY = new BigDecimal("0.000001");
    private static final BigDecimal MANY = BigDecimal.valueOf(1_000_000);

    /** How far a warm or cold offer alone tells of demand. */
    public record Registrations(double weight, double utilisation, double coldUtilisation) {}

    /** How a capacity counter seen once is read. */
    public record SinceStart(double weight, double weeks, long least) {}

    /** Billed units and seconds of one request. */
    public record Job(long units, double seconds) {}

    public DemandPolicy {
        ignoredModels = Set.copyOf(ignoredModels);
        jobs = Map.copyOf(jobs);
    }

    /** Reads the section. */
    public static DemandPolicy of(Fields demand) {
        Fields registrations = demand.object("registrations");
        Fields drift = demand.object("drift");
        Fields start = demand.object("sinceStart");
        DemandPolicy policy = new DemandPolicy(
                Duration.ofDays(demand.integer("windowDays", 1, 3_650)),
                Duration.ofDays(demand.integer("supplyDays", 1, 365)),
                Duration.ofMinutes(demand.integer("sampleSpacingMinutes", 1, 10_080)),
                demand.number("testShare", BigDecimal.ZERO, new BigDecimal("0.99"))
                        .doubleValue(),
                new TreeSet<>(demand.texts("ignoredModels")),
                new Registrations(
                        registrations.number("weight", TINY, MANY).doubleValue(),
                        registrations.number("utilisation", TINY, ONE).doubleValue(),
                        registrations.number("coldUtilisation", TINY, ONE).doubleValue()),
                drift.number("maxEvents", ONE, MANY).doubleValue(),
                new SinceStart(
                        start.number("weight", TINY, MANY).doubleValue(),
                        start.number("weeks", TINY, MANY).doubleValue(),
                        start.integer("least", 1, 1_000_000_000)),
                jobs(demand.object("jobs")));
        registrations.end();
        drift.end();
        start.end();
        demand.end();
        return policy;
    }

    /** What one request of a batch pipeline bills and takes. */
    public Job getJob(Pipeline pipeline) {
        Job job = jobs.get(pipeline);
        if (job == null) {
            throw new IllegalArgumentException("The pipeline (" + pipeline + ") is not billed by request.");
        }
        return job;
    }

    private static Map<Pipeline, Job> jobs(Fields section) {
        Map<Pipeline, Job> jobs = new EnumMap<>(Pipeline.class);
        for (Pipeline pipeline : Pipeline.values()) {
            if (!pipeline.isLive()) {
                Fields job = section.object(pipeline.slug());
                jobs.put(
                        pipeline,
                        new Job(
                                job.integer("units", 1, 1_000_000_000_000L),
                                job.number("seconds", TINY, MANY).doubleValue()));
                job.end();
            }
        }
        section.end();
        return jobs;
    }
}
