package org.warmplan.demand.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.warmplan.demand.EvidenceKind.LIVE_IN_USE;
import static org.warmplan.demand.EvidenceKind.REGISTRATIONS;
import static org.warmplan.demand.evidence.Scene.LIVE;
import static org.warmplan.demand.evidence.Scene.NOW;
import static org.warmplan.demand.evidence.Scene.SDXL;
import static org.warmplan.demand.evidence.Scene.ago;
import static org.warmplan.demand.evidence.Scene.daysAgo;
import static org.warmplan.demand.evidence.Scene.rate;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.demand.Offers;
import org.warmplan.demand.Reading;
import org.warmplan.domain.Earnings;
import org.warmplan.domain.JobsServed;
import org.warmplan.domain.Load;
import org.warmplan.domain.Observation;
import org.warmplan.domain.OwnMetric;
import org.warmplan.domain.TestRun;
import org.warmplan.domain.Traffic;
import org.warmplan.domain.Workload;

final class EvidenceGathererTest {
    private static final Workload NOOP = Offers.workload("live-video-to-video/noop");

    @Test
    void hasNothingToSayOfNothing() {
        GatheredEvidence gathered = new Scene().gather();

        assertThat(gathered.readings()).isEmpty();
        assertThat(gathered.leftOut()).isEmpty();
        assertThat(gathered.priceTiers()).isEmpty();
    }

    @Test
    void readsAnOfferAsALittleDemand() {
        Reading live = new Scene().warmAt(1, LIVE, 4, 0, NOW).one(LIVE, REGISTRATIONS);
        Reading batch = new Scene().warmAt(1, SDXL, 1, 0, NOW).one(SDXL, REGISTRATIONS);

        assertThat(rate(live)).isCloseTo(4 * 0.05, within(1e-9));
        assertThat(rate(batch)).isCloseTo(0.005 * 604_800 / 6, within(1e-9));
        assertThat(List.of(live, batch)).allSatisfy(reading -> {
            assertThat(reading.spread()).isGreaterThanOrEqualTo(1.5);
            assertThat(reading.events()).isLessThanOrEqualTo(0.5);
            assertThat(reading.exposure()).isLessThanOrEqualTo(0.5);
        });
    }

    @Test
    void takesOwnOffersForNoRegistration() {
        assertThat(new Scene().warmAt(9, SDXL, 1, 0, NOW).gather().readings()).isEmpty();
    }

    @Test
    void sortsReadingsByKindAndFromTheLatestWeekBack() {
        List<Reading> readings =
                new Scene().warmAt(1, LIVE, 1, 1, daysAgo(15), daysAgo(8), NOW).readings(LIVE);

        assertThat(readings)
                .extracting(Reading::kind)
                .containsExactly(LIVE_IN_USE, LIVE_IN_USE, LIVE_IN_USE, REGISTRATIONS);
        assertThat(readings).extracting(Reading::weeksAgo).containsExactly(0, 1, 2, 0);
    }

    @Test
    void usesNothingThatWasKnownLater() {
        Scene scene = new Scene().warmAt(1, LIVE, 1, 1, NOW, NOW.plusSeconds(1), NOW.plus(Duration.ofDays(8)));

        assertThat(scene.one(LIVE, LIVE_IN_USE).text()).contains("in 1 look");
    }

    @Test
    void tellsOfStreamsOfATestModel() {
        GatheredEvidence gathered =
                new Scene().warmAt(1, NOOP, 1, 2, daysAgo(1), NOW).gather();

        assertThat(gathered.readings()).isEmpty();
        assertThat(gathered.leftOut())
                .containsExactly(new LeftOut(LeftOut.Reason.IGNORED_MODEL, NOOP.id(), 0, 2 * 10_080, 0));
    }

    @Test
    void namesThatThereIsOneSnapshotAndNoStake() {
        Scene scene = new Scene().warmAt(1, SDXL, 1, 0, NOW).warmAt(2, SDXL, 1, 0, NOW);
        scene.gather();

        assertThat(scene.issueKinds()).containsExactly("oneSnapshot", "stakesUnknown");
    }

    @Test
    void namesALastWeekWithoutCounts() {
        Scene scene = new Scene().warmAt(1, LIVE, 1, 1, daysAgo(9), daysAgo(8));

        assertThat(scene.readings(LIVE, LIVE_IN_USE))
                .extracting(Reading::weeksAgo)
                .containsExactly(1);
        assertThat(scene.issueKinds()).contains("lastWeekUnknown");
    }

    @Test
    void namesWhoVanished() {
        Scene scene = new Scene().warmAt(1, LIVE, 1, 1, daysAgo(9), NOW).warmAt(2, LIVE, 1, 1, daysAgo(10), daysAgo(9));
        scene.gather();

        assertThat(scene.issues.list())
                .filteredOn(issue -> issue.kind().equals("orchestratorVanished"))
                .extracting(issue -> issue.value())
                .containsExactly(Offers.address(2).value());
    }

    @Test
    void saysTheSameInWhateverOrderItIsTold() {
        List<Observation> observations = anything(new SplittableRandom(3), 400);
        GatheredEvidence one =
                new Scene().seen(observations.toArray(new Observation[0])).gather();
        Collections.reverse(observations);
        GatheredEvidence other =
                new Scene().seen(observations.toArray(new Observation[0])).gather();

        assertThat(other.readings()).isEqualTo(one.readings());
        assertThat(other.leftOut()).isEqualTo(one.leftOut());
        assertThat(other.priceTiers()).isEqualTo(one.priceTiers());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void survivesAnything(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int run = 0; run < 40; run++) {
            List<Observation> observations = anything(random, 150);
            Collections.shuffle(observations, new Random(seed));
            Scene scene = new Scene().seen(observations.toArray(new Observation[0]));
            if (random.nextBoolean()) {
                scene.withoutSelf();
            }
            GatheredEvidence gathered = scene.gather();

            // A reading refuses what is not finite or negative when it is made.
            gathered.readings()
                    .forEach((workload, readings) -> assertThat(readings).allSatisfy(reading -> {
                        assertThat(reading.workload()).isEqualTo(workload);
                        assertThat(reading.weeksAgo()).isLessThan(4);
                    }));
            gathered.hours()
                    .values()
                    .forEach(counts -> assertThat(counts.amount()).isFinite());
        }
    }

    /** Sound in form, as readers guarantee, and senseless otherwise. */
    private static List<Observation> anything(SplittableRandom random, int count) {
        List<Workload> workloads =
                List.of(SDXL, LIVE, NOOP, Offers.workload("llm/maker/a"), Offers.workload("upscale/maker/b"));
        List<Observation> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Workload workload = workloads.get(random.nextInt(workloads.size()));
            int who = random.nextInt(1, 12);
            Instant at = ago(random.nextInt(-30, 24 * 60)).minusSeconds(i);
            Instant from = at.minus(Duration.ofHours(random.nextInt(0, 900)));
            Instant to = from.plus(Duration.ofMinutes(random.nextInt(-60, 20_000)));
            long n = odd(random);
            all.add(
                    switch (random.nextInt(9)) {
                        case 0 -> Offers.cold(at, who, workload);
                        case 1, 2 -> Offers.warm(at, who, workload, n, odd(random) / 4);
                        case 3 ->
                            new Traffic(
                                    at,
                                    from,
                                    to,
                                    who > 6 ? "" : "o",
                                    who > 5 ? "" : "g",
                                    workload,
                                    n,
                                    n / 2,
                                    n / 3,
                                    odd(random));
                        case 4 -> new JobsServed(at, from, to, "https://orch-" + who + ".example", workload, n, n / 2);
                        case 5 -> new Load(at, workload, who, n, n, n);
                        case 6 ->
                            new Earnings(
                                    at, Offers.address(who), from, to, Earnings.Jobs.AI, BigDecimal.valueOf(n), null);
                        case 7 ->
                            new OwnMetric(
                                    at,
                                    "n" + who % 2,
                                    who > 4 ? OwnMetric.Name.REQUESTS : OwnMetric.Name.CONTAINERS_IN_USE,
                                    who == 11 ? null : workload,
                                    who % 3 == 0 ? "a=b" : "",
                                    n);
                        default -> new TestRun(at, from, Offers.address(who), workload, "FRA", 1, 1, true);
                    });
        }
        return all;
    }

    private static long odd(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> 1;
            case 2 -> random.nextInt(200);
            case 3 -> 4_294_967_295L;
            case 4 -> 1_000_000_000_000L;
            default -> random.nextInt(100_000);
        };
    }
}
