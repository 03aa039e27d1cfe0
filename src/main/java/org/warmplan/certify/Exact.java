package org.warmplan.certify;

import java.math.BigInteger;

/**
 * A whole amount of 128 bits, in 1/scale gwei. The largest sum a problem can lead to, 10^18 a replica on 10^4 slots of
 * each of a billion gpus, is far inside; so nothing here can overflow, and no sum needs two ways to be made.
 *
 * @param high the upper 64 bits, with the sign
 * @param low the lower 64 bits, unsigned
 */
record Exact(long high, long low) implements Comparable<Exact> {
    static final Exact ZERO = new Exact(0, 0);

    /** Less than every amount, and stays so whatever is added: there is no choice that keeps the rules. */
    static final Exact NONE = new Exact(Long.MIN_VALUE, 0);

    static Exact of(long amount) {
        return new Exact(amount >> 63, amount);
    }

    /** An amount below 2^127 in size. */
    static Exact of(BigInteger amount) {
        return new Exact(amount.shiftRight(64).longValueExact(), amount.longValue());
    }

    /** The product of any two amounts of 64 bits. */
    static Exact product(long a, long b) {
        return new Exact(Math.multiplyHigh(a, b), a * b);
    }

    boolean isNone() {
        return high == Long.MIN_VALUE;
    }

    Exact plus(Exact other) {
        if (isNone() || other.isNone()) {
            return NONE;
        }
        long sum = low + other.low;
        long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        return new Exact(high + other.high + carry, sum);
    }

    Exact plus(long amount) {
        return plus(of(amount));
    }

    Exact minus(Exact other) {
        return plus(other.negated());
    }

    private Exact negated() {
        return new Exact(low == 0 ? -high : ~high, -low);
    }

    Exact max(Exact other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** What is left of whole gwei, rounded down. */
    BigInteger floorOf(int scale) {
        BigInteger[] parts = toBig().divideAndRemainder(BigInteger.valueOf(scale));
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    BigInteger toBig() {
        BigInteger lower = BigInteger.valueOf(low >>> 1).shiftLeft(1).or(BigInteger.valueOf(low & 1));
        return BigInteger.valueOf(high).shiftLeft(64).add(lower);
    }

    @Override
    public int compareTo(Exact other) {
        return high != other.high ? Long.compare(high, other.high) : Long.compareUnsigned(low, other.low);
    }
}
