package org.warmplan.demand.evidence;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.warmplan.demand.DemandPolicy;
import org.warmplan.domain.Address;
import org.warmplan.domain.TestRun;
import org.warmplan.domain.Workload;

/**
 * Jobs that are no demand: tests, and jobs that failed. Tests that somebody told of are counted, each once however often it
 * was told of. Of other counters policy assumes a part, but never more in a week than the slowest of all counters grew by:
 * testers ask everybody alike, so nobody had more tests than that one had jobs.
 */
final class TestJobs {
    /** However slow the slowest counter is, so much of a counter may be tests, or none of it. */
    private static final double LEAST_REAL = 0.1;

    private final Map<Key, Integer> runs = new HashMap<>();
    private final double assumedPart;
    private double mostPerWeek;

    private TestJobs(DemandPolicy policy) {
        this.assumedPart = policy.testShare();
        this.mostPerWeek = policy.evidence().mostTestsPerWeek();
    }

    private record Key(Address orchestrator, Workload workload, int week) {}

    private record Run(Instant ranAt, Address orchestrator, Workload workload, String region) {}

    /** What was not demand of some jobs, and how far that leaves the rest open. */
    record Tested(double tests, double spread) {}

    static TestJobs of(List<TestRun> tests, Weeks weeks, DemandPolicy policy) {
        TestJobs jobs = new TestJobs(policy);
        Set<Run> counted = new HashSet<>();
        for (TestRun test : tests) {
            int week = weeks.ago(test.ranAt());
            Run run = new Run(test.ranAt(), test.orchestrator(), test.workload(), test.region());
            if (week != Weeks.NONE && counted.add(run)) {
                jobs.runs.merge(new Key(test.orchestrator(), test.workload(), week), 1, Integer::sum);
            }
        }
        return jobs;
    }

    /** Takes note of a counter that was watched for some weeks, about half of one at least. */
    void compare(double jobs, double weeks) {
        if (weeks >= 0.5) {
            mostPerWeek = Math.min(mostPerWeek, jobs / weeks);
        }
    }

    /** How many of so many jobs of one orchestrator were none, in so much of a week on all its watched servers together. */
    Tested among(double jobs, Address orchestrator, Workload workload, int week, double weeks) {
        Integer known = runs.get(new Key(orchestrator, workload, week));
        if (known != null) {
            return new Tested(Math.min(jobs, known), 0);
        }
        double most = Math.min(jobs, mostPerWeek * weeks);
        double spread = Spread.ofRange(Math.max(LEAST_REAL * jobs, jobs - most), jobs);
        return new Tested(Math.min(assumedPart * jobs, most), spread);
    }
}
