package org.warmplan.replay.show;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.warmplan.replay.market.Cast;
import org.warmplan.replay.market.WeekLog;

/**
 * Winning tickets as they are redeemed on chain: few, of one large value, and later than the work. What came before the
 * first week is made up in its proportions.
 */
final class TicketLedger {
    /** A ticket's face value in wei, as seen in payments of January 2026; one of about a thousand wins. */
    static final double FACE_WEI = 2.4024e15;

    /** Days that are shown at most. */
    static final int OLDEST = 90;

    private static final double WEI_PER_ETH = 1e18;

    /** How many tickets are redeemed on the day they are won, up to a day later ...: a node waits for a low fee. */
    private static final double[] REDEEMED_BY = {0.5, 0.75, 0.87, 0.94, 0.98, 1};

    private final Cast cast;
    private final Chance chance;
    private final List<TreeMap<Integer, Long>> redeemed = new ArrayList<>();

    TicketLedger(Cast cast, long seed) {
        this.cast = cast;
        this.chance = new Chance(seed, "tickets");
        cast.orchestrators().forEach(orchestrator -> redeemed.add(new TreeMap<>()));
    }

    void add(WeekLog log) {
        int first = Timeline.day(Timeline.hour(log.week(), 0));
        boolean earliest = redeemed.stream().allMatch(TreeMap::isEmpty);
        for (int orchestrator = 0; orchestrator < redeemed.size(); orchestrator++) {
            double sum = 0;
            for (int day = 0; day < WeekLog.HOURS / Timeline.HOURS_PER_DAY; day++) {
                double wei = wei(log, orchestrator, day);
                sum += wei;
                win(orchestrator, first + day, wei);
            }
            for (int day = first - OLDEST; earliest && day < first; day++) {
                win(orchestrator, day, sum / 7);
            }
            redeemed.get(orchestrator).headMap(first - OLDEST).clear();
        }
    }

    /** Tickets of an orchestrator that were redeemed from one day to another, both included. */
    long tickets(int orchestrator, int firstDay, int lastDay) {
        return redeemed.get(orchestrator).subMap(firstDay, true, lastDay, true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The value of so many tickets in ETH. */
    static double eth(long tickets) {
        return tickets * FACE_WEI / WEI_PER_ETH;
    }

    private double wei(WeekLog log, int orchestrator, int day) {
        double wei = 0;
        for (int hour = day * Timeline.HOURS_PER_DAY; hour < (day + 1) * Timeline.HOURS_PER_DAY; hour++) {
            wei += log.wei(orchestrator, hour) + log.testWei(orchestrator, hour);
        }
        return wei;
    }

    private void win(int orchestrator, int day, double wei) {
        long id = cast.orchestrators().get(orchestrator).address().value().hashCode();
        long won = chance.poisson(wei / FACE_WEI, id, day);
        long left = won;
        for (int later = 0; left > 0; later++) {
            long by = later == REDEEMED_BY.length - 1
                    ? won
                    : Math.round(won * REDEEMED_BY[later] + chance.fraction(id, day, later) - 0.5);
            long now = Math.max(0, Math.min(left, by - (won - left)));
            if (now > 0) {
                redeemed.get(orchestrator).merge(day + later, now, Long::sum);
                left -= now;
            }
        }
    }
}
