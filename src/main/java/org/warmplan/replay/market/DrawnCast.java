package org.warmplan.replay.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.warmplan.domain.Address;
import org.warmplan.domain.Pipeline;
import org.warmplan.fleet.Catalogue;

/** Orchestrators with their machines, and gateways. */
final class DrawnCast {
    private static final double SPLIT = 0.35;
    private static final double HIDDEN = 0.5;

    private final Catalogue catalogue;
    private final MarketSize size;
    private final List<MarketWorkload> workloads;
    private final Dice dice;
    private final List<MarketOrchestrator> orchestrators = new ArrayList<>();
    private final List<MarketNode> nodes = new ArrayList<>();
    /* Where each node is, on a circle of length 1. */
    private final List<Double> places = new ArrayList<>();

    DrawnCast(Catalogue catalogue, MarketSize size, List<MarketWorkload> workloads, Dice dice) {
        this.catalogue = catalogue;
        this.size = size;
        this.workloads = workloads;
        this.dice = dice;
    }

    Cast draw() {
        DrawnCards cards = new DrawnCards(catalogue, dice);
        int count = dice.whole(size.orchestrators().low(), size.orchestrators().high());
        for (int o = 0; o < count; o++) {
            boolean own = o == Cast.SELF;
            double stake = own ? dice.ratio(10_000, 200_000) : 40_000 * dice.factor(1.5);
            orchestrators.add(new MarketOrchestrator(address(1, o), stake, dice.chance(0.4)));
            if (own) {
                node(o, 0, false, cards.own(dice.whole(4, 8)), 0.002);
            } else {
                machines(o, cards);
            }
        }
        return new Cast(workloads, orchestrators, nodes, gateways());
    }

    private void machines(int orchestrator, DrawnCards cards) {
        int machines = dice.weighted(new double[] {0, 0.7, 0.2, 0.1});
        boolean split = dice.chance(SPLIT);
        for (int k = 0; k < machines; k++) {
            int count = 1 + dice.weighted(new double[] {0.34, 0.24, 0.12, 0.12, 0.04, 0.05, 0.02, 0.07});
            node(orchestrator, k, split, cards.machine(count), failures());
        }
    }

    private double failures() {
        double[] weights = {0.75, 0.2, 0.05};
        double[] rates = {dice.ratio(0.0005, 0.005), dice.ratio(0.005, 0.05), dice.ratio(0.05, 0.2)};
        return rates[dice.weighted(weights)];
    }

    private void node(int orchestrator, int number, boolean split, List<MarketCard> cards, double failureRate) {
        String uri = String.format(Locale.ROOT, "https://node%d.orchestrator%02d.example:8935", number, orchestrator);
        double overhead = dice.chance(0.7) ? 1 + dice.between(0.005, 0.12) : 1;
        nodes.add(new MarketNode(orchestrator, uri, split, cards, failureRate, overhead));
        places.add(dice.between(0, 1));
    }

    /** Half of the users come by gateways that no source sees; the last gateway is the load tester. */
    private List<MarketGateway> gateways() {
        int count = dice.whole(size.gateways().low(), size.gateways().high());
        int hidden = Math.max(1, (int) Math.round(HIDDEN * count));
        double[][] users = users(count, hidden);
        List<MarketGateway> gateways = new ArrayList<>();
        for (int g = 0; g <= count; g++) {
            boolean tester = g == count;
            List<Double> caps = new ArrayList<>();
            List<Double> parts = new ArrayList<>();
            double generous = dice.ratio(1.1, 3);
            boolean capped = dice.chance(0.8);
            for (int w = 0; w < workloads.size(); w++) {
                double cap = workloads.get(w).usualWeiPerUnit() * generous * dice.factor(0.15);
                caps.add(capped && !tester ? cap : Double.POSITIVE_INFINITY);
                parts.add(tester ? 0 : users[w][g]);
            }
            MarketGateway.Kind kind =
                    !tester && dice.chance(0.3) ? MarketGateway.Kind.OFF_CHAIN : MarketGateway.Kind.ON_CHAIN;
            String org = tester ? "load-test" : g < hidden ? null : "org-" + g;
            gateways.add(new MarketGateway(address(2, g), org, kind, tester, caps, parts, latencies()));
        }
        return gateways;
    }

    /** By workload and gateway; each gateway is for live video, for batch jobs, or for both. */
    private double[][] users(int count, int hidden) {
        double[] liveSize = new double[count];
        double[] batchSize = new double[count];
        for (int g = 0; g < count; g++) {
            double sort = dice.between(0, 1);
            double weight = dice.factor(0.8);
            liveSize[g] = sort < 0.6 ? weight : 0;
            batchSize[g] = sort > 0.3 ? weight : 0;
        }
        double[][] users = new double[workloads.size()][count];
        for (int w = 0; w < workloads.size(); w++) {
            boolean live = workloads.get(w).workload().pipeline() == Pipeline.LIVE_VIDEO_TO_VIDEO;
            for (int g = 0; g < count; g++) {
                users[w][g] = (live ? liveSize[g] : batchSize[g]) * dice.factor(0.7) + 1e-9;
            }
            // What is hidden is about half whatever the sizes came to.
            scale(users[w], 0, hidden, dice.between(0.35, 0.65));
            scale(users[w], hidden, count, 1 - sum(users[w], 0, hidden));
        }
        return users;
    }

    private static void scale(double[] parts, int from, int to, double sum) {
        double old = sum(parts, from, to);
        for (int i = from; i < to; i++) {
            parts[i] *= sum / old;
        }
    }

    private static double sum(double[] parts, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += parts[i];
        }
        return sum;
    }

    private List<Double> latencies() {
        double place = dice.between(0, 1);
        return places.stream()
                .map(other -> {
                    double apart = Math.abs(place - other);
                    return (0.008 + 0.3 * Math.min(apart, 1 - apart)) * dice.factor(0.3);
                })
                .toList();
    }

    private static Address address(int kind, int number) {
        return new Address(String.format(Locale.ROOT, "0x%08x%032x", Luck.key(kind, number) >>> 32, number + 1L));
    }
}
