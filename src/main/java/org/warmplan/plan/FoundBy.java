package org.warmplan.plan;

import java.util.Locale;

/** Who found a plan first: the start, OptaPlanner's search, or going through all plans. */
public enum FoundBy {
    START,
    SEARCH,
    EXHAUSTED;

    /** As in plan.json. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
