package org.warmplan.value;

import org.warmplan.domain.UnitPrice;

/**
 * The price a workload is planned and published at.
 *
 * @param text where it comes from, for the report
 * @param replaces whether it takes the place of another price in the current file
 */
public record PlannedPrice(UnitPrice price, Origin origin, String text, boolean replaces) {
    /** Who set it. */
    public enum Origin {
        OWN("own"),
        MARKET("market"),
        DOCUMENTED("documented");

        private final String word;

        Origin(String word) {
            this.word = word;
        }

        /** As in plan.json. */
        public String word() {
            return word;
        }
    }

    /** Not the operator's own. */
    public boolean isSuggested() {
        return origin != Origin.OWN;
    }
}
