package org.warmplan.replay.market;

/**
 * Plays one week as it goes: requests come, gateways choose, containers serve, and every hour somebody looks. An hour
 * before the week lets the market fill; nobody writes it down.
 *
 * <p>The course of a request is that of go-livepeer's {@code server/ai_process.go:1496-1605} at 176aa415.
 */
final class Play {
    static final double WEEK = 604_800;

    /** Seconds before the week in which it begins. */
    static final double LEAD = 3600;

    /** Tries of one request ({@code ai_process.go:43}). */
    private static final int TRIES = 20;

    /** Seconds after which no new try begins ({@code -aiProcessingRetryTimeout}). */
    private static final double RETRY_SECONDS = 2;

    /** Seconds a container may take to stop ({@code ai/worker/docker.go:37}). */
    private static final double STOP_SECONDS = 8;

    /* Kinds of events. */
    private static final int ENDS = 0;
    private static final int BREAKS = 1;
    private static final int GIVES_UP = 2;
    private static final int LOOK = 3;
    private static final int LIVE_REFRESH = 4;
    private static final int RESTART = 5;
    private static final int UP = 6;

    /* Dice of a request's tries. */
    private static final int TRY = Requests.DICE;
    private static final int PER_TRY = 5;

    private final Cast cast;
    private final Standing now;
    private final Arrivals arrivals;
    private final Nodes nodes;
    private final Buyers buyers;
    private final Requests requests;
    private final Calls calls = new Calls();
    private final EventHeap events = new EventHeap();
    private final Ledger ledger;

    private Play(Cast cast, Standing before, Standing now, Arrivals arrivals, long[] released, long key, WeekLog log) {
        this.cast = cast;
        this.now = now;
        this.arrivals = arrivals;
        nodes = new Nodes(cast, released);
        buyers = new Buyers(cast, before, now, nodes, key);
        requests = new Requests(cast);
        ledger = new Ledger(cast, now, log);
        for (int n = 0; n < cast.nodes().size(); n++) {
            nodes.begin(n, before.set(n));
        }
    }

    /**
     * Plays a week.
     *
     * @param before what was offered until the week's start, where nodes restart
     * @param released by node and workload: jobs since the node's last restart; brought up to date
     * @param key the key of what round trips measure; 0 when they always measure their mean
     */
    static WeekLog week(Cast cast, Standing before, Standing now, Arrivals arrivals, long[] released, long key) {
        WeekLog log = new WeekLog(now.week(), cast, now);
        Play play = new Play(cast, before, now, arrivals, released, key, log);
        play.run();
        return log;
    }

    private void run() {
        for (int n = 0; n < cast.nodes().size(); n++) {
            if (now.isRestarted(n)) {
                events.add(0, RESTART, n);
            }
        }
        for (int hour = 0; hour < WeekLog.HOURS; hour++) {
            events.add(hour * 3600.0, LOOK, hour);
        }
        while (arrivals.next() && arrivals.at() < WEEK) {
            happenUntil(arrivals.at());
            arrive();
        }
        happenUntil(Math.nextDown(WEEK));
        for (int row = 0; row < calls.rows(); row++) {
            if (calls.state[row] == Calls.RUNNING) {
                ledger.runsOn(calls, row, WEEK);
                ledger.served(calls, row);
            } else if (calls.state[row] == Calls.WAITING) {
                ledger.abandoned(calls, row);
            }
        }
    }

    private void happenUntil(double end) {
        while (events.nextAt() <= end) {
            double at = events.nextAt();
            int kind = events.nextKind();
            int subject = events.nextSubject();
            long ticket = events.nextTicket();
            events.remove();
            if (kind > GIVES_UP) {
                happen(kind, subject, at);
            } else if (calls.ticket[subject] == ticket) {
                happenToCall(kind, subject, at);
            }
        }
    }

    private void happen(int kind, int subject, double at) {
        if (kind == LOOK) {
            ledger.look(nodes, subject);
        } else if (kind == LIVE_REFRESH) {
            buyers.selector(subject).refresh(at);
            events.add(at + Selector.LIVE_EVERY, LIVE_REFRESH, subject);
        } else if (kind == RESTART) {
            restart(subject, at);
        } else {
            nodes.bringUp(subject);
        }
    }

    private void happenToCall(int kind, int row, double at) {
        nodes.release(calls.node[row], calls.workload[row], calls.card[row]);
        if (kind == ENDS) {
            ledger.ended(calls, row, at, true);
            end(row, at);
        } else if (kind == BREAKS) {
            breakOff(row, at);
        } else {
            selector(row).remove(calls.seller[row], calls.warm[row]);
            ledger.abandoned(calls, row);
            close(row);
        }
    }

    /** A node goes down with all it does, and comes back with its new set when everything is loaded. */
    private void restart(int node, double at) {
        WarmSet set = now.set(node);
        double outage = 0;
        for (int workload : set.byCard()) {
            if (workload != WarmSet.NONE) {
                outage += STOP_SECONDS + cast.workloads().get(workload).loadSeconds();
            }
        }
        nodes.takeDown(node);
        for (int row = 0; row < calls.rows(); row++) {
            if (calls.state[row] > Calls.ASKING && calls.node[row] == node) {
                calls.ticket[row] = -1;
                nodes.release(node, calls.workload[row], calls.card[row]);
                breakOff(row, at);
            }
        }
        nodes.begin(node, set);
        nodes.restartCounters(node);
        events.add(at + outage, UP, node);
    }

    private void arrive() {
        int row = requests.open(calls, arrivals);
        ledger.asked(calls, row);
        ask(row, arrivals.at());
    }

    /** Tries one session after the other until somebody serves, nobody is left or the time for it is over. */
    private void ask(int row, double at) {
        double clock = at;
        while (calls.tries[row] < TRIES && clock - calls.begun[row] <= RETRY_SECONDS) {
            int dice = TRY + PER_TRY * calls.tries[row]++;
            Selector selector = selector(row);
            prepare(selector, row, clock);
            long luck = calls.luck[row];
            if (!buyers.choose(calls, row, Luck.uniform(luck, dice), Luck.uniform(luck, dice + 1))) {
                break;
            }
            calls.sentAt[row] = clock;
            clock += buyers.latency(calls, row);
            int card = nodes.take(calls.node[row], calls.workload[row], clock, Luck.uniform(luck, dice + 2));
            if (card >= 0) {
                calls.card[row] = card;
                begin(row, dice, clock);
                return;
            }
            if (card == Nodes.ERROR || isLive(row)) {
                selector.remove(calls.seller[row], calls.warm[row]);
            } else {
                calls.hold(row);
            }
        }
        ledger.unmet(calls, row);
        close(row);
    }

    private void prepare(Selector selector, int row, double at) {
        boolean wasMade = selector.isMade();
        selector.prepare(at);
        if (!wasMade && selector.isMade() && isLive(row)) {
            events.add(at + Selector.LIVE_EVERY, LIVE_REFRESH, buyers.index(calls, row));
        }
    }

    private void begin(int row, int dice, double clock) {
        double start = nodes.readyAt();
        calls.startsAt[row] = start;
        if (isLive(row)) {
            // A live session is free again as soon as its stream has begun.
            buyers.complete(calls, row);
        }
        double patience = Math.max(clock, calls.begun[row] + calls.patience[row]);
        if (start > patience) {
            calls.state[row] = Calls.WAITING;
            calls.ticket[row] = events.add(patience, GIVES_UP, row);
            return;
        }
        calls.state[row] = Calls.RUNNING;
        calls.everRan[row] = true;
        double speed = isLive(row) ? 1 : nodes.speed(calls.card[row]);
        double seconds = calls.seconds[row] / speed;
        boolean breaks = Luck.uniform(calls.luck[row], dice + 3)
                < cast.nodes().get(calls.node[row]).failureRate();
        double part = breaks ? Luck.uniform(calls.luck[row], dice + 4) : 1;
        calls.ticket[row] = events.add(start + seconds * part, breaks ? BREAKS : ENDS, row);
    }

    /** A request is answered. */
    private void end(int row, double at) {
        if (!isLive(row)) {
            buyers.score(calls, row, at - calls.sentAt[row]);
            buyers.complete(calls, row);
        }
        ledger.served(calls, row);
        close(row);
    }

    /** A request ends in an error: its seller is suspended, and somebody else may go on with it. */
    private void breakOff(int row, double at) {
        ledger.ended(calls, row, at, false);
        if (isLive(row)) {
            selector(row).broke(calls.seller[row], calls.warm[row]);
            // Another orchestrator takes over what is left of the stream.
            calls.seconds[row] -= Math.min(calls.seconds[row], Math.max(0, at - calls.startsAt[row]));
            calls.begun[row] = at;
        } else {
            selector(row).remove(calls.seller[row], calls.warm[row]);
        }
        calls.state[row] = Calls.ASKING;
        ask(row, at);
    }

    private void close(int row) {
        buyers.letGo(calls, row);
        calls.close(row);
    }

    private boolean isLive(int row) {
        return cast.workloads().get(calls.workload[row]).isLive();
    }

    private Selector selector(int row) {
        return buyers.selector(calls, row);
    }
}
