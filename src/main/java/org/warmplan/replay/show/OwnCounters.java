package org.warmplan.replay.show;

import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.replay.market.MarketWorkload;
import org.warmplan.replay.market.Standing;
import org.warmplan.replay.market.WeekLog;

/**
 * What one own node counts between two starts, by workload: jobs, errors and the expected value of tickets. Everything
 * begins again at 0 when it restarts.
 */
final class OwnCounters {
    private final int node;
    private final Followed payers;
    private final SortedMap<Integer, Counts> counts = new TreeMap<>();
    private boolean wasDown;

    /** By workload; wei by gateway. */
    static final class Counts {
        private long jobs;
        private long errors;
        private final double[] wei;

        Counts(int gateways) {
            wei = new double[gateways];
        }

        long jobs() {
            return jobs;
        }

        long errors() {
            return errors;
        }

        double wei(int gateway) {
            return wei[gateway];
        }
    }

    OwnCounters(int node, Followed payers) {
        this.node = node;
        this.payers = payers;
    }

    SortedMap<Integer, Counts> counts() {
        return counts;
    }

    /** To be told of every hour at its start. */
    void begin(PlayedWeeks.Week week, int hourOfWeek) {
        boolean down = week.log().isDown(node, hourOfWeek);
        boolean planned = hourOfWeek == 0 && week.standing().isRestarted(node);
        if (planned || (down && !wasDown && hourOfWeek > 0)) {
            counts.clear();
        }
        wasDown = down;
    }

    /** To be told of every hour at its end. */
    void end(PlayedWeeks.Week week, int hour) {
        WeekLog log = week.log();
        int at = PlayedWeeks.hourOfWeek(hour);
        for (int workload : week.standing().set(node).listed()) {
            int offer = log.findOffer(node, workload);
            Counts count = counts.computeIfAbsent(
                    workload, w -> new Counts(payers.cast().gateways().size()));
            MarketWorkload sold = payers.cast().workloads().get(workload);
            if (!sold.isLive()) {
                count.jobs += log.finished(offer, at) + log.tests(offer, at);
            }
            count.errors += log.broken(offer, at);
            pay(count, log.offerWei(offer) * part(log, offer, at, sold.isLive()), workload, hour, false);
            double perTest = sold.unitsPerCall() * weiPerUnit(week.standing(), workload);
            pay(count, log.tests(offer, at) * perTest, workload, hour, true);
        }
    }

    /** The part of a week's income that an hour brought: by jobs, or by streams. */
    private static double part(WeekLog log, int offer, int hour, boolean live) {
        double all = 0;
        for (int other = 0; other < WeekLog.HOURS; other++) {
            all += weight(log, offer, other, live);
        }
        return all == 0 ? 1.0 / WeekLog.HOURS : weight(log, offer, hour, live) / all;
    }

    private static double weight(WeekLog log, int offer, int hour, boolean live) {
        return live ? log.inUse(offer, hour) + 0.1 * log.finished(offer, hour) : log.finished(offer, hour);
    }

    /** Shares wei among gateways that are load testers, or among those that are not, by whom they were served. */
    private void pay(Counts count, double wei, int workload, int hour, boolean testers) {
        if (wei <= 0) {
            return;
        }
        double all = 0;
        int first = -1;
        for (int gateway = 0; gateway < count.wei.length; gateway++) {
            if (payers.cast().gateways().get(gateway).loadTester() == testers) {
                all += payers.served(gateway, workload, hour);
                first = first < 0 ? gateway : first;
            }
        }
        for (int gateway = 0; gateway < count.wei.length; gateway++) {
            if (payers.cast().gateways().get(gateway).loadTester() == testers) {
                double part = all > 0 ? payers.served(gateway, workload, hour) / all : gateway == first ? 1 : 0;
                count.wei[gateway] += wei * part;
            }
        }
    }

    private double weiPerUnit(Standing standing, int workload) {
        return standing.weiPerUnit(node, workload);
    }
}
