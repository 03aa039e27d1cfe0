package org.warmplan.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.warmplan.explain.Money;
import org.warmplan.explain.SlotPlan;
import org.warmplan.explain.WorkerPlan;
import org.warmplan.files.Visible;

/**
 * A physical card of report.html with the slots on it.
 *
 * @param device as given to {@code -nvidia}
 */
record ShownCard(String device, String gpu, List<ShownSlot> slots, VramBar vram) {
    /** The cards of a worker, in the order of their first slots. */
    static List<ShownCard> of(WorkerPlan worker, Money money) {
        Map<String, List<SlotPlan>> byGpu = new LinkedHashMap<>();
        worker.slots()
                .forEach(slot -> byGpu.computeIfAbsent(slot.gpuId(), id -> new ArrayList<>())
                        .add(slot));
        return byGpu.values().stream().map(slots -> of(slots, money)).toList();
    }

    private static ShownCard of(List<SlotPlan> slots, Money money) {
        SlotPlan first = slots.get(0);
        return new ShownCard(
                Visible.of(first.gpu().device()),
                Visible.of(first.gpu().name()),
                slots.stream().map(slot -> ShownSlot.of(slot, money)).toList(),
                VramBar.of(first.gpu(), slots));
    }
}
