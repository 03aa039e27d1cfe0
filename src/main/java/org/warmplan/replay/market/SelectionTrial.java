package org.warmplan.replay.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.warmplan.domain.Address;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;

/**
 * One workload, warm at some sellers, asked for at a steady pace: what formulas of shares are held against. It runs on the
 * gateways and nodes of the market, a week long; requests come at random (Poisson).
 *
 * @param choice how the gateways choose
 * @param gateways how many there are, each with the same part of the users
 * @param sellers who has it warm
 * @param load containers of a reference card that all requests would keep busy
 * @param requests how many come in the week, about, from 1 to 5,000,000; a request takes load * 604,800 / requests seconds.
 *     That length matters: of batch jobs against the round trip, of live streams against the 360 s for which a seller that
 *     was full is passed over
 * @param secondsSpread standard deviation of the logarithm of the seconds of a request, 0 when all take the same
 * @param cap the gateways' price cap in wei per unit, infinite for none
 */
public record SelectionTrial(
        Choice choice,
        int gateways,
        List<Seller> sellers,
        double load,
        int requests,
        double secondsSpread,
        double cap) {
    /** How gateways choose. */
    public enum Choice {
        /** Batch jobs at on-chain gateways: by stake and at random. */
        ON_CHAIN,
        /** Batch jobs at off-chain gateways: the one whose last request was quickest. */
        OFF_CHAIN,
        /** Live video at on-chain gateways: the shortest round trip under the cap. */
        LIVE
    }

    /**
     * An address that has the workload warm.
     *
     * @param stakeLpt its stake in LPT
     * @param nodes under this address
     * @param containers on each node
     * @param speed requests served while a reference card serves one; a stream takes as long on every card
     * @param latencySeconds round trip from every gateway
     * @param weiPerUnit what it asks
     */
    public record Seller(
            double stakeLpt, int nodes, int containers, double speed, double latencySeconds, double weiPerUnit) {
        /** One node with reference cards, near, at 1 wei per unit. */
        public static Seller of(double stakeLpt, int containers) {
            return new Seller(stakeLpt, 1, containers, 1, 0.05, 1);
        }
    }

    /**
     * What came of it.
     *
     * @param requested all requests
     * @param served by seller
     * @param busy by seller: containers busy on average
     * @param lost requests that nobody served
     */
    public record Outcome(long requested, List<Long> served, List<Double> busy, long lost) {
        public Outcome {
            served = List.copyOf(served);
            busy = List.copyOf(busy);
        }

        /** A seller's part of what was served, from 0 to 1. */
        public double share(int seller) {
            long all = served.stream().mapToLong(Long::longValue).sum();
            return (double) served.get(seller) / Math.max(1, all);
        }
    }

    public SelectionTrial {
        sellers = List.copyOf(sellers);
        if (gateways < 1 || sellers.isEmpty() || !(load > 0) || requests < 1 || requests > 5_000_000) {
            throw new IllegalArgumentException("A trial needs gateways (" + gateways + "), sellers (" + sellers.size()
                    + "), load (" + load + ") and from 1 to 5000000 requests (" + requests + ").");
        }
    }

    /** Without a cap, and with seconds that differ as those of real jobs do. */
    public static SelectionTrial of(Choice choice, List<Seller> sellers, double load, int requests) {
        return new SelectionTrial(choice, 1, sellers, load, requests, 0.5, Double.POSITIVE_INFINITY);
    }

    /** Plays the week. The same seed gives the same outcome. */
    public Outcome run(long seed) {
        Cast cast = cast();
        int count = cast.nodes().size();
        List<WarmSet> sets = cast.nodes().stream()
                .map(node -> new WarmSet(Collections.nCopies(node.cards().size(), 0), List.of()))
                .toList();
        double[][] prices = cast.nodes().stream()
                .map(node -> new double[] {sellers.get(node.orchestrator()).weiPerUnit()})
                .toArray(double[][]::new);
        Standing standing = new Standing(0, sets, Collections.nCopies(count, false), prices);
        WeekLog log =
                Play.week(cast, standing, standing, new SteadyArrivals(requests, gateways, seed), new long[count], 0);
        return outcome(cast, log);
    }

    private Outcome outcome(Cast cast, WeekLog log) {
        long[] served = new long[sellers.size()];
        double[] busy = new double[sellers.size()];
        for (int offer = 0; offer < log.offers(); offer++) {
            int seller = cast.nodes().get(log.offerNode(offer)).orchestrator();
            busy[seller] += log.busySeconds(offer) / Play.WEEK;
            for (int hour = 0; hour < WeekLog.HOURS; hour++) {
                served[seller] += log.finished(offer, hour);
            }
        }
        long lost = 0;
        for (int gateway = 0; gateway < gateways; gateway++) {
            for (int hour = 0; hour < WeekLog.HOURS; hour++) {
                lost += log.unmet(gateway, 0, hour) + log.failed(gateway, 0, hour) + log.abandoned(gateway, 0, hour);
            }
        }
        return new Outcome(
                log.requested(),
                Arrays.stream(served).boxed().toList(),
                Arrays.stream(busy).boxed().toList(),
                lost);
    }

    private Cast cast() {
        Workload workload = choice == Choice.LIVE
                ? new Workload(Pipeline.LIVE_VIDEO_TO_VIDEO, "trial")
                : new Workload(Pipeline.TEXT_TO_IMAGE, "trial");
        double seconds = load * Play.WEEK / requests;
        List<MarketWorkload> workloads =
                List.of(new MarketWorkload(workload, 1, seconds, 0, secondsSpread, 1, 1, 1, 60, 0));
        List<MarketOrchestrator> orchestrators = new ArrayList<>();
        List<MarketNode> nodes = new ArrayList<>();
        List<Double> latencies = new ArrayList<>();
        for (Seller seller : sellers) {
            int index = orchestrators.size();
            Address address = new Address(String.format(Locale.ROOT, "0x%040x", index + 1));
            orchestrators.add(new MarketOrchestrator(address, seller.stakeLpt(), false));
            MarketCard card = new MarketCard("trial", "trial", 1, seller.speed());
            for (int k = 0; k < seller.nodes(); k++) {
                nodes.add(new MarketNode(index, "trial", false, Collections.nCopies(seller.containers(), card), 0, 1));
                latencies.add(seller.latencySeconds());
            }
        }
        MarketGateway.Kind kind =
                choice == Choice.OFF_CHAIN ? MarketGateway.Kind.OFF_CHAIN : MarketGateway.Kind.ON_CHAIN;
        MarketGateway gateway = new MarketGateway(
                orchestrators.get(0).address(), null, kind, false, List.of(cap), List.of(1.0 / gateways), latencies);
        return new Cast(workloads, orchestrators, nodes, Collections.nCopies(gateways, gateway));
    }
}
