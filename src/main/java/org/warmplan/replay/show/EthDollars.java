package org.warmplan.replay.show;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Dollars per ETH by day: a walk without aim. */
final class EthDollars {
    private static final double FIRST = 3_000;
    private static final double DAILY = 0.02;

    private final Chance chance;

    EthDollars(long seed) {
        this.chance = new Chance(seed, "price of ETH");
    }

    /** On a day from 0 on. */
    BigDecimal on(int day) {
        double sum = 0;
        for (int past = 1; past <= day; past++) {
            sum += chance.normal(past);
        }
        return BigDecimal.valueOf(FIRST * StrictMath.exp(DAILY * sum)).setScale(2, RoundingMode.HALF_EVEN);
    }
}
