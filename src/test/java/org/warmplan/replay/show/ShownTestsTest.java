package org.warmplan.replay.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.warmplan.domain.TestRun;
import org.warmplan.domain.TestScore;
import org.warmplan.domain.TestedWorkload;
import org.warmplan.replay.market.SmallMarket;
import org.warmplan.replay.market.WeekLog;

/** What the job tester's leaderboard tells, against the tests that ran. */
final class ShownTestsTest {
    private final Shown shown = Shown.whole(24);

    @Test
    void tellsEveryTestThatWentWellOnce() {
        Set<TestRun> runs = new HashSet<>();
        shown.all(TestRun.class).stream()
                .filter(run -> run.successRate() > 0)
                .forEach(run -> runs.add(new TestRun(
                        Showing.START,
                        run.ranAt(),
                        run.orchestrator(),
                        run.workload(),
                        run.region(),
                        run.successRate(),
                        run.seconds(),
                        run.warm())));
        long tests = 0;
        for (int hour = 0; hour < 2 * WeekLog.HOURS - 1; hour++) {
            WeekLog log = shown.log(hour / WeekLog.HOURS);
            for (int offer = 0; offer < log.offers(); offer++) {
                tests += log.tests(offer, hour % WeekLog.HOURS);
            }
        }

        assertThat(runs).hasSize((int) tests);
        assertThat(tests).isGreaterThan(500);
    }

    @Test
    void testsNothingButWhatTestersAskFor() {
        assertThat(shown.all(TestedWorkload.class))
                .extracting(TestedWorkload::workload)
                .containsOnly(shown.workload(SmallMarket.NOOP), shown.workload(SmallMarket.REALVIS));
    }

    @Test
    void ratesWhoWasTested() {
        assertThat(shown.all(TestScore.class))
                .isNotEmpty()
                .allMatch(score -> score.score() > 0 && score.score() <= 1 && score.successRate() > 0.7)
                .noneMatch(score -> score.orchestrator()
                        .equals(shown.market().cast().orchestrators().get(2).address()));
    }
}
