package org.warmplan.collect.leaderboard;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.warmplan.collect.answer.AskedUrl;
import org.warmplan.collect.answer.Payload;
import org.warmplan.collect.answer.RegionNames;
import org.warmplan.collect.answer.WorkloadNames;
import org.warmplan.domain.Address;
import org.warmplan.domain.TestRun;
import org.warmplan.domain.Workload;

/**
 * Answers of {@code /api/raw_stats}: region, then one row per test, newest first. What is zero or false may be left out of a
 * row (leaderboard-serverless {@code models/stats.go} at 1150eb5).
 */
final class RawStats {
    private static final BigDecimal LONGEST =
            BigDecimal.valueOf(Duration.ofDays(1).toSeconds());
    private static final Duration SLACK = Duration.ofDays(1);

    private final Instant seenAt;
    private final Set<TestRun> runs = new LinkedHashSet<>();

    RawStats(Instant seenAt) {
        this.seenAt = seenAt;
    }

    void add(Payload answer, AskedUrl url) {
        answer.members()
                .forEach((name, rows) -> RegionNames.find(name, rows)
                        .ifPresent(region -> rows.objects().forEach(row -> add(row, region, url))));
    }

    /** Each once, in the order read. */
    List<TestRun> runs() {
        return new ArrayList<>(runs);
    }

    private void add(Payload row, String region, AskedUrl url) {
        Optional<Workload> workload = findWorkload(row);
        Optional<Address> orchestrator = findOrchestrator(row, url);
        if (workload.isEmpty() || orchestrator.isEmpty()) {
            return;
        }
        Optional<Instant> ranAt = findRanAt(row);
        Optional<Double> success = findSuccess(row);
        Optional<Double> seconds = findSeconds(row, success.orElse(0.0));
        if (ranAt.isPresent() && success.isPresent() && seconds.isPresent()) {
            runs.add(new TestRun(
                    seenAt,
                    ranAt.get(),
                    orchestrator.get(),
                    workload.get(),
                    region,
                    success.get(),
                    seconds.get(),
                    row.flag("model_is_warm")));
        }
    }

    /** A row without a pipeline and a model is a transcoding test. */
    private static Optional<Workload> findWorkload(Payload row) {
        String name = row.text("pipeline");
        if (name.isBlank() && row.text("model").isBlank()) {
            return Optional.empty();
        }
        if (WorkloadNames.findPipeline(name).isEmpty()) {
            row.at("pipeline").odd("pipelineUnknown", "Tests of what is no AI pipeline of ours were left out.");
            return Optional.empty();
        }
        return WorkloadNames.findWorkload(row, "pipeline", "model");
    }

    private static Optional<Address> findOrchestrator(Payload row, AskedUrl url) {
        Optional<Address> address = row.at("orchestrator").isAbsent()
                ? url.findParameter("orchestrator").flatMap(Address::find)
                : Address.find(row.plain("orchestrator"));
        if (address.isEmpty()) {
            row.at("orchestrator").odd("addressInvalid", "A test of nobody known was left out.");
        }
        return address;
    }

    private Optional<Instant> findRanAt(Payload row) {
        Optional<Instant> ranAt = row.findInstant("timestamp");
        boolean later = ranAt.isPresent() && ranAt.get().isAfter(seenAt.plus(SLACK));
        if (later || row.at("timestamp").isAbsent()) {
            row.at("timestamp").odd("timeInvalid", "A test without a time, or of a day to come, was left out.");
            return Optional.empty();
        }
        return ranAt;
    }

    private static Optional<Double> findSuccess(Payload row) {
        return row.at("success_rate").isAbsent()
                ? Optional.of(0.0)
                : row.findAmount(
                                "success_rate",
                                BigDecimal.ONE,
                                "scoreInvalid",
                                "A test whose success is no number from 0 to 1 was left out.")
                        .map(BigDecimal::doubleValue);
    }

    /** What failed may have no time; what succeeded took some. */
    private static Optional<Double> findSeconds(Payload row, double success) {
        String message = "A test whose time is no sound number of seconds was left out.";
        if (row.at("round_trip_time").isAbsent()) {
            if (success == 0) {
                return Optional.of(0.0);
            }
            row.at("round_trip_time").odd("runInvalid", message);
        }
        return row.findAmount("round_trip_time", LONGEST, "runInvalid", message).map(BigDecimal::doubleValue);
    }
}
