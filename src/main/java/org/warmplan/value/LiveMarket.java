package org.warmplan.value;

import java.util.Arrays;
import org.warmplan.demand.share.LiveHunt;
import org.warmplan.demand.share.LiveShares;

/**
 * The market of live video: everybody is asked in an order by latency that nobody publishes, so that every place among the
 * rivals is as likely. Not for use by several threads.
 */
final class LiveMarket implements Market {
    /** Places that are looked at; what lies between them follows a straight line. */
    private static final int PLACES = 4;

    private final LiveShares shares;
    private final int rivals;
    private final long rivalReplicas;
    private double[] loads = new double[0];
    private LiveHunt[] hunts = new LiveHunt[0];

    /**
     * @param rivals other addresses that have it warm
     * @param rivalReplicas streams they serve at once, all together
     */
    LiveMarket(LiveShares shares, int rivals, long rivalReplicas) {
        this.shares = shares;
        this.rivals = rivals;
        this.rivalReplicas = rivalReplicas;
    }

    @Override
    public Carried carried(double[] loads, int replicas, double speed) {
        if (!Arrays.equals(this.loads, loads)) {
            this.loads = loads.clone();
            hunts = Arrays.stream(loads)
                    .mapToObj(load -> new LiveHunt(shares, rivalReplicas, rivals, load))
                    .toArray(LiveHunt[]::new);
        }
        double[][] carried = new double[3][loads.length];
        for (int k = 0; k < loads.length; k++) {
            double[] places = places(hunts[k], replicas);
            carried[0][k] = places[places.length - 1];
            carried[1][k] = mean(places);
            carried[2][k] = places[0];
        }
        return new Carried(carried[0], carried[1], carried[2]);
    }

    private double[] places(LiveHunt hunt, int replicas) {
        int looked = Math.min(rivals + 1, PLACES);
        double[] carried = new double[looked];
        for (int j = 0; j < looked; j++) {
            carried[j] = hunt.carried(place(j, looked), replicas);
        }
        return carried;
    }

    /** The first, the second, one in the middle and the last. */
    private int place(int j, int looked) {
        int[] some = {0, 1, (rivals + 1) / 2, rivals};
        return looked < PLACES ? j : some[j];
    }

    /** The mean over all places, those between two that were looked at on a straight line. */
    private double mean(double[] carried) {
        if (carried.length == 1) {
            return carried[0];
        }
        double sum = 0;
        for (int j = 0; j + 1 < carried.length; j++) {
            int from = place(j, carried.length);
            int to = place(j + 1, carried.length);
            for (int place = from; place < to; place++) {
                sum += carried[j] + (carried[j + 1] - carried[j]) * (place - from) / (to - from);
            }
        }
        return (sum + carried[carried.length - 1]) / (rivals + 1);
    }

    @Override
    public long containers() {
        return rivalReplicas;
    }

    @Override
    public Market bundled(int bundle) {
        return new LiveMarket(shares, rivals, Math.max(rivals, rivalReplicas / bundle));
    }
}
