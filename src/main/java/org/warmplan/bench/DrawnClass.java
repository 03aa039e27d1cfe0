package org.warmplan.bench;

import java.util.List;
import org.warmplan.problem.GpuClass;

/**
 * A class of cards as they are on the market.
 *
 * @param speed replicas of a reference card that one on it is worth
 * @param power part of a replica's worth that a card takes more than the best, in electricity
 * @param share how common it is; they need not sum to 1
 */
record DrawnClass(String id, long vramMib, double speed, double power, double share) {
    /** Net of a headroom of about 5 %. */
    static final List<DrawnClass> MARKET = List.of(
            new DrawnClass("c24", 23_300, 1, 0.010, 0.40),
            new DrawnClass("c24-fast", 23_300, 1.6, 0.006, 0.25),
            new DrawnClass("c16", 15_500, 0.65, 0.012, 0.15),
            new DrawnClass("c48", 46_600, 1.4, 0.004, 0.12),
            new DrawnClass("c80", 77_800, 2.6, 0, 0.08));

    GpuClass toProblem() {
        return new GpuClass(id, vramMib);
    }
}
