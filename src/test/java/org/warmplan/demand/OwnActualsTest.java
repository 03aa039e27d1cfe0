package org.warmplan.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.warmplan.domain.Address;
import org.warmplan.domain.Observation;
import org.warmplan.domain.OwnMetric;
import org.warmplan.domain.OwnMetric.Name;
import org.warmplan.domain.Workload;

final class OwnActualsTest {
    private static final Instant FROM = Instant.parse("2026-11-16T06:00:00Z");
    private static final Instant TO = FROM.plus(Duration.ofDays(7));
    private static final Address SELF = Offers.SELF;
    private static final Workload IMAGE = Workload.find("text-to-image/a/b").orElseThrow();
    private static final Workload OTHER = Workload.find("upscale/a/b").orElseThrow();
    private static final Workload LIVE =
            Workload.find("live-video-to-video/comfyui").orElseThrow();

    private final List<Observation> observations = new ArrayList<>();

    private void page(double day, Name name, @Nullable Workload workload, String detail, double value) {
        observations.add(new OwnMetric(at(day), "n", name, workload, detail, value));
    }

    private static Instant at(double day) {
        return FROM.plus(Duration.ofMinutes(Math.round(day * 24 * 60)));
    }

    private OwnWeek week() {
        return new OwnActuals(observations, SELF).find(FROM, TO).orElseThrow();
    }

    @Test
    void countsTheWeeksJobsFromTheLookBeforeIt() {
        page(-0.5, Name.REQUESTS, IMAGE, "", 100);
        page(3, Name.REQUESTS, IMAGE, "", 150);
        page(7, Name.REQUESTS, IMAGE, "", 175);

        assertThat(week().watched()).isEqualTo(1);
        assertThat(week().jobs().get(IMAGE)).isCloseTo(75 / 7.5 * 7, within(1e-9));
        assertThat(week().findUnits(IMAGE, 1000)).contains(75 / 7.5 * 7 * 1000);
        assertThat(week().findUnits(OTHER, 1000)).contains(0.0);
    }

    @Test
    void aLookFromLongBeforeSaysNothing() {
        page(-2, Name.REQUESTS, IMAGE, "", 100);
        page(3.5, Name.REQUESTS, IMAGE, "", 150);
        page(7, Name.REQUESTS, IMAGE, "", 175);

        assertThat(week().watched()).isEqualTo(0.5);
        assertThat(week().jobs().get(IMAGE)).isCloseTo(50, within(1e-9));
    }

    @Test
    void aCounterThatIsNotThereYetStandsAtNothing() {
        page(0, Name.TICKETS, null, "", 1);
        page(3.5, Name.TICKETS, null, "", 1);
        page(3.5, Name.REQUESTS, IMAGE, "", 20);
        page(7, Name.TICKETS, null, "", 1);
        page(7, Name.REQUESTS, IMAGE, "", 30);

        assertThat(week().jobs().get(IMAGE)).isCloseTo(30, within(1e-9));
    }

    @Test
    void afterARestartAllThatStandsCounts() {
        page(0, Name.REQUESTS, IMAGE, "", 1000);
        page(3.5, Name.REQUESTS, IMAGE, "", 4);
        page(7, Name.REQUESTS, IMAGE, "", 14);

        assertThat(week().jobs().get(IMAGE)).isCloseTo(14, within(1e-9));
    }

    @Test
    void addsUpTicketsOfAllSendersAndOfEachWorkload() {
        page(0, Name.TICKET_VALUE, null, "sender=a", 5);
        page(0, Name.TICKET_VALUE, IMAGE, "sender=a", 10);
        page(7, Name.TICKET_VALUE, null, "sender=a", 6);
        page(7, Name.TICKET_VALUE, IMAGE, "sender=a", 12);
        page(7, Name.TICKET_VALUE, IMAGE, "sender=b", 4);

        assertThat(week().gwei()).containsOnlyKeys(IMAGE).containsEntry(IMAGE, 6.0);
        assertThat(week().allGwei()).hasValue(7);
    }

    @Test
    void tellsNothingWithoutTwoLooks() {
        page(3, Name.REQUESTS, IMAGE, "", 100);

        assertThat(new OwnActuals(observations, SELF).find(FROM, TO)).isEmpty();
        assertThat(new OwnActuals(observations, SELF).isEmpty()).isFalse();
        assertThat(new OwnActuals(List.of(), SELF).isEmpty()).isTrue();
    }

    @Test
    void tellsStreamsOnlyWhenLookedOften() {
        for (int hour = 0; hour < 24; hour++) {
            page(hour / 24.0, Name.TICKETS, null, "", 1);
        }
        page(0.5, Name.CONTAINERS_IN_USE, LIVE, "", 6);
        page(0.75, Name.CONTAINERS_IN_USE, LIVE, "orchestrator_uri=https://else", 600);

        assertThat(week().streams().get(LIVE)).isCloseTo(6 / 24.0, within(1e-9));
        assertThat(week().findUnits(LIVE, 100)).contains(25.0);
        observations.removeIf(o -> o.seenAt().equals(at(1 / 24.0)));
        assertThat(week().findUnits(LIVE, 100)).isEmpty();
    }

    @Test
    void knowsWhatTheNetworkNeverSawWarm() {
        page(0, Name.TICKETS, null, "", 1);
        page(7, Name.TICKETS, null, "", 1);
        assertThat(week().neverWarm(IMAGE)).isFalse();

        observations.add(Offers.warm(at(1), 9, OTHER, 1, 0));
        observations.add(Offers.cold(at(1), 9, IMAGE));
        assertThat(week().neverWarm(IMAGE)).isTrue();
        assertThat(week().neverWarm(OTHER)).isFalse();

        observations.add(Offers.warm(at(6), 9, IMAGE, 1, 0));
        assertThat(week().neverWarm(IMAGE)).isFalse();
    }
}
