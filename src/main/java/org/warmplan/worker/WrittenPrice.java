package org.warmplan.worker;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.warmplan.domain.UnitPrice;

/**
 * A price as two whole numbers, price_per_unit in wei and pixels_per_unit. Exact when both terms of the fraction fit in
 * 64 bits, which is what go-livepeer sends them in; else rounded to {@value #DIGITS} significant digits.
 */
record WrittenPrice(BigInteger price, BigInteger units) {
    static final int DIGITS = 12;

    static WrittenPrice of(UnitPrice price) {
        if (price.wei().bitLength() < Long.SIZE && price.units().bitLength() < Long.SIZE) {
            return new WrittenPrice(price.wei(), price.units());
        }
        BigDecimal rounded = new BigDecimal(price.wei()).divide(new BigDecimal(price.units()), new MathContext(DIGITS));
        int decimals = Math.max(0, rounded.scale());
        return new WrittenPrice(rounded.movePointRight(decimals).toBigIntegerExact(), BigInteger.TEN.pow(decimals));
    }
}
