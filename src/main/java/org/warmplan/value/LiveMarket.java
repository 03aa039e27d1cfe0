package org.warmplan.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.warmplan.demand.share.LiveHunt;
import org.warmplan.demand.share.LiveShares;

/**
 * The market of live video: everybody is asked in an order by latency that nobody publishes, so that every place among the
 * rivals is as likely, and so is theirs: it is worked out in two orders, in which large and small ones alternate, and taken
 * between them. Not for use by several threads.
 */
final class LiveMarket implements Market {
    /** Places that are looked at; what lies between them follows a straight line. */
    private static final int PLACES = 4;

    private final LiveShares shares;
    private final int rivals;
    private final List<List<Integer>> orders;
    private double[] loads = new double[0];
    private LiveHunt[][] hunts = new LiveHunt[0][];

    /** @param rivals of each other address that has it warm, the streams it serves at once, from 1 */
    LiveMarket(LiveShares shares, List<Integer> rivals) {
        this.shares = shares;
        this.rivals = rivals.size();
        orders = orders(rivals);
    }

    /** The same rivals from a quarter and from three quarters on; one order where all are alike. */
    private static List<List<Integer>> orders(List<Integer> rivals) {
        List<Integer> sorted = rivals.stream().sorted().toList();
        if (sorted.isEmpty() || sorted.get(0).equals(sorted.get(sorted.size() - 1))) {
            return List.of(sorted);
        }
        List<Integer> mixed = alternating(sorted);
        List<List<Integer>> orders = new ArrayList<>();
        for (int quarter = 1; quarter <= 3; quarter += 2) {
            List<Integer> order = new ArrayList<>(mixed);
            Collections.rotate(order, -quarter * order.size() / 4);
            orders.add(order);
        }
        return orders;
    }

    /** Large and small ones so that every stretch has some of all sizes: van der Corput's sequence, halves, quarters, eighths. */
    private static List<Integer> alternating(List<Integer> sorted) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; places.size() < sorted.size(); i++) {
            int place = (int) ((Integer.toUnsignedLong(Integer.reverse(i)) * sorted.size()) >>> Integer.SIZE);
            if (!places.contains(place)) {
                places.add(place);
            }
        }
        return places.stream().map(sorted::get).toList();
    }

    @Override
    public Carried carried(double[] loads, int replicas, double speed) {
        if (!Arrays.equals(this.loads, loads)) {
            this.loads = loads.clone();
            hunts = Arrays.stream(loads)
                    .mapToObj(load -> orders.stream()
                            .map(order -> new LiveHunt(shares, order, load))
                            .toArray(LiveHunt[]::new))
                    .toArray(LiveHunt[][]::new);
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

    private double[] places(LiveHunt[] byOrder, int replicas) {
        int looked = Math.min(rivals + 1, PLACES);
        double[] carried = new double[looked];
        for (int j = 0; j < looked; j++) {
            for (LiveHunt hunt : byOrder) {
                carried[j] += hunt.carried(place(j, looked), replicas) / byOrder.length;
            }
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
        return orders.get(0).stream().mapToLong(Integer::longValue).sum();
    }

    @Override
    public Market bundled(int bundle) {
        return new LiveMarket(
                shares,
                orders.get(0).stream()
                        .map(containers -> Math.max(1, Math.round((float) containers / bundle)))
                        .toList());
    }
}
