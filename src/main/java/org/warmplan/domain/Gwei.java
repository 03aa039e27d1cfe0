package org.warmplan.domain;

/** An amount of money in whole gwei (10^-9 ETH), of any sign. Inside the planner all money is gwei per week. */
public record Gwei(long amount) implements Comparable<Gwei> {
    public static final Gwei ZERO = new Gwei(0);

    @Override
    public int compareTo(Gwei other) {
        return Long.compare(amount, other.amount);
    }

    @Override
    public String toString() {
        return amount + " gwei";
    }
}
