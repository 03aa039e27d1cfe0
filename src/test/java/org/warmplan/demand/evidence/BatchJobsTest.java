package org.warmplan.demand.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.warmplan.demand.EvidenceKind.BATCH_JOBS;
import static org.warmplan.demand.evidence.Scene.NOW;
import static org.warmplan.demand.evidence.Scene.SDXL;
import static org.warmplan.demand.evidence.Scene.daysAgo;
import static org.warmplan.demand.evidence.Scene.hour;
import static org.warmplan.demand.evidence.Scene.rate;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.warmplan.demand.Offers;
import org.warmplan.demand.Reading;
import org.warmplan.domain.JobsServed;
import org.warmplan.domain.Load;
import org.warmplan.domain.Traffic;

final class BatchJobsTest {
    private static final Instant MONDAY = daysAgo(7);

    @Test
    void countsWhatWasServedAndWhatFoundNobody() {
        Traffic row = new Traffic(NOW, MONDAY, MONDAY.plusSeconds(3_600), "o", "g", SDXL, 100, 60, 15, 9);
        Scene scene = new Scene().seen(row);
        Reading reading = scene.one(SDXL, BATCH_JOBS);

        // 75 at gateways that carry a quarter of the demand; 25 failed, and were asked for again.
        assertThat(rate(reading)).isCloseTo(300, within(1e-9));
        assertThat(reading.events()).isEqualTo(75);
        assertThat(reading.spread()).isEqualTo(0.8);
        assertThat(scene.gather().leftOut())
                .containsExactly(new LeftOut(LeftOut.Reason.UNSUCCESSFUL, SDXL.id(), 0, 0, 25));
    }

    @Test
    void sharesTheWeekWithWhatWasCovered() {
        Reading reading = new Scene()
                .seen(hour(daysAgo(3), daysAgo(6), "g", SDXL, 30, 0, 1))
                .one(SDXL, BATCH_JOBS);

        // Three days of seven.
        assertThat(rate(reading)).isCloseTo(30 * 4 * 7 / 3.0, within(1e-9));
    }

    @Test
    void readsWhatNodesServedWhereNobodyTellsOfGateways() {
        JobsServed early = new JobsServed(daysAgo(1), MONDAY, daysAgo(6), "https://a.example", SDXL, 9, 8);
        JobsServed late = new JobsServed(NOW, MONDAY, daysAgo(6), "https://a.example", SDXL, 12, 10);
        JobsServed other = new JobsServed(NOW, MONDAY, daysAgo(6), "https://b.example", SDXL, 5, 5);

        assertThat(new Scene().seen(early, late, other).one(SDXL, BATCH_JOBS).events())
                .isEqualTo(15);
        assertThat(new Scene()
                        .seen(early, late, other, hour(NOW, MONDAY, "g", SDXL, 20, 0, 1))
                        .one(SDXL, BATCH_JOBS)
                        .events())
                .isEqualTo(20);
    }

    @Test
    void readsDailyCountsThatDoNotOverlapWhereThereIsNothingBetter() {
        List<Reading> readings = new Scene()
                .seen(load(NOW, 10), load(daysAgo(0.5), 99), load(daysAgo(1), 20), load(daysAgo(8), 40))
                .readings(SDXL, BATCH_JOBS);

        assertThat(readings).extracting(Reading::weeksAgo).containsExactly(0, 1);
        assertThat(rate(readings.get(0))).isCloseTo(30 * 4 * 7 / 2.0, within(1e-9));
        assertThat(rate(readings.get(1))).isCloseTo(40 * 4 * 7, within(1e-9));
    }

    @Test
    void readsNothingFromDailyCountsThatAreAllNothing() {
        assertThat(new Scene().seen(load(NOW, 0)).readings(SDXL, BATCH_JOBS)).isEmpty();
    }

    @Test
    void readsNothingAskedWhereOnlyATesterAsked() {
        Reading reading = new Scene()
                .seen(load(NOW, 10), hour(NOW, MONDAY, "Stress", SDXL, 70, 0, 1))
                .one(SDXL, BATCH_JOBS);

        assertThat(reading.events()).isZero();
        assertThat(reading.exposure()).isCloseTo(0.25, within(1e-9));
    }

    private static Load load(Instant at, long jobs) {
        return new Load(at, Offers.SDXL, 3, 3, 0, jobs);
    }
}
