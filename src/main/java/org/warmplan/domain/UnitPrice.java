package org.warmplan.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Wei per billed unit, as the exact fraction {@code weiPerUnits / units} that go-livepeer keeps. Real prices are such
 * fractions (10000000000000/54901722631 was seen), so nothing is rounded before money is added up.
 */
public record UnitPrice(BigInteger wei, BigInteger units) implements Comparable<UnitPrice> {
    private static final BigDecimal WEI_PER_ETH = BigDecimal.TEN.pow(18);

    public UnitPrice {
        if (wei.signum() < 0 || units.signum() <= 0) {
            throw new IllegalArgumentException(
                    "The price (" + wei + " wei per " + units + " units) must not be negative, nor per nothing.");
        }
        BigInteger common = wei.gcd(units);
        wei = wei.divide(common);
        units = units.divide(common);
    }

    public static UnitPrice ofWei(long weiPerUnit) {
        return new UnitPrice(BigInteger.valueOf(weiPerUnit), BigInteger.ONE);
    }

    /** {@code price} wei per {@code units} units; both may have decimals. */
    public static UnitPrice of(BigDecimal price, BigDecimal units) {
        int scale = Math.max(0, Math.max(price.scale(), units.scale()));
        return new UnitPrice(
                price.movePointRight(scale).toBigIntegerExact(),
                units.movePointRight(scale).toBigIntegerExact());
    }

    /** A price in dollars per unit at so many dollars per ETH, rounded to 12 digits of wei. */
    public static UnitPrice ofUsd(BigDecimal usdPerUnit, BigDecimal usdPerEth) {
        BigDecimal wei = usdPerUnit.multiply(WEI_PER_ETH).divide(usdPerEth, new MathContext(12));
        return of(wei, BigDecimal.ONE);
    }

    /** Half way between two prices, exactly. */
    public UnitPrice midpoint(UnitPrice other) {
        return new UnitPrice(
                wei.multiply(other.units).add(other.wei.multiply(units)),
                units.multiply(other.units).shiftLeft(1));
    }

    /** Wei per unit, for sums that are estimates anyway. */
    public double weiPerUnit() {
        return new BigDecimal(wei)
                .divide(new BigDecimal(units), MathContext.DECIMAL64)
                .doubleValue();
    }

    /** To whole wei per unit where that changes less than a thousandth, else as it is. */
    public UnitPrice rounded() {
        BigInteger whole = new BigDecimal(wei)
                .divide(new BigDecimal(units), 0, RoundingMode.HALF_EVEN)
                .toBigInteger();
        return whole.compareTo(BigInteger.valueOf(500)) < 0 ? this : new UnitPrice(whole, BigInteger.ONE);
    }

    public boolean isFree() {
        return wei.signum() == 0;
    }

    /** For reading: wei per unit with at most 10 significant digits. */
    public String text() {
        return new BigDecimal(wei)
                .divide(new BigDecimal(units), new MathContext(10))
                .stripTrailingZeros()
                .toPlainString();
    }

    @Override
    public int compareTo(UnitPrice other) {
        return wei.multiply(other.units).compareTo(other.wei.multiply(units));
    }
}
