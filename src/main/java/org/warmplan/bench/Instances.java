package org.warmplan.bench;

import java.util.ArrayList;
import java.util.List;
import org.warmplan.problem.Problem;

/**
 * Problems from seeds. Each can be solved: all rules are drawn around a plan that keeps them, and what runs now is that
 * plan, on some workers after an accident.
 */
public final class Instances {
    private static final double LOAD_SPREAD = 1.0;

    /** What the network asks for is this many times what the fleet can carry. */
    private static final double DEMAND = 1.4;

    private Instances() {}

    /** The same size and seed give the same problem. */
    public static Problem make(Size size, long seed) {
        Draw draw = new Draw(31 * seed + size.name().hashCode());
        DrawnFleet fleet = DrawnFleet.of(size, draw.apart());
        List<DrawnWorkload> workloads = workloads(size, fleet, draw.apart());
        OlderPlan older = OlderPlan.of(fleet, workloads, draw.apart());
        return new DrawnProblem(size, fleet, workloads, older, draw.apart()).toProblem();
    }

    private static List<DrawnWorkload> workloads(Size size, DrawnFleet fleet, Draw draw) {
        double[] parts = new double[size.workloads()];
        double sum = 0;
        for (int w = 0; w < parts.length; w++) {
            parts[w] = draw.factor(LOAD_SPREAD);
            sum += parts[w];
        }
        double wanted = DEMAND * capacity(size, fleet);
        List<DrawnWorkload> workloads = new ArrayList<>();
        for (int w = 0; w < parts.length; w++) {
            workloads.add(DrawnWorkload.of(w, wanted * parts[w] / sum, size, fleet.classes(), draw));
        }
        return workloads;
    }

    /** In reference replicas. */
    private static double capacity(Size size, DrawnFleet fleet) {
        double capacity = 0;
        for (DrawnFleet.DrawnWorker worker : fleet.workers()) {
            for (DrawnFleet.DrawnCard card : worker.cards()) {
                capacity += worker.slots() * (size.unitsOne() ? 1 : card.kind().speed());
            }
        }
        return capacity;
    }
}
