package org.warmplan.collect.naap;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.warmplan.collect.answer.Figures;
import org.warmplan.collect.answer.Payload;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Traffic;
import org.warmplan.domain.Workload;

/** Live demand: rows of {@code streaming/demand}, by the hour, and the totals of {@code dashboard/pipelines}. */
final class LiveDemand {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Instant seenAt;
    private final List<Observation> observations;
    private final Set<TrafficKey> seen = new HashSet<>();

    LiveDemand(Instant seenAt, List<Observation> observations) {
        this.seenAt = seenAt;
        this.observations = observations;
    }

    /** The live models of the dashboard. Batch rows name no model there, and bring-your-own containers are not ours. */
    void addTotals(Payload root, Duration window) {
        for (Payload pipeline : root.objects("streaming")) {
            for (Payload model : pipeline.objects("modelMins")) {
                addTotal(pipeline, model, window);
            }
        }
    }

    private void addTotal(Payload pipeline, Payload model, Duration window) {
        Optional<Workload> workload = Names.findWorkload(pipeline, "name", model, "model");
        if (workload.isEmpty()) {
            return;
        }
        Optional<Long> sessions = Figures.findCount(model, "sessions");
        Optional<BigDecimal> minutes = Figures.findAmount(model, "mins");
        if (sessions.isPresent() && minutes.isPresent()) {
            TrafficKey key = new TrafficKey(seenAt.minus(window), "", "", workload.get());
            add(
                    model,
                    key.traffic(
                            seenAt, seenAt, sessions.get(), 0, 0, minutes.get().doubleValue()));
        }
    }

    void add(Payload row) {
        Optional<Workload> workload = Names.findWorkload(row, "pipeline_id", "model_id");
        Optional<Instant> from = TrafficKey.findTime(row, "window_start");
        if (workload.isEmpty() || from.isEmpty()) {
            return;
        }
        Optional<Long> requested = Figures.findCount(row, "requested_sessions");
        Optional<Long> served = Figures.findCount(row, "startup_success_sessions");
        Optional<Long> unmet = Figures.findCount(row, "no_orch_sessions");
        Optional<BigDecimal> minutes = Figures.findAmount(row, "total_minutes");
        if (requested.isPresent() && served.isPresent() && unmet.isPresent() && minutes.isPresent()) {
            TrafficKey key = new TrafficKey(from.get(), Names.of(row, "org"), Names.of(row, "gateway"), workload.get());
            add(
                    row,
                    key.traffic(
                            seenAt,
                            from.get().plus(HOUR),
                            requested.get(),
                            partOf(row, "startup_success_sessions", served.get(), requested.get()),
                            partOf(row, "no_orch_sessions", unmet.get(), requested.get()),
                            minutes.get().doubleValue()));
        }
    }

    private static long partOf(Payload row, String field, long part, long whole) {
        if (part > whole) {
            row.at(field).odd("figuresDisagree", "A part larger than its whole was cut to it.");
        }
        return Math.min(part, whole);
    }

    private void add(Payload row, Traffic traffic) {
        TrafficKey key = new TrafficKey(traffic.from(), traffic.org(), traffic.gateway(), traffic.workload());
        if (seen.add(key)) {
            observations.add(traffic);
        } else {
            row.odd("trafficRepeated", key.toString(), "One span is counted twice; the first row stands.");
        }
    }
}
