package org.warmplan.certify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the prices of a certificate prove: Σ best(W) + Σ S_w + λ·maxChanges, by DESIGN "Bound". */
final class PriceBound {
    private final Priced priced;
    private final List<Grounds.Worker> workers;
    private final WorkerWorth worth;
    private final long[][] capacity;
    private final List<Curve> curves = new ArrayList<>();
    private final Exact total;

    PriceBound(Priced priced) {
        this.priced = priced;
        this.workers = Grounds.of(priced);
        this.worth = new WorkerWorth(priced, new GpuWorth(priced));
        this.capacity = capacity();
        for (int w = 0; w < priced.workloads(); w++) {
            curves.add(Curve.of(priced.workload(w).marginal(), priced.scale()));
        }
        this.total = sum();
    }

    Priced priced() {
        return priced;
    }

    List<Grounds.Worker> workers() {
        return workers;
    }

    WorkerWorth worth() {
        return worth;
    }

    /** N_c of each workload by class. */
    private long[][] capacity() {
        Map<GpuKind, Long> counts = new HashMap<>();
        for (Grounds.Worker worker : workers) {
            worker.kind().gpus().forEach(gpu -> counts.merge(gpu, 1L, Long::sum));
        }
        long[][] most = new long[priced.workloads()][priced.classes()];
        counts.forEach((gpu, count) -> {
            for (int w = 0; w < priced.workloads(); w++) {
                most[w][gpu.gpuClass()] += count * gpu.capacity(priced, w);
            }
        });
        return most;
    }

    /** N_c by workload and class; a copy. */
    long[][] capacities() {
        return Arrays.stream(capacity).map(long[]::clone).toArray(long[][]::new);
    }

    /** In 1/scale gwei; {@link Exact#NONE} proves that no assignment keeps the rules. */
    Exact total() {
        return total;
    }

    private Exact sum() {
        Exact sum = priced.changeAllowance().plus(surplusInAll());
        for (Grounds.Worker worker : workers) {
            sum = sum.plus(worth.best(worker.kind()));
        }
        return sum;
    }

    /** Σ S_w. */
    Exact surplusInAll() {
        Exact sum = Exact.ZERO;
        for (int w = 0; w < priced.workloads(); w++) {
            sum = sum.plus(surplus(w, new long[priced.classes()], capacity[w]));
        }
        return sum;
    }

    /** Whole gwei, or empty when the prices prove that there is no assignment. */
    Optional<BigInteger> gwei() {
        return total.isNone() ? Optional.empty() : Optional.of(total.floorOf(priced.scale()));
    }

    /**
     * F − Σπ of a workload at best.
     *
     * @param there replicas by class that are there already
     * @param further replicas by class that may still come
     */
    Exact surplus(int w, long[] there, long[] further) {
        List<Surplus.Supply> supplies = new ArrayList<>();
        long units = 0;
        long replicas = 0;
        Exact paid = Exact.ZERO;
        for (int c = 0; c < there.length; c++) {
            supplies.add(new Surplus.Supply(priced.units(w, c), priced.price(w, c), further[c]));
            units += there[c] * priced.units(w, c);
            replicas += there[c];
            paid = paid.plus(Exact.product(-priced.price(w, c), there[c]));
        }
        return Surplus.of(
                        curves.get(w).after(units),
                        supplies,
                        priced.workload(w).minReplicas() - replicas,
                        priced.workload(w).maxReplicas() - replicas)
                .plus(paid);
    }
}
