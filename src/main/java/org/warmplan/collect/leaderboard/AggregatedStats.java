package org.warmplan.collect.leaderboard;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.warmplan.collect.answer.AskedUrl;
import org.warmplan.collect.answer.Payload;
import org.warmplan.collect.answer.RegionNames;
import org.warmplan.domain.Address;
import org.warmplan.domain.TestScore;
import org.warmplan.domain.Workload;

/**
 * Answers of {@code /api/aggregated_stats}: orchestrator, then region, then three figures of 0 to 1. Which workload they are
 * about stands in the address only. An answer asked for without one mixes the models, each overwriting the one before
 * (leaderboard-serverless {@code score/stats_scorer.go:39-51} at 1150eb5), so it is not used.
 */
final class AggregatedStats {
    private static final String UNSOUND = "A score that is no number from 0 to 1 was left out, with its region.";

    private final Instant seenAt;
    private final Map<Rated, TestScore> scores = new LinkedHashMap<>();

    AggregatedStats(Instant seenAt) {
        this.seenAt = seenAt;
    }

    /** Adds one answer. One that lists nobody is sound, as testers pause, and an issue. */
    void add(Payload answer, AskedUrl url) {
        Map<String, Payload> orchestrators = answer.members();
        if (orchestrators.isEmpty()) {
            answer.odd("nothingTested", url.toString(), "The tester says that it has tested nothing lately.");
            return;
        }
        url.findWorkload(answer)
                .ifPresent(workload -> orchestrators.forEach((name, regions) -> {
                    Optional<Address> address = Address.find(name);
                    if (address.isPresent()) {
                        answer.object(name)
                                .members()
                                .keySet()
                                .forEach(region -> add(regions, region, address.get(), workload));
                    } else {
                        regions.odd("addressInvalid", name, "An orchestrator without a sound address was left out.");
                    }
                }));
    }

    List<TestScore> scores() {
        return new ArrayList<>(scores.values());
    }

    /** Whom an answer rates, to ask about each. */
    static Set<Address> orchestrators(Payload answer) {
        Set<Address> addresses = new TreeSet<>();
        answer.members().keySet().forEach(name -> Address.find(name).ifPresent(addresses::add));
        return addresses;
    }

    private void add(Payload regions, String name, Address orchestrator, Workload workload) {
        Payload row = regions.object(name);
        Optional<String> region = RegionNames.find(name, row);
        if (region.isEmpty() || !row.isObject()) {
            return;
        }
        Optional<Double> success = findShare(row, "success_rate");
        Optional<Double> speed = findShare(row, "round_trip_score");
        Optional<Double> score = findShare(row, "score");
        if (success.isEmpty() || speed.isEmpty() || score.isEmpty()) {
            return;
        }
        TestScore rated =
                new TestScore(seenAt, orchestrator, workload, region.get(), success.get(), speed.get(), score.get());
        TestScore first = scores.putIfAbsent(new Rated(orchestrator, workload, region.get()), rated);
        if (first != null && !first.equals(rated)) {
            row.odd("scoreRepeated", workload.id(), "A workload is rated twice by one region; the first score stands.");
        }
    }

    private static Optional<Double> findShare(Payload row, String name) {
        if (row.at(name).isAbsent()) {
            row.at(name).odd("scoreInvalid", UNSOUND);
        }
        return row.findAmount(name, BigDecimal.ONE, "scoreInvalid", UNSOUND).map(BigDecimal::doubleValue);
    }

    private record Rated(Address orchestrator, Workload workload, String region) {}
}
