package org.warmplan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.warmplan.explain.Explanation;
import org.warmplan.explain.Money;
import org.warmplan.explain.SlotPlan;
import org.warmplan.explain.WorkerPlan;
import org.warmplan.files.Visible;

/**
 * A worker of report.html.
 *
 * @param id of its section
 * @param worth what it adds to the plan's value
 * @param changes a word on how much changes
 * @param notes sentences below its cards
 */
record ShownWorker(
        String id, String name, String role, String worth, String changes, List<ShownCard> cards, List<String> notes) {
    /** All workers, in the order of the plan. */
    static List<ShownWorker> of(Explanation plan, Money money) {
        return plan.workers().stream()
                .map(worker -> of("worker-" + (plan.workers().indexOf(worker) + 1), worker, money))
                .toList();
    }

    private static ShownWorker of(String id, WorkerPlan worker, Money money) {
        long slots = worker.slots().stream().mapToLong(SlotPlan::contribution).sum();
        return new ShownWorker(
                id,
                Visible.of(worker.worker().name()),
                role(worker),
                money.eth(slots + worker.freeSlots() - worker.reload()),
                changes(worker),
                ShownCard.of(worker, money),
                Stream.of(
                                Wording.unmarked(Wording.reordered(worker)),
                                Wording.rounds(worker),
                                Wording.cold(worker),
                                Wording.reload(worker, money))
                        .map(String::strip)
                        .filter(note -> !note.isEmpty())
                        .map(Visible::of)
                        .toList());
    }

    private static String role(WorkerPlan worker) {
        List<String> words = new ArrayList<>();
        if (!worker.worker().isRemote()) {
            words.add(worker.worker().role().word());
        }
        words.addAll(Wording.traits(worker));
        return String.join(", ", words);
    }

    private static String changes(WorkerPlan worker) {
        long count = worker.slots().stream()
                .map(SlotState::of)
                .filter(state -> state == SlotState.NEW || state == SlotState.FREED)
                .count();
        return count == 0 ? "no change" : count == 1 ? "1 slot changes" : count + " slots change";
    }
}
