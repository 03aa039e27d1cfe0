package org.warmplan.replay.market;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.warmplan.demand.DemandPolicy;
import org.warmplan.fleet.Catalogue;

/**
 * A market that goes on week by week. Users come as they come whatever anybody offers; rivals answer to what they see;
 * our own nodes hold what they are told.
 */
public final class Market {
    private final long seed;
    private final Cast cast;
    private final UserRates rates;
    private final HourShape[] shapes;
    private final double[] tests;
    private final Rivals rivals;
    private final Prices prices;
    private final List<Standing> standings = new ArrayList<>();
    private final List<WeekLog> logs = new ArrayList<>();
    private final long[] released;

    private Market(long seed, Cast cast, double requests) {
        this.seed = seed;
        this.cast = cast;
        int workloads = cast.workloads().size();
        int cards = cast.nodes().stream().mapToInt(node -> node.cards().size()).sum();
        rates = new UserRates(cast.workloads(), requests, cards, seed);
        Dice dice = new Dice(seed, 8);
        shapes = new HourShape[workloads];
        tests = new double[workloads];
        for (int w = 0; w < workloads; w++) {
            shapes[w] = new HourShape(dice);
            MarketWorkload workload = cast.workloads().get(w);
            tests[w] = workload.isNoop() ? dice.ratio(200, 1500) : dice.ratio(5, 40);
        }
        rivals = new Rivals(cast, seed);
        prices = new Prices(cast, seed);
        released = new long[cast.nodes().size() * workloads];
        standings.add(new Standing(
                0, rivals.begin(firstGwei()), Collections.nCopies(cast.nodes().size(), false), prices.week(0)));
        age(dice);
    }

    /** Draws a market. The same seed, size, catalogue and policy give the same market. */
    public static Market of(Catalogue catalogue, DemandPolicy policy, MarketSize size, long seed) {
        Dice dice = new Dice(seed, 9);
        int count = dice.whole(size.workloads().low(), size.workloads().high());
        List<MarketWorkload> workloads = new DrawnWorkloads(catalogue, policy, dice).draw(count, Luck.key(seed, 10));
        Cast cast = new DrawnCast(catalogue, size, workloads, new Dice(seed, 11)).draw();
        double requests = dice.ratio(size.requests().low(), size.requests().high());
        return new Market(seed, cast, requests);
    }

    /** Counters of jobs stand where they have come to since starts nobody remembers. */
    private void age(Dice dice) {
        double[] gwei = rates.week(0);
        for (int n = 0; n < cast.nodes().size(); n++) {
            double weeks = dice.ratio(0.5, 30);
            for (int w : standings.get(0).set(n).listed()) {
                boolean batch = !cast.workloads().get(w).isLive();
                released[n * cast.workloads().size() + w] = batch ? dice.poisson(gwei[w] * weeks / 8) : 0;
            }
        }
    }

    private double[] firstGwei() {
        double[] gwei = rates.week(0);
        for (int w = 0; w < gwei.length; w++) {
            MarketWorkload workload = cast.workloads().get(w);
            gwei[w] *= workload.unitsPerCall() * workload.usualWeiPerUnit() / 1e9;
            gwei[w] += workload.isNoop() ? tests[w] * workload.unitsPerRequest() * workload.usualWeiPerUnit() / 1e8 : 0;
        }
        return gwei;
    }

    public Cast cast() {
        return cast;
    }

    /** How many weeks have been played; also the number of the week to come. */
    public int weeks() {
        return logs.size();
    }

    /** Who offered what in a week that was played, or offers in the week to come if our own nodes keep what they have. */
    public Standing standing(int week) {
        if (week == standings.size()) {
            standings.add(rivals.next(standings.get(week - 1), logs, prices));
        }
        return standings.get(week);
    }

    /** What happened in a week that was played. */
    public WeekLog log(int week) {
        return logs.get(week);
    }

    /** Indices of our own nodes. */
    public List<Integer> ownNodes() {
        return cast.nodesOf(Cast.SELF);
    }

    /** Plays the next week; our own nodes keep what they have. */
    public WeekLog play() {
        Standing next = standing(weeks());
        return play(ownNodes().stream().map(next::set).toList());
    }

    /**
     * Plays the next week.
     *
     * @param own what each of our own nodes offers, in their order; one whose set changes restarts at the week's start
     */
    public WeekLog play(List<WarmSet> own) {
        int week = weeks();
        Standing next = standing(week).withSets(ownNodes(), own);
        standings.set(week, next);
        Standing last = week == 0 ? next : standings.get(week - 1);
        WeekLog log = run(cast, last, next, released);
        logs.add(log);
        return log;
    }

    /**
     * Plays a week that is over once more: the same users, the same rivals, other sets on our own nodes. Nothing of the
     * market changes.
     *
     * @param before what our own nodes offered in the week before; where it differs they restart
     */
    public WeekLog again(int week, List<WarmSet> before, List<WarmSet> own) {
        Standing now = standings.get(week);
        Standing last = standings.get(Math.max(0, week - 1)).withSets(ownNodes(), before);
        // Whether our own restarted then does not matter: it does if the sets differ.
        Standing other =
                now.withSets(ownNodes(), before).withoutRestart(ownNodes()).withSets(ownNodes(), own);
        return run(cast, last, other, new long[released.length]);
    }

    /** Plays a week that is over with another machine of our own in place of the first of our nodes; nothing restarts. */
    WeekLog again(int week, Cast other, WarmSet own) {
        List<Integer> ownNode = ownNodes().subList(0, 1);
        Standing now = standings.get(week).withSets(ownNode, List.of(own)).withoutRestart(ownNode);
        Standing last = standings.get(Math.max(0, week - 1)).withSets(ownNode, List.of(own));
        return run(other, last, now, new long[released.length]);
    }

    private WeekLog run(Cast players, Standing last, Standing next, long[] jobs) {
        int week = next.week();
        double[] expected = rates.week(week);
        double[][] hourly = new double[expected.length][WeekLog.HOURS + 1];
        double[] known = tests.clone();
        for (int w = 0; w < expected.length; w++) {
            if (cast.workloads().get(w).bornWeek() > week) {
                known[w] = 0;
            } else if (expected[w] > 0) {
                double[] parts = shapes[w].week(new Dice(seed, 12, week, w));
                for (int i = 0; i < parts.length; i++) {
                    hourly[w][i] = expected[w] * parts[i];
                }
            }
        }
        UserArrivals arrivals = new UserArrivals(cast, hourly, known, Luck.key(Luck.key(seed, 13), week));
        WeekLog log = Play.week(players, last, next, arrivals, jobs, Luck.key(Luck.key(seed, 14), week));
        for (int w = 0; w < expected.length; w++) {
            log.intendedUnits[w] = expected[w] * cast.workloads().get(w).unitsPerCall();
        }
        return log;
    }
}
