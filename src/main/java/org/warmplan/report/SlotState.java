package org.warmplan.report;

import org.warmplan.domain.Workload;
import org.warmplan.explain.SlotPlan;

/** What happens to a slot, with a mark and a word so that colour is not needed to tell. */
enum SlotState {
    NEW("new", "+", "new here"),
    STAYS("stays", "=", "stays"),
    FREED("freed", "−", "becomes free"),
    FREE("free", "○", "free");

    private final String style;
    private final String mark;
    private final String word;

    SlotState(String style, String mark, String word) {
        this.style = style;
        this.mark = mark;
        this.word = word;
    }

    static SlotState of(SlotPlan slot) {
        Workload now = slot.workload();
        Workload before = slot.before();
        if (now == null) {
            return before == null ? FREE : FREED;
        }
        return now.equals(before) ? STAYS : NEW;
    }

    /** The name of its style. */
    String style() {
        return style;
    }

    String mark() {
        return mark;
    }

    String word() {
        return word;
    }
}
