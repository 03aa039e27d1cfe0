package org.warmplan.report;

import org.jspecify.annotations.Nullable;
import org.warmplan.explain.Money;
import org.warmplan.explain.SlotPlan;
import org.warmplan.files.Visible;
import org.warmplan.fleet.Fit;

/**
 * A slot of report.html.
 *
 * @param workload null for a free slot
 * @param worth ETH a week
 * @param next what would come in its place, and what that would lose
 * @param today what is warm there now
 * @param need by which figure it fits; empty for a free slot and for what only may stay
 * @param staying why it may stay against the figures; empty when it need not
 */
record ShownSlot(
        String slot,
        SlotState state,
        @Nullable ShownWorkload workload,
        String worth,
        String next,
        String today,
        String need,
        String staying) {
    static ShownSlot of(SlotPlan slot, Money money) {
        return new ShownSlot(
                slot.container() == 0
                        ? String.valueOf(slot.slot())
                        : "%d, container %d".formatted(slot.slot(), slot.container() + 1),
                SlotState.of(slot),
                ShownWorkload.find(slot.workload()),
                slot.workload() == null ? "–" : Wording.bare(money, slot.contribution()),
                Visible.of(Wording.next(slot, money)),
                Visible.of(Wording.workload(slot.before())),
                slot.fit() instanceof Fit.Fits fits ? Visible.of(fits.reason()) : "",
                Visible.of(Wording.staying(slot)));
    }

    boolean isFree() {
        return workload == null;
    }

    /** The name of what is on it in a word or two. */
    String brief() {
        return workload == null ? "free" : workload.brief();
    }
}
