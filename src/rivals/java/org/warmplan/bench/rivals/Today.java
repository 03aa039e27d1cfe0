package org.warmplan.bench.rivals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.warmplan.bench.Layout;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.WorkerSpec;

/** What runs on a worker now. */
record Today(Layout layout, WorkerSpec worker) {
    List<GpuSpec> cards() {
        return layout.cardsOf(worker.id());
    }

    /** Whether it keeps the rules of cards, order and pins. */
    boolean mayStay() {
        List<String> all = new ArrayList<>();
        cards().forEach(card -> all.addAll(card.current()));
        return cards().stream().allMatch(this::fits)
                && isInOrder(all.size())
                && holds(all, layout.pinnedOnWorker(worker.id()));
    }

    /** Gwei per week of free slots and of classes. */
    long worthBesidesCurves() {
        long worth = 0;
        int free = 0;
        for (GpuSpec card : cards()) {
            free += card.slots() - card.current().size();
            for (String workload : card.current()) {
                worth += layout.workload(workload).linearOn(card.gpuClass());
            }
        }
        return worth + worker.freeSlot().stream().limit(free).mapToLong(f -> f).sum();
    }

    private boolean fits(GpuSpec card) {
        long need = 0;
        for (String id : card.current()) {
            Long here = layout.workload(id).vramMib().get(card.gpuClass());
            if (here == null) {
                return false;
            }
            need += here;
        }
        return need <= layout.room(card) && holds(card.current(), layout.pinnedOn(card));
    }

    private boolean isInOrder(int replicas) {
        int count = cards().size();
        for (int place = 0; worker.prefix() && place < count; place++) {
            int held = replicas / count + (place < replicas % count ? 1 : 0);
            if (cards().get(place).current().size() != held) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(List<String> there, List<String> pinned) {
        return pinned.stream().allMatch(w -> Collections.frequency(there, w) >= Collections.frequency(pinned, w));
    }
}
