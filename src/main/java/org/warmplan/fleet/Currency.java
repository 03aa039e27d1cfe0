package org.warmplan.fleet;

import java.util.Locale;

/** What a price of the operator's own is in. */
public enum Currency {
    WEI,
    ETH,
    USD;

    /** As written in the fleet file and in aiModels.json. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
