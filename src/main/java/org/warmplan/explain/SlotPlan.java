package org.warmplan.explain;

import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Fit;
import org.warmplan.fleet.FleetGpu;

/**
 * One slot of a plan.
 *
 * @param gpuId {@code worker/device}
 * @param slot position in the worker's slot order, from 0
 * @param container which container on the card, from 0
 * @param workload null when the slot stays free
 * @param before what is warm there now, null for nothing
 * @param contribution gwei per week, 0 for a free slot
 * @param runnerUp the workload that gains most on these cards when this one must give up a replica, null for none
 * @param flipPrice gwei per week the plan would lose by that, null for a free slot and for what the rules hold there
 * @param flipProven false when the fleet is too large to be sure that no plan loses less
 * @param fit how it fits by the figures, null for a free slot; what runs there now may stay even if it does not
 */
public record SlotPlan(
        String gpuId,
        FleetGpu gpu,
        int slot,
        int container,
        @Nullable Workload workload,
        @Nullable Workload before,
        long contribution,
        @Nullable Workload runnerUp,
        @Nullable Long flipPrice,
        boolean flipProven,
        @Nullable Fit fit) {}
