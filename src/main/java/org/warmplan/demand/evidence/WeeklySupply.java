package org.warmplan.demand.evidence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.warmplan.demand.Supply;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Workload;

/**
 * Who offered what in each week: shares of a week are shares among who was there in it. Of a week nobody looked at, what is
 * known of the last one stands in.
 */
final class WeeklySupply {
    /** However long a node counts as there by policy, it was not there in another month's week. */
    private static final Duration LONGEST = Duration.ofDays(14);

    private final List<Supply> byWeek = new ArrayList<>();

    private WeeklySupply() {}

    /** @param last as of the weeks' end, with the stakes */
    static WeeklySupply of(Seen seen, Weeks weeks, Supply last, Duration counted) {
        Duration carried = counted.compareTo(LONGEST) < 0 ? counted : LONGEST;
        List<List<Observation>> slices = new ArrayList<>();
        for (int week = 0; week < weeks.count(); week++) {
            slices.add(new ArrayList<>());
        }
        for (Workload workload : seen.offered()) {
            seen.offersOf(workload)
                    .values()
                    .forEach(offers -> offers.forEach(offer -> file(offer, slices, weeks, carried)));
        }
        WeeklySupply supply = new WeeklySupply();
        supply.byWeek.add(last);
        for (int week = 1; week < weeks.count(); week++) {
            Supply then = Supply.of(slices.get(week), weeks.endOf(week), carried);
            supply.byWeek.add(then.offers().isEmpty() ? last : new Supply(then.offers(), last.stakes()));
        }
        return supply;
    }

    /** An offer counts in its week, and in the next ones for as long as it is carried on. */
    private static void file(Offer offer, List<List<Observation>> slices, Weeks weeks, Duration carried) {
        long until = offer.seenAt().toEpochMilli() + carried.toMillis();
        for (int week = weeks.nearest(offer.seenAt()); week >= 1 && weeks.endMillis(week) <= until; week--) {
            slices.get(week).add(offer);
        }
    }

    /** Who offered what in the week so many weeks ago. */
    Supply of(int week) {
        return byWeek.get(week);
    }
}
