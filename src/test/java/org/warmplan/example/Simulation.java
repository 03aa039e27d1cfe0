package org.warmplan.example;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.warmplan.example.Frame.Offered;
import org.warmplan.example.Frame.Seen;
import org.warmplan.example.Node.Listing;
import org.warmplan.example.Sellers.Seller;

/** Lets the made-up network run, and looks at it every 56 hours: Wednesday 14:00, Friday 22:00, Monday 06:00 UTC. */
final class Simulation {
    private static final Duration BETWEEN = Duration.ofHours(56);
    private static final int FRAMES = 24;
    private static final int FRAMES_PER_WEEK = 3;
    private static final double RESTARTS_PER_FRAME = 0.04;
    private static final double WEI_PER_ETH = 1e18;

    /** Jobs per week by which testers try every warm model of every node. */
    private static final double TESTS = 20;

    private final List<Node> nodes;
    private final Map<String, Double> stakes;
    private final Dice demand = new Dice(ExampleNetwork.SEED, "demand");
    private final Dice running = new Dice(ExampleNetwork.SEED, "running");
    private final Map<String, Long> counters = new HashMap<>();

    private Simulation(List<Node> nodes, Map<String, Double> stakes) {
        this.nodes = nodes;
        this.stakes = stakes;
    }

    /** Every look at the network, oldest first. */
    static List<Frame> run(List<Node> nodes, Map<String, Double> stakes) {
        Simulation simulation = new Simulation(nodes, stakes);
        List<Frame> frames = new ArrayList<>();
        double dollar = 1;
        for (int index = 1; index <= FRAMES; index++) {
            frames.add(simulation.frame(index, dollar));
            dollar *= simulation.running.factor(0.012);
        }
        return frames;
    }

    private Frame frame(int index, double dollar) {
        Instant at = ExampleNetwork.END.minus(BETWEEN.multipliedBy(FRAMES - index));
        int week = (index - 1) / FRAMES_PER_WEEK + 1;
        Map<String, Double> earned = new TreeMap<>();
        Map<String, Long> inUse = new HashMap<>();
        for (Asked asked : Asked.values()) {
            Sellers sellers = Sellers.of(asked, week, nodes);
            if (asked.isLive()) {
                long streams = demand.poisson(asked.rate(week) * DayAndWeek.factor(at));
                inUse.putAll(sellers.inUse(streams, demand));
                sellers.sellers().forEach(s -> earn(earned, s, inUse.getOrDefault(s.key(), 0L) / 3.0, dollar));
            } else {
                serve(sellers, week, dollar, earned);
            }
        }
        restart();
        List<Seen> seen = nodes.stream()
                .filter(node -> node.weeks().contains(week) && !running.chance(node.missing()))
                .map(node -> new Seen(node, offers(node, week, inUse)))
                .toList();
        return new Frame(index, at, week, dollar, seen, earned);
    }

    /** Batch jobs since the last frame; over two days and a third, the hour of the day does not matter. */
    private void serve(Sellers sellers, int week, double dollar, Map<String, Double> earned) {
        Asked asked = sellers.asked();
        Map<String, Double> shares = sellers.shares(stakes);
        for (Seller seller : sellers.sellers()) {
            double perWeek = asked.rate(week) * shares.getOrDefault(seller.key(), 0.0);
            long jobs = demand.poisson(perWeek / FRAMES_PER_WEEK);
            long tests = running.poisson(TESTS / FRAMES_PER_WEEK);
            counters.putIfAbsent(seller.key(), counterBefore(seller, perWeek));
            counters.merge(seller.key(), jobs + tests, Long::sum);
            earn(earned, seller, (double) jobs, dollar);
        }
    }

    /** What the counter stands at when the story begins: jobs since a start that lies months or days back. */
    private long counterBefore(Seller seller, double perWeek) {
        boolean isNew =
                seller.node().weeks().first() > 1 || seller.listing().weeks().first() > 1;
        double weeks = running.between(2, 60) / 4.0;
        return seller.listing().replicas() + (isNew ? 0 : running.poisson((perWeek + TESTS) * weeks));
    }

    private void restart() {
        for (Node node : nodes) {
            if (node.split() && running.chance(RESTARTS_PER_FRAME)) {
                node.listings()
                        .forEach(listing -> counters.computeIfPresent(
                                node.key(listing), (key, jobs) -> (long) listing.replicas() + running.between(0, 60)));
            }
        }
    }

    private List<Offered> offers(Node node, int week, Map<String, Long> inUse) {
        return node.listings(week).stream()
                .map(listing -> offered(node, listing, inUse.getOrDefault(node.key(listing), 0L)))
                .toList();
    }

    /**
     * Live video shows containers idle and in use. A split orchestrator releases batch capacity that it never reserved;
     * others reserve it for as long as a job lasts (core/ai_orchestrator.go:403-441 at 176aa415).
     */
    private Offered offered(Node node, Listing listing, long inUse) {
        if (listing.asked().isLive()) {
            return new Offered(listing, listing.replicas() - inUse, inUse);
        }
        if (node.split() && listing.warm()) {
            return new Offered(listing, counters.getOrDefault(node.key(listing), 0L), 0);
        }
        boolean busy = listing.warm() && running.chance(0.04);
        return new Offered(listing, listing.replicas() - (busy ? 1 : 0), 0);
    }

    private static void earn(Map<String, Double> earned, Seller seller, double times, double dollar) {
        double wei = times
                * seller.listing().asked().units()
                * seller.listing().price().wei(dollar);
        earned.merge(seller.node().address(), wei / WEI_PER_ETH, Double::sum);
    }
}
