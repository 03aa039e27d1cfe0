package org.warmplan.demand.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.warmplan.demand.EvidenceKind.SESSIONS;
import static org.warmplan.demand.evidence.Scene.LIVE;
import static org.warmplan.demand.evidence.Scene.NOW;
import static org.warmplan.demand.evidence.Scene.daysAgo;
import static org.warmplan.demand.evidence.Scene.hour;
import static org.warmplan.demand.evidence.Scene.rate;
import static org.warmplan.demand.evidence.Scene.total;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.warmplan.demand.Offers;
import org.warmplan.demand.Reading;
import org.warmplan.domain.Traffic;
import org.warmplan.domain.Workload;

final class LiveSessionsTest {
    private static final Instant MONDAY = daysAgo(7);

    @Test
    void minutesOfAWeekAreMeanStreams() {
        Reading reading = new Scene()
                .seen(hour(NOW, MONDAY, "a", LIVE, 100, 0, 2_520), hour(NOW, daysAgo(3), "a", LIVE, 152, 0, 2_520))
                .one(LIVE, SESSIONS);

        // Half a stream all week, at gateways that carry half of the demand; sessions of 20 minutes count half each.
        assertThat(rate(reading)).isCloseTo(1, within(1e-9));
        assertThat(reading.events()).isCloseTo(126, within(1e-9));
        assertThat(reading.spread()).isEqualTo(0.5);
    }

    @Test
    void sessionsThatFoundNobodyAreDemandToo() {
        Reading reading = new Scene()
                .seen(hour(NOW, MONDAY, "a", LIVE, 252, 0, 5_040), hour(NOW, daysAgo(3), "a", LIVE, 63, 63, 0))
                .one(LIVE, SESSIONS);

        // 63 of 20 minutes each are another eighth of a stream, or a quarter with the gateways that are not seen.
        assertThat(rate(reading)).isCloseTo(1.25, within(1e-9));
    }

    @Test
    void theLatestSnapshotStandsForAnHourToldTwice() {
        Traffic early = hour(daysAgo(3), MONDAY, "a", LIVE, 10, 0, 100);
        Traffic late = hour(NOW, MONDAY, "a", LIVE, 12, 0, 240);

        assertThat(rate(new Scene().seen(late, early).one(LIVE, SESSIONS))).isCloseTo(2 * 240 / 10_080.0, within(1e-9));
    }

    @Test
    void gatewaysAndOrganisationsAddUp() {
        Scene scene = new Scene().seen(hour(NOW, MONDAY, "a", LIVE, 9, 0, 90), hour(NOW, MONDAY, "b", LIVE, 9, 0, 90));

        assertThat(rate(scene.one(LIVE, SESSIONS))).isCloseTo(2 * 180 / 10_080.0, within(1e-9));
    }

    @Test
    void aTotalIsNotCountedBesideTheHoursItHolds() {
        Scene scene = new Scene().seen(hour(NOW, MONDAY, "a", LIVE, 9, 0, 90), total(NOW, 7, LIVE, 9, 90));

        assertThat(rate(scene.one(LIVE, SESSIONS))).isCloseTo(2 * 90 / 10_080.0, within(1e-9));
    }

    @Test
    void aTotalStandsInForHoursThatAreMissing() {
        List<Reading> readings = new Scene()
                .seen(hour(NOW, MONDAY, "a", LIVE, 9, 0, 90), total(MONDAY, 7, LIVE, 100, 5_040))
                .readings(LIVE, SESSIONS);

        assertThat(readings).extracting(Reading::weeksAgo).containsExactly(0, 1);
        assertThat(rate(readings.get(1))).isCloseTo(1, within(1e-9));
    }

    @Test
    void aTotalOfADayStandsForThatDayOnly() {
        Reading reading = new Scene().seen(total(NOW, 1, LIVE, 72, 1_440)).one(LIVE, SESSIONS);

        assertThat(rate(reading)).isCloseTo(2, within(1e-9));
        assertThat(reading.events()).isCloseTo(36, within(1e-9));
    }

    @Test
    void aQuietWeekOfAWorkloadThatWasAskedForIsAWeekOfNothing() {
        Workload other = Offers.workload("live-video-to-video/other");
        List<Reading> readings = new Scene()
                .seen(hour(daysAgo(7), daysAgo(14), "a", LIVE, 9, 0, 180), hour(NOW, daysAgo(1), "a", other, 1, 0, 5))
                .readings(LIVE, SESSIONS);

        assertThat(readings).extracting(Reading::weeksAgo).containsExactly(0, 1);
        assertThat(readings.get(0).events()).isZero();
        assertThat(readings.get(0).exposure()).isCloseTo(readings.get(1).exposure(), within(1e-9));
    }

    @Test
    void whatNobodyAskedForIsNotReadFromSilence() {
        Scene scene = new Scene()
                .warmAt(1, LIVE, 1, 0, NOW)
                .seen(hour(NOW, MONDAY, "a", Offers.workload("live-video-to-video/other"), 1, 0, 5));

        assertThat(scene.readings(LIVE, SESSIONS)).isEmpty();
    }

    @Test
    void leavesTestTrafficOutAndTellsHowMuch() {
        Workload noop = Offers.workload("live-video-to-video/noop");
        GatheredEvidence gathered = new Scene()
                .seen(hour(NOW, MONDAY, "a", noop, 7, 0, 70), hour(NOW, MONDAY, "Stress", LIVE, 5, 0, 50))
                .seen(hour(NOW, MONDAY, "a", LIVE, 10, 0, 100))
                .gather();

        assertThat(gathered.readings().keySet()).containsExactly(LIVE);
        assertThat(rate(gathered.readings().values().iterator().next().get(0)))
                .isCloseTo(2 * 100 / 10_080.0, within(1e-9));
        assertThat(gathered.leftOut())
                .containsExactly(
                        new LeftOut(LeftOut.Reason.IGNORED_MODEL, noop.id(), 7, 70, 0),
                        new LeftOut(LeftOut.Reason.LOAD_TEST, "Stress", 5, 50, 0));
    }

    @Test
    void readsNothingAskedWhereOnlyATesterAsked() {
        Traffic week = new Traffic(NOW, MONDAY, NOW, "", "", LIVE, 500, 500, 0, 5_000);
        Scene scene = new Scene().seen(week, hour(NOW, MONDAY, "Stress", LIVE, 500, 0, 5_000));

        assertThat(scene.one(LIVE, SESSIONS).events()).isZero();
    }

    @Test
    void attemptsThatFailedAreToldAndNotCounted() {
        Traffic row = new Traffic(NOW, MONDAY, MONDAY.plusSeconds(3_600), "daydream", "a", LIVE, 10, 6, 1, 120);
        Scene scene = new Scene().seen(row);

        assertThat(scene.gather().leftOut())
                .containsExactly(new LeftOut(LeftOut.Reason.UNSUCCESSFUL, LIVE.id(), 3, 0, 0));
        assertThat(rate(scene.one(LIVE, SESSIONS))).isCloseTo(2 * 140 / 10_080.0, within(1e-9));
    }
}
