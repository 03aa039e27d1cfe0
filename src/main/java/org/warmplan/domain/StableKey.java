package org.warmplan.domain;

import java.util.Locale;

/** The name of a constant as our files have it, in lowerCamelCase. */
public final class StableKey {
    private StableKey() {}

    /** Like {@code priceZero} for {@code PRICE_ZERO}. */
    public static String of(Enum<?> constant) {
        StringBuilder key = new StringBuilder();
        for (String word : constant.name().toLowerCase(Locale.ROOT).split("_")) {
            key.append(key.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return key.toString();
    }
}
