package org.warmplan.replay.market;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.warmplan.domain.Address;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;

/** A small market by hand: every request at a given second, every node with a given set. */
final class Scene {
    private record Asked(double at, int workload) {}

    private final List<MarketWorkload> workloads = new ArrayList<>();
    private final List<MarketOrchestrator> orchestrators = new ArrayList<>();
    private final List<MarketNode> nodes = new ArrayList<>();
    private final List<WarmSet> before = new ArrayList<>();
    private final List<WarmSet> sets = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private MarketGateway.Kind kind = MarketGateway.Kind.ON_CHAIN;
    long[] released = new long[0];

    /** A batch workload of one unit; its number is the order in which it is named. */
    Scene batch(double seconds, double loadSeconds, double patienceSeconds) {
        return workload(Pipeline.TEXT_TO_IMAGE, seconds, loadSeconds, patienceSeconds);
    }

    Scene live(double seconds) {
        return workload(Pipeline.LIVE_VIDEO_TO_VIDEO, seconds, 10, 60);
    }

    private Scene workload(Pipeline pipeline, double seconds, double loadSeconds, double patienceSeconds) {
        Workload workload = new Workload(pipeline, "model-" + workloads.size());
        workloads.add(new MarketWorkload(workload, 1, seconds, 0, 0, 1000, loadSeconds, 1, patienceSeconds, 0));
        return this;
    }

    Scene offChain() {
        kind = MarketGateway.Kind.OFF_CHAIN;
        return this;
    }

    /** A node of an address of its own. */
    Scene node(double stake, double failureRate, boolean split, WarmSet set) {
        return node(stake, failureRate, split, set, set);
    }

    /** A node that restarts at the week's start when its sets differ. */
    Scene node(double stake, double failureRate, boolean split, WarmSet old, WarmSet set) {
        int index = nodes.size();
        orchestrators.add(new MarketOrchestrator(address(index), stake, false));
        MarketCard card = new MarketCard("GPU-" + index, "card", 24_576, 1);
        List<MarketCard> cards = Collections.nCopies(set.byCard().size(), card);
        nodes.add(new MarketNode(index, "https://node" + index, split, cards, failureRate, 1));
        before.add(old);
        sets.add(set);
        return this;
    }

    Scene ask(int workload, double at) {
        asked.add(new Asked(at, workload));
        return this;
    }

    /** From a second on, so many requests so far apart. */
    Scene ask(int workload, double from, double apart, int count) {
        for (int k = 0; k < count; k++) {
            ask(workload, from + k * apart);
        }
        return this;
    }

    WeekLog play() {
        List<Double> latencies = Collections.nCopies(nodes.size(), 0.01);
        MarketGateway gateway = new MarketGateway(
                address(99),
                null,
                kind,
                false,
                Collections.nCopies(workloads.size(), Double.POSITIVE_INFINITY),
                Collections.nCopies(workloads.size(), 1.0),
                latencies);
        Cast cast = new Cast(workloads, orchestrators, nodes, List.of(gateway));
        double[][] prices = new double[nodes.size()][workloads.size()];
        for (double[] row : prices) {
            java.util.Arrays.fill(row, 1e9);
        }
        List<Boolean> restarted = new ArrayList<>();
        for (int n = 0; n < nodes.size(); n++) {
            restarted.add(!before.get(n).equals(sets.get(n)));
        }
        if (released.length == 0) {
            released = new long[nodes.size() * workloads.size()];
        }
        asked.sort(java.util.Comparator.comparingDouble(Asked::at));
        return Play.week(
                cast,
                new Standing(0, before, Collections.nCopies(nodes.size(), false), prices),
                new Standing(1, sets, restarted, prices),
                arrivals(),
                released,
                0);
    }

    private Arrivals arrivals() {
        return new Arrivals() {
            private int index = -1;

            @Override
            public boolean next() {
                return ++index < asked.size();
            }

            @Override
            public double at() {
                return asked.get(index).at();
            }

            @Override
            public int gateway() {
                return 0;
            }

            @Override
            public int workload() {
                return asked.get(index).workload();
            }

            @Override
            public long luck() {
                return Luck.key(5, index);
            }
        };
    }

    private static Address address(int number) {
        return new Address(String.format(Locale.ROOT, "0x%040x", number + 1));
    }

    static WarmSet warm(Integer... byCard) {
        return new WarmSet(List.of(byCard), List.of());
    }

    /** Cards free, and workloads listed cold. */
    static WarmSet cold(int freeCards, Integer... workloads) {
        return new WarmSet(Collections.nCopies(freeCards, WarmSet.NONE), List.of(workloads));
    }

    static int sum(int[] counts) {
        return java.util.Arrays.stream(counts).sum();
    }

    /** What a list by offer and hour has for one node and workload over the week. */
    static int sum(WeekLog log, int[] counts, int node, int workload) {
        int from = log.findOffer(node, workload) * WeekLog.HOURS;
        return java.util.Arrays.stream(counts, from, from + WeekLog.HOURS).sum();
    }
}
