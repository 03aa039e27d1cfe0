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
        EvidencePolicy evidence,
        Map<Pipeline, Job> jobs) {
    private static final double WEEK_SECONDS = Duration.ofDays(7).toSeconds();
    private static final BigDecimal TINY = new BigDecimal("0.000001");
    private static final BigDecimal MANY = BigDecimal.valueOf(1_000_000);

    /** Billed units and seconds of one request. */
    public record Job(long units, double seconds) {}

    public DemandPolicy {
        ignoredModels = Set.copyOf(ignoredModels);
        jobs = Map.copyOf(jobs);
    }

    /** Reads the section. */
    public static DemandPolicy of(Fields demand) {
        DemandPolicy policy = new DemandPolicy(
                Duration.ofDays(demand.integer("windowDays", 1, 3_650)),
                Duration.ofDays(demand.integer("supplyDays", 1, 365)),
                Duration.ofMinutes(demand.integer("sampleSpacingMinutes", 1, 10_080)),
                demand.number("testShare", BigDecimal.ZERO, new BigDecimal("0.99"))
                        .doubleValue(),
                new TreeSet<>(demand.texts("ignoredModels")),
                EvidencePolicy.of(demand.object("evidence")),
                jobs(demand.object("jobs")));
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

    /** Billed units per week at a rate of 1: one request a week, or one live stream all the week. */
    public double unitsPerRate(Pipeline pipeline) {
        return pipeline.isLive()
                ? WEEK_SECONDS * Pipeline.LIVE_UNITS_PER_SECOND
                : getJob(pipeline).units();
    }

    /** Replicas kept busy at a rate of 1, at one replica per request. */
    public double busyPerRate(Pipeline pipeline) {
        return pipeline.isLive() ? 1 : getJob(pipeline).seconds() / WEEK_SECONDS;
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

    /**
     * The same, with other gateways known as load testers.
     *
     * @param names organisations or gateways as the NaaP observer names them, in lower case
     */
    public DemandPolicy withLoadTestGateways(Set<String> names) {
        return new DemandPolicy(
                window,
                supplyWindow,
                sampleSpacing,
                testShare,
                ignoredModels,
                evidence.withLoadTestGateways(names),
                jobs);
    }
}
