package org.warmplan.collect.naap;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.collect.answer.Figures;
import org.warmplan.collect.answer.Payload;
import org.warmplan.domain.JobsServed;
import org.warmplan.domain.Traffic;
import org.warmplan.domain.Workload;

/**
 * Rows of {@code requests/ai-batch/jobs} counted by hour. The API's own averages are not used: they take a job without a
 * duration for one of 0 ms. In a row that is written as 0 too ({@code api/internal/repo/clickhouse/requests.go} at
 * 94d6241), so the minutes are those of the jobs that told.
 */
final class BatchJobs {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final double MILLIS_PER_MINUTE = 60_000;

    private final Instant seenAt;
    private final SortedMap<TrafficKey, Tally> tallies = new TreeMap<>();
    private final SortedMap<NodeKey, Tally> byNode = new TreeMap<>();
    private final Set<List<String>> seen = new HashSet<>();

    /** Durations are added up as whole milliseconds, so that the order of pages is nothing to the sum. */
    private record Tally(long requested, long served, long unmet, BigDecimal millis) {
        Tally plus(Tally other) {
            return new Tally(
                    requested + other.requested, served + other.served, unmet + other.unmet, millis.add(other.millis));
        }
    }

    BatchJobs(Instant seenAt) {
        this.seenAt = seenAt;
    }

    void add(Payload row) {
        Optional<Workload> workload = Names.findWorkload(row, "pipeline", "model_id");
        Optional<Instant> completedAt = TrafficKey.findTime(row, "completed_at");
        if (workload.isEmpty() || completedAt.isEmpty()) {
            return;
        }
        Optional<BigDecimal> millis = row.at("duration_ms").isAbsent()
                ? Optional.of(BigDecimal.ZERO)
                : Figures.findWhole(row, "duration_ms", Figures.MOST);
        TrafficKey key = new TrafficKey(
                completedAt.get().truncatedTo(ChronoUnit.HOURS),
                Names.of(row, "org"),
                Names.of(row, "gateway"),
                workload.get());
        if (millis.isPresent() && isNew(row, key)) {
            boolean served = row.flag("success");
            boolean unmet = !served && row.text("selection_outcome").equals("no_orch");
            Tally job = new Tally(1, served ? 1 : 0, unmet ? 1 : 0, millis.get());
            tallies.merge(key, job, Tally::plus);
            String uri = Names.of(row, "orch_url").strip();
            if (!uri.isEmpty()) {
                byNode.merge(new NodeKey(key.from(), uri, key.workload()), job, Tally::plus);
            }
        }
    }

    /** A row without an id cannot be known again, so it counts. */
    private boolean isNew(Payload row, TrafficKey key) {
        String id = row.text("request_id");
        if (id.isEmpty() || seen.add(List.of(key.org(), key.gateway(), id))) {
            return true;
        }
        row.at("request_id").odd("jobRepeated", "A job that is listed twice was counted once.");
        return false;
    }

    /** By hour, organisation, gateway and workload, in that order. */
    List<Traffic> traffic() {
        return tallies.entrySet().stream()
                .map(entry -> traffic(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** By hour, node and workload, in that order; jobs that no node took are not among them. */
    List<JobsServed> served() {
        return byNode.entrySet().stream()
                .map(entry -> {
                    NodeKey key = entry.getKey();
                    Tally tally = entry.getValue();
                    return new JobsServed(
                            seenAt,
                            key.from(),
                            key.from().plus(HOUR),
                            key.uri(),
                            key.workload(),
                            tally.requested(),
                            tally.served());
                })
                .toList();
    }

    private record NodeKey(Instant from, String uri, Workload workload) implements Comparable<NodeKey> {
        private static final Comparator<NodeKey> ORDER =
                Comparator.comparing(NodeKey::from).thenComparing(NodeKey::uri).thenComparing(NodeKey::workload);

        @Override
        public int compareTo(NodeKey other) {
            return ORDER.compare(this, other);
        }
    }

    private Traffic traffic(TrafficKey key, Tally tally) {
        return key.traffic(
                seenAt,
                key.from().plus(HOUR),
                tally.requested(),
                tally.served(),
                tally.unmet(),
                tally.millis().doubleValue() / MILLIS_PER_MINUTE);
    }
}
