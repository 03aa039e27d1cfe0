package org.warmplan.collect.explorer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmplan.collect.answer.Payload;
import org.warmplan.collect.answer.RegionNames;
import org.warmplan.domain.Address;
import org.warmplan.domain.TestScore;
import org.warmplan.domain.Workload;

/**
 * Answers of the explorer's {@code /api/score}: orchestrator, then three figures, then region and percent. Every region that
 * anybody has is there for everybody, as 0 for who was not tested from it (livepeer/explorer
 * {@code pages/api/score/index.tsx:65-67} at 79d3991), so only {@code GLOBAL}, made before that, may be 0. What it says of
 * prices is left alone: a whole object of another service stands where the price should.
 */
final class ExplorerScores {
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    /** Percents are products of binary fractions: 100.00000000000001 is 100. */
    private static final BigDecimal MOST = new BigDecimal("100.000001");

    private static final List<String> FIGURES = List.of("successRates", "roundTripScores", "scores");

    private final Instant seenAt;
    private final Map<Rated, TestScore> scores = new LinkedHashMap<>();

    ExplorerScores(Instant seenAt) {
        this.seenAt = seenAt;
    }

    /** Adds one answer; {@code workload} is null for transcoding. */
    void add(Payload answer, @Nullable Workload workload) {
        answer.members().forEach((name, row) -> {
            Optional<Address> address = Address.find(name);
            if (address.isPresent()) {
                addOrchestrator(answer.object(name), address.get(), workload);
            } else {
                row.odd("addressInvalid", name, "An orchestrator without a sound address was left out.");
            }
        });
    }

    List<TestScore> scores() {
        return new ArrayList<>(scores.values());
    }

    private void addOrchestrator(Payload row, Address orchestrator, @Nullable Workload workload) {
        Set<String> regions = new LinkedHashSet<>();
        FIGURES.forEach(figure -> regions.addAll(row.object(figure).members().keySet()));
        for (String name : regions) {
            RegionNames.find(name, row).ifPresent(region -> {
                List<BigDecimal> shares = FIGURES.stream()
                        .flatMap(figure -> findShare(row.at(figure), name).stream())
                        .toList();
                if (shares.size() == FIGURES.size() && !isFake(region, shares)) {
                    add(row, orchestrator, workload, region, shares);
                }
            });
        }
    }

    private void add(
            Payload row, Address orchestrator, @Nullable Workload workload, String region, List<BigDecimal> shares) {
        TestScore score = new TestScore(
                seenAt,
                orchestrator,
                workload,
                region,
                shares.get(0).doubleValue(),
                shares.get(1).doubleValue(),
                shares.get(2).doubleValue());
        TestScore first = scores.putIfAbsent(new Rated(orchestrator, workload, region), score);
        if (first != null && !first.equals(score)) {
            row.odd("scoreRepeated", region, "A workload is rated twice by one region; the first score stands.");
        }
    }

    private static boolean isFake(String region, List<BigDecimal> shares) {
        return !region.equals(TestScore.GLOBAL) && shares.stream().allMatch(share -> share.signum() == 0);
    }

    private static Optional<BigDecimal> findShare(Payload figures, String region) {
        String message = "A score that is no number from 0 to 100 was left out, with its region.";
        if (figures.at(region).isAbsent()) {
            figures.at(region).odd("scoreInvalid", message);
        }
        return figures.findAmount(region, MOST, "scoreInvalid", message)
                .map(percent -> percent.min(PERCENT).movePointLeft(2));
    }

    private record Rated(Address orchestrator, @Nullable Workload workload, String region) {}
}
