package org.warmplan.replay.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.warmplan.domain.AskedPriceSeen;
import org.warmplan.domain.JobsServed;
import org.warmplan.domain.Load;
import org.warmplan.domain.Sessions;
import org.warmplan.domain.Traffic;
import org.warmplan.replay.market.SmallMarket;
import org.warmplan.replay.market.WeekLog;

/** What NaaP tells of a market, against what happened there. */
final class ShownDemandTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Shown shown = Shown.whole(24);

    /** One hour of one gateway and workload, as it was last told. */
    private Map<List<Object>, Traffic> lastTold() {
        Map<List<Object>, Traffic> told = new HashMap<>();
        shown.all(Traffic.class).stream()
                .filter(traffic ->
                        Duration.between(traffic.from(), traffic.to()).equals(HOUR))
                .forEach(traffic -> told.merge(
                        List.of(traffic.gateway(), traffic.workload(), traffic.from()),
                        traffic,
                        (a, b) -> a.seenAt().isAfter(b.seenAt()) ? a : b));
        return told;
    }

    @Test
    void tellsEveryHourOfTheGatewaysItFollows() {
        Map<List<Object>, Traffic> told = lastTold();
        int compared = 0;
        for (int hour = 0; hour < 2 * WeekLog.HOURS - 2; hour++) {
            for (int gateway : List.of(SmallMarket.DAYDREAM, SmallMarket.TESTER)) {
                for (int workload = 0;
                        workload < shown.market().cast().workloads().size();
                        workload++) {
                    Traffic traffic = told.get(List.of(name(gateway), shown.workload(workload), at(hour)));
                    long requested = log(hour).requested(gateway, workload, hour % WeekLog.HOURS);
                    assertThat(traffic == null ? 0 : traffic.requested()).isEqualTo(requested);
                    assertThat(traffic == null ? 0 : traffic.served())
                            .isEqualTo(log(hour).served(gateway, workload, hour % WeekLog.HOURS));
                    assertThat(traffic == null ? 0 : traffic.unmet())
                            .isEqualTo(log(hour).unmet(gateway, workload, hour % WeekLog.HOURS));
                    compared += requested > 0 ? 1 : 0;
                }
            }
        }
        assertThat(compared).isGreaterThan(500);
    }

    @Test
    void tellsMinutesThatContainersWorked() {
        for (int workload : List.of(SmallMarket.SDXL, SmallMarket.NOOP, SmallMarket.REALVIS)) {
            double told = 0;
            for (Traffic traffic : lastTold().values()) {
                told += traffic.workload().equals(shown.workload(workload)) ? traffic.minutes() : 0;
            }
            double worked = 0;
            for (int hour = 0; hour < 2 * WeekLog.HOURS; hour++) {
                for (int gateway : List.of(SmallMarket.DAYDREAM, SmallMarket.TESTER)) {
                    worked += log(hour).minutes(gateway, workload, hour % WeekLog.HOURS);
                }
            }
            assertThat(told).isCloseTo(worked, within(worked * 0.02));
        }
    }

    @Test
    void knowsNothingOfOtherGateways() {
        Set<String> gateways = new HashSet<>();
        Set<Object> workloads = new HashSet<>();
        shown.all(Traffic.class).forEach(traffic -> {
            gateways.add(traffic.gateway());
            workloads.add(traffic.workload());
        });

        assertThat(gateways).containsOnly("", name(SmallMarket.DAYDREAM), name(SmallMarket.TESTER));
        assertThat(workloads).doesNotContain(shown.workload(SmallMarket.WHISPER));
        // The own node knows who pays it.
        shown.snapshots().stream()
                .filter(snapshot -> !snapshot.kind().equals(Showing.METRICS))
                .flatMap(snapshot -> snapshot.parts().stream())
                .forEach(part -> assertThat(part.body()).doesNotContain(name(SmallMarket.HIDDEN)));
    }

    @Test
    void tellsOfDemandThatNobodyServes() {
        long unmet = lastTold().values().stream()
                .filter(traffic -> traffic.workload().equals(shown.workload(SmallMarket.FLUX)))
                .mapToLong(Traffic::unmet)
                .sum();

        assertThat(unmet).isBetween(110L, 120L);
        assertThat(shown.all(Load.class)).noneMatch(load -> load.workload().equals(shown.workload(SmallMarket.FLUX)));
    }

    @Test
    void comesBackToAnHourThatWasNotComplete() {
        Map<List<Object>, TreeMap<Instant, Long>> told = new HashMap<>();
        shown.all(Traffic.class).stream()
                .filter(traffic -> !traffic.gateway().isEmpty())
                .forEach(traffic -> told.computeIfAbsent(
                                List.of(traffic.gateway(), traffic.workload(), traffic.from()), key -> new TreeMap<>())
                        .put(traffic.seenAt(), traffic.requested()));

        assertThat(told.values()).anyMatch(times -> times.size() > 1);
        assertThat(told.values())
                .allMatch(times ->
                        times.firstEntry().getValue() <= times.lastEntry().getValue())
                .anyMatch(times ->
                        times.firstEntry().getValue() < times.lastEntry().getValue());
    }

    @Test
    void countsAWeekAtMost() {
        List<Traffic> totals = shown.all(Traffic.class).stream()
                .filter(traffic -> traffic.gateway().isEmpty())
                .toList();

        assertThat(totals)
                .isNotEmpty()
                .allMatch(total -> Duration.between(total.from(), total.to()).equals(Duration.ofDays(7)));
        Traffic last = totals.get(totals.size() - 1);
        long requested = 0;
        for (int hour = 2 * WeekLog.HOURS - 1 - 168; hour < 2 * WeekLog.HOURS - 1; hour++) {
            requested += log(hour).requested(SmallMarket.TESTER, SmallMarket.NOOP, hour % WeekLog.HOURS);
        }
        assertThat(last.workload()).isEqualTo(shown.workload(SmallMarket.NOOP));
        assertThat(last.requested()).isEqualTo(requested);
    }

    /** What it calls warm is whoever lists the model: here one node has it cold only. */
    @Test
    void takesWhatIsListedForWarm() {
        assertThat(shown.all(Load.class))
                .filteredOn(load -> load.workload().equals(shown.workload(SmallMarket.BLIP)))
                .isNotEmpty()
                .allMatch(load -> load.orchestrators() == 1);
        assertThat(shown.all(AskedPriceSeen.class))
                .anyMatch(price -> price.workload().equals(shown.workload(SmallMarket.BLIP)));
    }

    @Test
    void namesTheNodesThatServedAsFarAsItKnows() {
        long served = lastTold().values().stream()
                .filter(traffic -> !traffic.workload().pipeline().isLive())
                .mapToLong(Traffic::served)
                .sum();
        Map<List<Object>, Long> named = new HashMap<>();
        shown.all(JobsServed.class)
                .forEach(jobs ->
                        named.merge(List.of(jobs.uri(), jobs.workload(), jobs.from()), jobs.served(), Math::max));

        assertThat(named.values().stream().mapToLong(Long::longValue).sum()).isBetween((long) (served * 0.9), served);
        assertThat(shown.all(JobsServed.class))
                .noneMatch(jobs -> jobs.workload().equals(shown.workload(SmallMarket.WHISPER)));
    }

    @Test
    void countsSessionsOfOrchestratorsAmongThoseItSees() {
        List<Sessions> last = shown.all(Sessions.class);
        long known = last.stream()
                .filter(sessions ->
                        sessions.seenAt().equals(last.get(last.size() - 1).seenAt()))
                .mapToLong(Sessions::known)
                .sum();
        long served = 0;
        for (int hour = WeekLog.HOURS - 1; hour < 2 * WeekLog.HOURS - 1; hour++) {
            for (int gateway : List.of(SmallMarket.DAYDREAM, SmallMarket.TESTER)) {
                for (int workload : List.of(SmallMarket.SDXL, SmallMarket.NOOP)) {
                    served += log(hour).served(gateway, workload, hour % WeekLog.HOURS);
                }
            }
        }

        assertThat(known).isCloseTo(served, within(5L));
    }

    private String name(int gateway) {
        return shown.market().cast().gateways().get(gateway).address().value();
    }

    private WeekLog log(int hour) {
        return shown.log(hour / WeekLog.HOURS);
    }

    private static Instant at(int hour) {
        return Showing.START.plus(HOUR.multipliedBy(hour));
    }
}
