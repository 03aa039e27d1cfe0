package org.warmplan.demand.share;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Who carries what of live video: every gateway asks the nearest first, and passes over for a while whom it met full
 * ({@link HuntStep}). Without that it would be Erlang's hunt: those at rank k carry what is lost by k-1 and not by k.
 */
public final class LiveShares {
    /** Seconds between two rounds of asking (go-livepeer {@code server/ai_session.go:256} at 176aa415). */
    private static final double ROUND_SECONDS = 360;

    /** Streams longer than this many rounds are taken as so long: to be passed over for one hardly matters then. */
    private static final double LONG = 20;

    private static final int ROUNDS = 3;

    /* Parts of the time between two rounds: more where streams hardly last longer, which is when it matters how long ago the last was. */
    private static final int FEW_PHASES = 2;
    private static final int MANY_PHASES = 6;
    private static final double SHORT = 2;

    private final double streamSeconds;
    private final int gateways;

    /**
     * @param streamSeconds mean length of a stream, above 0
     * @param gateways that ask, each for the same part of the streams, from 1
     */
    public LiveShares(double streamSeconds, int gateways) {
        if (!(streamSeconds > 0) || gateways < 1) {
            throw new IllegalArgumentException(
                    "Streams of %f seconds at %d gateways are none.".formatted(streamSeconds, gateways));
        }
        this.streamSeconds = streamSeconds;
        this.gateways = gateways;
    }

    /**
     * What becomes of a load.
     *
     * @param order sellers, at least one, the nearest first
     * @param load streams under way at once if none were lost, above 0
     */
    public Split split(List<Seller> order, double load) {
        List<HuntStep> steps = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        int before = 0;
        for (int i = 0; i < order.size(); i++) {
            for (int node = 0; node < order.get(i).nodes(); node++) {
                steps.add(step(before, order.get(i).containers(), load));
                owners.add(i);
                before += order.get(i).containers();
            }
        }
        settle(steps);
        double[] carried = new double[order.size()];
        double all = 0;
        for (int k = 0; k < steps.size(); k++) {
            carried[owners.get(k)] += steps.get(k).carried();
            all += steps.get(k).carried();
        }
        return new Split(carried, Math.max(0, load - all));
    }

    /** One node behind so many containers; what can hardly ever be under way at once is left out. */
    HuntStep step(int before, int containers, double load) {
        int most = BatchShares.mostUnderWay(load);
        return new HuntStep(
                Math.min(before, most),
                Math.min(containers, most),
                load,
                1.0 / gateways,
                phases(),
                Math.min(LONG, streamSeconds / ROUND_SECONDS));
    }

    int phases() {
        return streamSeconds < SHORT * ROUND_SECONDS ? MANY_PHASES : FEW_PHASES;
    }

    private void settle(List<HuntStep> steps) {
        double[][] exhausted = new double[steps.size()][phases()];
        Arrays.fill(exhausted[steps.size() - 1], 1);
        double[][][] taken = new double[steps.size() + 1][][];
        taken[0] = new double[phases()][1];
        settle(steps, exhausted, taken);
    }

    /**
     * Settles steps that follow one another; what those behind do not take is known only after a round.
     *
     * @param exhausted by step and phase: the chance that nobody behind takes a request; filled in but for the last
     * @param taken filled in but for the first: the chance that those before a step take a request
     */
    static void settle(List<HuntStep> steps, double[][] exhausted, double[][][] taken) {
        int last = steps.size() - 1;
        double[][] passed = new double[steps.size()][];
        for (int round = 0; round < ROUNDS; round++) {
            for (int k = 0; k <= last; k++) {
                steps.get(k).settle(taken[k], exhausted[k]);
                passed[k] = steps.get(k).passed();
                taken[k + 1] = steps.get(k).takenWithIt();
            }
            for (int k = 0; k < last; k++) {
                for (int phase = 0; phase < exhausted[k].length; phase++) {
                    double here = passed[k][phase];
                    exhausted[k][phase] = here > 1e-14 ? Math.min(1, passed[last][phase] / here) : 0;
                }
            }
        }
    }
}
