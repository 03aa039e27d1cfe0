package org.warmplan.replay.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.warmplan.domain.OwnMetric;
import org.warmplan.domain.Workload;
import org.warmplan.replay.market.SmallMarket;
import org.warmplan.replay.market.WeekLog;

/** What the own node's metrics tell, against what it did. */
final class ShownNodeTest {
    private static final int OWN = SmallMarket.OWN;

    private final Shown shown = Shown.whole(1);

    @Test
    void countsJobsFromTheRestartOn() {
        long expected = 0;
        Map<Integer, Double> told = byHour(OwnMetric.Name.REQUESTS, SmallMarket.REALVIS);
        for (int hour = 0; hour < 2 * WeekLog.HOURS; hour++) {
            int at = hour % WeekLog.HOURS;
            expected = hour == WeekLog.HOURS ? 0 : expected;
            if (!log(hour).isDown(OWN, at)) {
                assertThat(told.getOrDefault(hour, 0.0)).as("hour " + hour).isEqualTo((double) expected);
            }
            expected += log(hour).finished(offer(hour, SmallMarket.REALVIS), at)
                    + log(hour).tests(offer(hour, SmallMarket.REALVIS), at);
        }
        assertThat(expected).isGreaterThan(50);
    }

    @Test
    void countsNoLiveStreamsAsJobs() {
        assertThat(byHour(OwnMetric.Name.REQUESTS, SmallMarket.SDXL)).isEmpty();
    }

    @Test
    void tellsContainersBusyAndIdle() {
        byHour(OwnMetric.Name.CONTAINERS_IN_USE, SmallMarket.SDXL)
                .forEach((hour, busy) -> assertThat(busy)
                        .isEqualTo(log(hour).inUse(offer(hour, SmallMarket.SDXL), hour % WeekLog.HOURS)));
        assertThat(byHour(OwnMetric.Name.CONTAINERS_IN_USE, SmallMarket.SDXL).values())
                .contains(0.0, 1.0);
    }

    /** Tickets of a batch workload name it; those of streams are one sum. */
    @Test
    void tellsWhatTicketsAreWorth() {
        double gwei = lastOf(0, OwnMetric.Name.TICKET_VALUE, shown.workload(SmallMarket.REALVIS));
        double paid = shown.log(0).offerWei(shown.log(0).findOffer(OWN, SmallMarket.REALVIS)) / 1e9;

        assertThat(gwei).isBetween(paid * 0.95, paid * 1.5);
        double live = lastOf(0, OwnMetric.Name.TICKET_VALUE, null);
        double stream = shown.log(0).offerWei(shown.log(0).findOffer(OWN, SmallMarket.SDXL)) / 1e9;
        assertThat(live).isCloseTo(stream, within(stream * 0.03));
    }

    @Test
    void tellsThePriceThatGatewaysPay() {
        double wei = shown.week(0).standing().weiPerUnit(OWN, SmallMarket.REALVIS);

        assertThat(byHour(OwnMetric.Name.PRICE, SmallMarket.REALVIS).values())
                .isNotEmpty()
                .allSatisfy(price -> assertThat(price).isCloseTo(wei * 1.08, within(wei * 1e-4)));
    }

    @Test
    void answersNothingWhileItRestarts() {
        assertThat(shown.log(1).isDown(OWN, 0)).isTrue();
        assertThat(shown.all(OwnMetric.class)).noneMatch(metric -> Shown.hour(metric.seenAt()) == WeekLog.HOURS);
        assertThat(shown.all(OwnMetric.class)).anyMatch(metric -> Shown.hour(metric.seenAt()) == WeekLog.HOURS + 1);
    }

    private Map<Integer, Double> byHour(OwnMetric.Name name, int workload) {
        Map<Integer, Double> values = new TreeMap<>();
        shown.all(OwnMetric.class).stream()
                .filter(metric ->
                        metric.name() == name && shown.workload(workload).equals(metric.workload()))
                .forEach(metric -> values.put(Shown.hour(metric.seenAt()), metric.value()));
        return values;
    }

    /** At the last look of a week, over all senders. */
    private double lastOf(int week, OwnMetric.Name name, @Nullable Workload workload) {
        List<OwnMetric> metrics = shown.all(OwnMetric.class).stream()
                .filter(metric -> Shown.hour(metric.seenAt()) == (week + 1) * WeekLog.HOURS - 1)
                .filter(metric -> metric.name() == name)
                .filter(metric -> workload == null ? metric.workload() == null : workload.equals(metric.workload()))
                .toList();
        assertThat(metrics).isNotEmpty();
        return metrics.stream().mapToDouble(OwnMetric::value).sum();
    }

    private int offer(int hour, int workload) {
        return log(hour).findOffer(OWN, workload);
    }

    private WeekLog log(int hour) {
        return shown.log(hour / WeekLog.HOURS);
    }
}
