package org.warmplan.replay.show;

import java.util.ArrayList;
import java.util.List;
import org.warmplan.replay.market.Cast;
import org.warmplan.replay.market.MarketGateway;

/**
 * The gateways whose events NaaP gets, and what it counts of them. Load testers and streams of noop are among them; all
 * other gateways are invisible to it.
 */
final class Followed {
    private final PlayedWeeks weeks;
    private final List<Integer> gateways = new ArrayList<>();

    Followed(PlayedWeeks weeks) {
        this.weeks = weeks;
        List<MarketGateway> all = weeks.cast().gateways();
        for (int gateway = 0; gateway < all.size(); gateway++) {
            if (all.get(gateway).org() != null) {
                gateways.add(gateway);
            }
        }
    }

    Cast cast() {
        return weeks.cast();
    }

    PlayedWeeks weeks() {
        return weeks;
    }

    /** Indices of the gateways, ascending. */
    List<Integer> gateways() {
        return gateways;
    }

    /** NaaP knows two organisations; the load tester belongs to the one that also has users. */
    String org(int gateway) {
        boolean tester = cast().gateways().get(gateway).loadTester();
        return tester || gateway % 2 == 1 ? "cloudspe" : "daydream";
    }

    String name(int gateway) {
        return cast().gateways().get(gateway).address().value();
    }

    long requested(int gateway, int workload, int hour) {
        return weeks.week(hour).log().requested(gateway, workload, PlayedWeeks.hourOfWeek(hour));
    }

    long served(int gateway, int workload, int hour) {
        return weeks.week(hour).log().served(gateway, workload, PlayedWeeks.hourOfWeek(hour));
    }

    long unmet(int gateway, int workload, int hour) {
        return weeks.week(hour).log().unmet(gateway, workload, PlayedWeeks.hourOfWeek(hour));
    }

    double minutes(int gateway, int workload, int hour) {
        return weeks.week(hour).log().minutes(gateway, workload, PlayedWeeks.hourOfWeek(hour));
    }

    /** What {@code figure} adds up to over all followed gateways and the hours from one to another, exclusive. */
    double sum(Figure figure, int workload, int from, int to) {
        double sum = 0;
        for (int gateway : gateways) {
            for (int hour = Math.max(from, weeks.firstHour()); hour < to; hour++) {
                sum += figure.of(gateway, workload, hour);
            }
        }
        return sum;
    }

    /** A figure by gateway, workload and hour. */
    @FunctionalInterface
    interface Figure {
        double of(int gateway, int workload, int hour);
    }
}
