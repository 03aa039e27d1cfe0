package org.warmplan.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.warmplan.plan.Solved;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.WorkerSpec;

/**
 * How a plan moves with the mix of gateways, which nobody publishes: what would be best at other mixes, and what the plan is
 * worth there.
 *
 * @param rows in the order asked for
 */
public record MixSweep(List<Row> rows) {
    /** Nothing but off-chain gateways, as many as on-chain ones, nothing but on-chain ones. */
    public static final List<Double> MIXES = List.of(0.0, 0.5, 1.0);

    public MixSweep {
        rows = List.copyOf(rows);
    }

    /**
     * One mix.
     *
     * @param onChain part of batch demand from on-chain gateways, 0 to 1
     * @param best gwei per week of the best plan that was found there
     * @param published gwei per week of the published plan there
     * @param moved cards that would hold something else
     */
    public record Row(double onChain, long best, long published, List<Moved> moved) {
        public Row {
            moved = List.copyOf(moved);
        }
    }

    /** What a card holds in the published plan, and what it would hold; each in the order of the code points. */
    public record Moved(String gpu, List<String> published, List<String> best) {
        public Moved {
            published = List.copyOf(published);
            best = List.copyOf(best);
        }
    }

    /** The problem as it is valued at a mix, and its best plan. */
    public record Planned(Problem problem, Solved solved) {}

    /** Plans at every mix; one at which no plan was found is left out. */
    public static MixSweep of(List<Double> mixes, Assignment published, DoubleFunction<Optional<Planned>> planner) {
        List<Row> rows = new ArrayList<>();
        for (double mix : mixes) {
            planner.apply(mix).ifPresent(planned -> rows.add(row(mix, planned, published)));
        }
        return new MixSweep(rows);
    }

    private static Row row(double mix, Planned planned, Assignment published) {
        Problem problem = planned.problem();
        Solved solved = planned.solved();
        long worth = value(problem, published);
        return solved.value() <= worth
                ? new Row(mix, worth, worth, List.of())
                : new Row(mix, solved.value(), worth, moved(problem, published, solved.assignment()));
    }

    private static long value(Problem problem, Assignment assignment) {
        Contributions contributions = Contributions.of(problem, assignment);
        long value = 0;
        for (WorkerSpec worker : problem.workers()) {
            value += contributions.ofWorker(worker.id())
                    + contributions.freeSlotsOf(worker)
                    - contributions.reloadOf(worker);
        }
        return value;
    }

    private static List<Moved> moved(Problem problem, Assignment published, Assignment best) {
        List<Moved> moved = new ArrayList<>();
        for (GpuSpec gpu : problem.gpus()) {
            List<String> before = published.on(gpu.id()).stream().sorted().toList();
            List<String> now = best.on(gpu.id()).stream().sorted().toList();
            if (!before.equals(now)) {
                moved.add(new Moved(gpu.id(), before, now));
            }
        }
        return moved;
    }
}
