package org.warmplan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.warmplan.demand.evidence.LeftOut;

final class LeftOutRowsTest {
    private static LeftOut tests(String what, double jobs) {
        return new LeftOut(LeftOut.Reason.TESTS, what, 0, 0, jobs);
    }

    @Test
    void sumsUpByReasonAndNamesTheFirst() {
        assertThat(LeftOutRows.sentences(List.of(
                        new LeftOut(LeftOut.Reason.IGNORED_MODEL, "live-video-to-video/noop", 2, 90, 0),
                        tests("llm/a", 600),
                        tests("llm/b", 600),
                        tests("llm/c", 0.25),
                        tests("llm/d", 34))))
                .containsExactly(
                        "2 live sessions, 90 minutes of live video: a model that stands for test traffic"
                                + " (live-video-to-video/noop)",
                        "1.23 k jobs: jobs of testers, and jobs that failed (llm/a, llm/b, llm/c and 1 more)");
    }

    @Test
    void showsPartsOfAJobAsLessThanOne() {
        assertThat(LeftOutRows.table(List.of(tests("llm/c", 0.25))).rows())
                .containsExactly(List.of("jobs of testers, and jobs that failed", "llm/c", "–", "–", "under 1"));
    }
}
