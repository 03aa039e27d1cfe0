package org.warmplan.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.warmplan.demand.DemandPolicy;
import org.warmplan.domain.Address;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Offer;
import org.warmplan.domain.TestRun;

/** What was seen of test traffic, which is no demand. */
final class TestTraffic {
    private TestTraffic() {}

    /** A sentence for each kind of it. */
    static List<String> leftOut(DemandPolicy policy, List<Observation> observations) {
        SortedMap<String, SortedSet<Address>> ignored = new TreeMap<>();
        long tests = 0;
        for (Observation observation : observations) {
            if (observation instanceof TestRun) {
                tests++;
            } else if (observation instanceof Offer offer
                    && policy.ignoredModels().contains(offer.workload().modelId())) {
                ignored.computeIfAbsent(offer.workload().id(), w -> new TreeSet<>())
                        .add(offer.orchestrator());
            }
        }
        List<String> sentences = new ArrayList<>();
        ignored.forEach((workload, who) -> sentences.add("Left out as test traffic: %s, which %s."
                .formatted(workload, who.size() == 1 ? "1 orchestrator offers" : who.size() + " orchestrators offer")));
        if (tests > 0) {
            sentences.add(
                    "Left out as test traffic: %d %s of the job tester.".formatted(tests, tests == 1 ? "job" : "jobs"));
        }
        sentences.add(String.format(
                Locale.ROOT,
                "Of batch jobs counted at others, %.0f %% are taken for tests or failures (demand.testShare).",
                100 * policy.testShare()));
        return sentences;
    }
}
