package org.warmplan.replay.market;

/** Writes down what becomes of requests: by the hour in which they were asked for, and by the hour in which they ended. */
final class Ledger {
    private static final double HOUR = 3600;

    private final WeekLog log;
    private final Standing standing;
    private final boolean[] tester;
    private final boolean[] live;
    private final int[] owner;

    Ledger(Cast cast, Standing standing, WeekLog log) {
        this.log = log;
        this.standing = standing;
        tester = new boolean[cast.gateways().size()];
        for (int g = 0; g < tester.length; g++) {
            tester[g] = cast.gateways().get(g).loadTester();
        }
        live = new boolean[cast.workloads().size()];
        for (int w = 0; w < live.length; w++) {
            live[w] = cast.workloads().get(w).isLive();
        }
        owner = new int[cast.nodes().size()];
        for (int n = 0; n < owner.length; n++) {
            owner[n] = cast.nodes().get(n).orchestrator();
        }
    }

    /** A user asks. */
    void asked(Calls calls, int row) {
        if (calls.hour[row] < 0) {
            return;
        }
        log.requested[call(calls, row)]++;
        if (!tester[calls.gateway[row]]) {
            double units = live[calls.workload[row]] ? calls.units[row] * calls.seconds[row] : calls.units[row];
            log.wantedUnits[calls.workload[row] * WeekLog.HOURS + calls.hour[row]] += units;
        }
    }

    void served(Calls calls, int row) {
        count(log.served, calls, row);
    }

    void unmet(Calls calls, int row) {
        count(calls.everRan[row] ? log.failed : log.unmet, calls, row);
    }

    void abandoned(Calls calls, int row) {
        count(log.abandoned, calls, row);
    }

    private void count(int[] what, Calls calls, int row) {
        if (calls.hour[row] >= 0) {
            what[call(calls, row)]++;
        }
    }

    /** A container is through with a request, well or not. */
    void ended(Calls calls, int row, double now, boolean well) {
        int offer = log.findOffer(calls.node[row], calls.workload[row]);
        int hour = hour(now);
        if (hour < 0 || offer < 0) {
            return;
        }
        int[] counts = log.broken;
        if (well) {
            counts = tester[calls.gateway[row]] ? log.tests : log.finished;
        }
        counts[offer * WeekLog.HOURS + hour]++;
        if (well || live[calls.workload[row]]) {
            worked(calls, row, offer, now);
        }
    }

    /** Work of a request that still runs when the week ends: a stream is paid as it goes, a job when it is done. */
    void runsOn(Calls calls, int row, double now) {
        int offer = log.findOffer(calls.node[row], calls.workload[row]);
        if (live[calls.workload[row]] && offer >= 0) {
            worked(calls, row, offer, now);
        }
    }

    private void worked(Calls calls, int row, int offer, double now) {
        double from = Math.max(0, calls.startsAt[row]);
        double price = standing.weiPerUnit(calls.node[row], calls.workload[row]);
        log.busySeconds[offer] += Math.max(0, now - from);
        if (!live[calls.workload[row]]) {
            book(calls, row, offer, hour(now), now - calls.startsAt[row], price * calls.units[row]);
            return;
        }
        while (from < now) {
            int hour = hour(from);
            double until = Math.min(now, (hour + 1) * HOUR);
            book(calls, row, offer, hour, until - from, price * calls.units[row] * (until - from));
            from = until;
        }
    }

    private void book(Calls calls, int row, int offer, int hour, double seconds, double wei) {
        int account = owner[calls.node[row]] * WeekLog.HOURS + hour;
        log.minutes[log.call(calls.gateway[row], calls.workload[row], hour)] += (float) (seconds / 60);
        if (tester[calls.gateway[row]]) {
            log.testWei[account] += wei;
        } else {
            log.wei[account] += wei;
            log.offerWei[offer] += wei;
        }
    }

    /** What is to be seen at an hour's start. */
    void look(Nodes nodes, int hour) {
        for (int offer = 0; offer < log.offers(); offer++) {
            int node = log.offerNode(offer);
            log.inUse[offer * WeekLog.HOURS + hour] = nodes.inUse(node, log.offerWorkload(offer));
            log.capacity[offer * WeekLog.HOURS + hour] = nodes.capacity(node, log.offerWorkload(offer));
        }
        for (int node = 0; node < owner.length; node++) {
            log.down[node * WeekLog.HOURS + hour] = nodes.isDown(node);
        }
    }

    private int call(Calls calls, int row) {
        return log.call(calls.gateway[row], calls.workload[row], calls.hour[row]);
    }

    /** The hour of the week, -1 outside of it. */
    static int hour(double now) {
        int hour = (int) Math.floor(now / HOUR);
        return hour < WeekLog.HOURS ? hour : -1;
    }
}
