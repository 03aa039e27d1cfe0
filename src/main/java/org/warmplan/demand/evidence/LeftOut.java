package org.warmplan.demand.evidence;

import java.util.Comparator;

/**
 * Traffic that was seen and is not counted as demand.
 *
 * @param reason why
 * @param what whose or of what: a workload, or a gateway
 * @param sessions live sessions, at least 0
 * @param minutes minutes of live streams, at least 0
 * @param jobs batch jobs, at least 0
 */
public record LeftOut(Reason reason, String what, double sessions, double minutes, double jobs)
        implements Comparable<LeftOut> {
    private static final Comparator<LeftOut> ORDER =
            Comparator.comparing(LeftOut::reason).thenComparing(LeftOut::what);

    /** Why something is no demand. */
    public enum Reason {
        IGNORED_MODEL("ignoredModel", "a model that stands for test traffic"),
        LOAD_TEST("loadTest", "a gateway that tests how much load is borne"),
        TESTS("tests", "jobs of testers, and jobs that failed"),
        UNSUCCESSFUL("unsuccessful", "attempts that failed though an orchestrator was found: whoever asked asks again");

        private final String word;
        private final String text;

        Reason(String word, String text) {
            this.word = word;
            this.text = text;
        }

        /** As in plan.json. */
        public String word() {
            return word;
        }

        /** As a part of a sentence. */
        public String text() {
            return text;
        }
    }

    LeftOut plus(LeftOut other) {
        return new LeftOut(reason, what, sessions + other.sessions, minutes + other.minutes, jobs + other.jobs);
    }

    boolean isNothing() {
        return sessions == 0 && minutes == 0 && jobs == 0;
    }

    @Override
    public int compareTo(LeftOut other) {
        return ORDER.compare(this, other);
    }
}
