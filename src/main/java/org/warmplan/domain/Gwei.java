package org.warmplan.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount of money in whole gwei (10^-9 ETH), of any sign. Inside the planner all money is gwei per week. */
public record Gwei(long amount) implements Comparable<Gwei> {
    public static final Gwei ZERO = new Gwei(0);

    public BigDecimal eth() {
        return BigDecimal.valueOf(amount, 9);
    }

    public BigDecimal usd(BigDecimal usdPerEth) {
        return eth().multiply(usdPerEth).setScale(2, RoundingMode.HALF_EVEN);
    }

    public Gwei plus(Gwei other) {
        return new Gwei(Math.addExact(amount, other.amount));
    }

    @Override
    public int compareTo(Gwei other) {
        return Long.compare(amount, other.amount);
    }

    @Override
    public String toString() {
        return amount + " gwei";
    }
}
