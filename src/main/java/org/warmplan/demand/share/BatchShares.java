package org.warmplan.demand.share;

import java.util.Arrays;
import java.util.List;

/**
 * Who carries what of batch jobs. An on-chain gateway draws among its idle sessions by stake and at random, an off-chain one
 * takes the one whose last request was quickest; a session is out of the draw until its request is through; full nodes refuse
 * and another is drawn; with all sessions in use, one of them is tried at random (go-livepeer {@code server/selection.go},
 * {@code server/ai_session.go:27-186} and {@code server/ai_process.go:1496-1605} at 176aa415).
 *
 * <p>Not for use by several threads.
 */
public final class BatchShares {
    private static final double ENOUGH = 2e-4;
    private static final int ROUNDS = 60;
    private static final double RARE = 1e-7;
    private static final double NEVER = 1e-7;

    private final Cast cast;
    private final Occupancy occupancy;
    private final Choice choice;
    private final IdleSessions idleSessions;
    private final double[] likely;
    private final double slowest;

    /** Shares of sellers, at least one, at some gateways. */
    public BatchShares(List<Seller> sellers, Gateways gateways) {
        cast = new Cast(sellers);
        occupancy = new Occupancy(cast, gateways.count());
        idleSessions = IdleSessions.of(cast, gateways.count(), occupancy);
        choice = new Choice(cast, gateways, occupancy, idleSessions);
        likely = new double[cast.capacity + 1];
        slowest = Math.min(1, Arrays.stream(cast.speed).min().orElse(1));
    }

    /** More requests than this are as good as never under way at once with a load. */
    public static int mostUnderWay(double load) {
        double likely = 1;
        int most = 0;
        while (most < load || likely > NEVER) {
            most++;
            likely *= load / most;
            if (most <= load) {
                // Beside the likeliest number.
                likely = 1;
            }
        }
        return most + 1;
    }

    /**
     * What becomes of a load. Loads near the one asked for before take least time.
     *
     * @param load containers of a reference card that all requests would keep busy, above 0
     */
    public Split split(double load) {
        int most = Math.min(cast.capacity, mostUnderWay(load / slowest));
        choice.prepare(load);
        double[] before = new double[cast.size];
        double[] carried = new double[cast.size];
        for (int round = 0; round < ROUNDS; round++) {
            sweep(load, most);
            carried = carried(load, most);
            double change = 0;
            for (int i = 0; i < cast.size; i++) {
                change = Math.max(change, Math.abs(carried[i] - before[i]));
            }
            before = carried;
            if (change < ENOUGH * load) {
                break;
            }
        }
        double all = 0;
        for (double part : carried) {
            all += part;
        }
        return new Split(carried, Math.max(0, load - all));
    }

    private void sweep(double load, int most) {
        for (int under = 0; under < Math.min(most + 1, cast.capacity); under++) {
            choice.look(under);
        }
        for (int under = 0; under <= most; under++) {
            idleSessions.settle(under, most, load, choice);
            occupancy.settle(under, most, load, choice);
        }
        for (int under = most; under >= 0; under--) {
            idleSessions.settle(under, most, load, choice);
            occupancy.settle(under, most, load, choice);
        }
    }

    private double[] carried(double load, int most) {
        double sum = 1;
        likely[0] = 1;
        for (int under = 1; under <= most; under++) {
            likely[under] = likely[under - 1] * load * choice.accepted(under - 1) / occupancy.served(under);
            sum += likely[under];
        }
        double[] carried = new double[cast.size];
        for (int under = 1; under <= most; under++) {
            double chance = likely[under] / sum;
            for (int i = 0; i < cast.size && chance > RARE; i++) {
                for (int x = 1; x <= cast.full[i]; x++) {
                    carried[i] += chance * x * occupancy.chance(under, i, x) * cast.speed[i];
                }
            }
        }
        return carried;
    }
}
