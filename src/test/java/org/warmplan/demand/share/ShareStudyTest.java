package org.warmplan.demand.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.warmplan.replay.market.SelectionTrial;
import org.warmplan.replay.market.SelectionTrial.Choice;

/**
 * The formulas of shares against the simulated market: on random networks of 2 to 14 addresses with 1 to 4 containers, under
 * 5 % to 120 % of what all can serve, at 1 to 4 gateways, with 1, 2 and 3 containers of the first address.
 */
final class ShareStudyTest {
    private static final int NETWORKS = 200;
    private static final int REQUESTS = 250_000;

    /** An address of a network, as both sides know it. */
    private record Member(double stake, int nodes, int containers, double latency) {
        SelectionTrial.Seller trial() {
            return new SelectionTrial.Seller(stake, nodes, containers, 1, latency, 1);
        }

        Seller seller() {
            return new Seller(stake, nodes, containers, 1);
        }

        /** With so many containers: on one node each where it had several nodes, else on one. */
        Member withContainers(int count) {
            return new Member(stake, nodes > 1 ? count : 1, nodes > 1 ? 1 : count, latency);
        }
    }

    /** One network under one load. */
    private record Network(Choice choice, int gateways, List<Member> members, double load, double seconds) {
        static Network draw(Choice choice, long seed) {
            Random random = new Random(seed);
            int count = 2 + random.nextInt(13);
            int gateways = 1 + random.nextInt(4);
            List<Member> members = new ArrayList<>();
            int capacity = 0;
            for (int i = 0; i < count; i++) {
                int containers = 1 + random.nextInt(4);
                boolean apart = random.nextDouble() < 0.2;
                double stake = 40_000 * Math.exp(1.5 * random.nextGaussian());
                double latency = 0.02 * Math.exp(1.5 * random.nextDouble());
                members.add(new Member(stake, apart ? containers : 1, apart ? 1 : containers, latency));
                capacity += containers;
            }
            double load = capacity * (0.05 + 1.15 * random.nextDouble());
            double seconds = choice == Choice.LIVE ? 240 * Math.pow(10, random.nextDouble()) : 300;
            return new Network(choice, gateways, members, load, seconds);
        }

        Network withOwn(int containers) {
            List<Member> others = new ArrayList<>(members);
            others.set(0, members.get(0).withContainers(containers));
            return new Network(choice, gateways, others, load, seconds);
        }

        /** Reference containers kept busy by each member, over as many weeks as the requests take. */
        double[] played(int requests, long seed) {
            int perWeek = (int) Math.max(50, Math.round(load * 604_800 / seconds));
            int weeks = (int) Math.ceil((double) requests / perWeek);
            SelectionTrial trial = new SelectionTrial(
                    choice,
                    gateways,
                    members.stream().map(Member::trial).toList(),
                    load,
                    perWeek,
                    choice == Choice.LIVE ? 1 : 0.5,
                    Double.POSITIVE_INFINITY);
            double[] busy = new double[members.size()];
            for (int week = 0; week < weeks; week++) {
                SelectionTrial.Outcome outcome = trial.run(seed + 1_000_003L * week);
                for (int i = 0; i < busy.length; i++) {
                    busy[i] += outcome.busy().get(i) / weeks;
                }
            }
            return busy;
        }

        double[] worked() {
            if (choice != Choice.LIVE) {
                List<Seller> sellers = members.stream().map(Member::seller).toList();
                Gateways how = new Gateways(gateways, choice == Choice.ON_CHAIN ? 1 : 0, 0.7);
                return new BatchShares(sellers, how).split(load).carried();
            }
            List<Integer> order = IntStream.range(0, members.size())
                    .boxed()
                    .sorted(Comparator.comparing(i -> members.get(i).latency()))
                    .toList();
            double[] inOrder = new LiveShares(seconds, gateways)
                    .split(order.stream().map(i -> members.get(i).seller()).toList(), load)
                    .carried();
            double[] carried = new double[inOrder.length];
            for (int k = 0; k < inOrder.length; k++) {
                carried[order.get(k)] = inOrder[k];
            }
            return carried;
        }
    }

    private static double apart(double[] a, double[] b) {
        double sumA = Arrays.stream(a).sum();
        double sumB = Arrays.stream(b).sum();
        return IntStream.range(0, a.length)
                        .mapToDouble(i -> Math.abs(a[i] / sumA - b[i] / sumB))
                        .sum()
                / 2;
    }

    /** What came of many networks: total variations, and by own containers how far own income is off. */
    private static final class Table {
        private final List<Double> variations = new ArrayList<>();
        private final List<List<Double>> income = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

        void add(Network network, int own, int requests, long seed) {
            Network with = network.withOwn(own);
            double[] played = with.played(requests, seed);
            double[] worked = with.worked();
            variations.add(apart(played, worked));
            // Who gets next to nothing earns nothing either way.
            if (played[0] > 0.002 * with.load()) {
                income.get(own - 1).add(Math.abs(worked[0] / played[0] - 1));
            }
        }

        double variation(double part) {
            return at(variations, part);
        }

        String text(Choice choice) {
            StringBuilder text = new StringBuilder(String.format(
                    Locale.ROOT,
                    "%s: %d trials, total variation median %.1f %%, worst %.1f %%; own income off, median/95 %%/worst:",
                    choice,
                    variations.size(),
                    100 * variation(0.5),
                    100 * variation(1)));
            for (int own = 1; own <= 3; own++) {
                List<Double> off = income.get(own - 1);
                text.append(String.format(
                        Locale.ROOT,
                        " %d: %.1f/%.1f/%.1f %%",
                        own,
                        100 * at(off, 0.5),
                        100 * at(off, 0.95),
                        100 * at(off, 1)));
            }
            return text.toString();
        }

        private static double at(List<Double> values, double part) {
            List<Double> sorted = values.stream().sorted().toList();
            return sorted.get((int) Math.min(sorted.size() - 1.0, part * sorted.size()));
        }
    }

    @ParameterizedTest
    @EnumSource(Choice.class)
    void agreesWithTheSimulatedMarket(Choice choice) {
        Table table = new Table();
        for (int k = 0; k < 8; k++) {
            table.add(Network.draw(choice, 500 + k), 1 + k % 3, 30_000, k);
        }

        assertThat(table.variation(0.5)).isLessThan(0.03);
        assertThat(table.variation(1)).isLessThan(0.08);
    }

    @Test
    @Tag("long")
    void isPrinted() {
        for (Choice choice : Choice.values()) {
            Table table = new Table();
            for (int k = 0; k < Integer.getInteger("warmplan.networks", NETWORKS); k++) {
                for (int own = 1; own <= 3; own++) {
                    table.add(Network.draw(choice, 500 + k), own, REQUESTS, 31L * k + own);
                }
            }
            System.out.println(table.text(choice));
            assertThat(table.variation(0.5)).isLessThan(0.03);
            assertThat(table.variation(1)).isLessThan(0.08);
        }
    }
}
