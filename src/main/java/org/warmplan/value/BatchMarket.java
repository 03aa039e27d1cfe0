package org.warmplan.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmplan.demand.share.BatchShares;
import org.warmplan.demand.share.Gateways;
import org.warmplan.demand.share.Seller;

/**
 * The market of a workload asked for job by job. Unknown stakes leave a range between two ends: an even share for everybody,
 * and that by stake, where an unknown stake of one's own is none and an unknown rival's the average of the known.
 *
 * @param gateways how they choose
 * @param ownStake LPT, null when unknown
 * @param ownNodes processes of ours that serve it, once there is a replica for each; from 1
 * @param rivals what others have warm, unknown stakes filled in
 * @param known whether every stake of a rival is known
 */
record BatchMarket(Gateways gateways, @Nullable Double ownStake, int ownNodes, List<Seller> rivals, boolean known)
        implements Market {
    BatchMarket {
        rivals = List.copyOf(rivals);
    }

    @Override
    public Carried carried(double[] loads, int replicas, double speed) {
        double stake = ownStake == null ? 0 : ownStake;
        double[] byStake = by(gateways, stake, loads, replicas, speed);
        boolean sure = known && ownStake != null;
        if (rivals.isEmpty() || sure || gateways.onChain() == 0 || gateways.stakeWeight() == 0) {
            return new Carried(byStake, byStake, byStake);
        }
        Gateways even = new Gateways(gateways.count(), gateways.onChain(), 0);
        double[] evenly = by(even, stake, loads, replicas, speed);
        double[][] ends = new double[3][loads.length];
        for (int k = 0; k < loads.length; k++) {
            ends[0][k] = Math.min(byStake[k], evenly[k]);
            ends[1][k] = (byStake[k] + evenly[k]) / 2;
            ends[2][k] = Math.max(byStake[k], evenly[k]);
        }
        return new Carried(ends[0], ends[1], ends[2]);
    }

    private double[] by(Gateways how, double stake, double[] loads, int replicas, double speed) {
        int most = BatchShares.mostUnderWay(loads[loads.length - 1] / Math.min(1, speed));
        int nodes = Math.min(ownNodes, replicas);
        int containers = Math.min((replicas + nodes - 1) / nodes, most);
        List<Seller> sellers = new ArrayList<>();
        sellers.add(new Seller(stake, nodes, containers, speed));
        for (Seller rival : rivals) {
            sellers.add(new Seller(rival.stake(), rival.nodes(), Math.min(rival.containers(), most), rival.speed()));
        }
        BatchShares shares = new BatchShares(sellers, how);
        double[] carried = new double[loads.length];
        for (int k = 0; k < loads.length; k++) {
            carried[k] = shares.split(loads[k]).carried(0);
        }
        return carried;
    }

    @Override
    public long containers() {
        return rivals.stream().mapToLong(Seller::capacity).sum();
    }

    @Override
    public Market bundled(int bundle) {
        List<Seller> fewer = new ArrayList<>();
        rivals.forEach(rival -> fewer.add(new Seller(
                rival.stake(), 1, (int) Math.max(1, Math.round((double) rival.capacity() / bundle)), rival.speed())));
        return new BatchMarket(gateways, ownStake, 1, fewer, known);
    }
}
