package org.warmplan.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes gwei for people: ETH, and dollars at a given rate. */
public record Money(BigDecimal usdPerEth) {
    /** Like {@code 0.012345 ETH}; four significant digits, no exponent. */
    public String eth(long gwei) {
        BigDecimal eth = BigDecimal.valueOf(gwei, 9).round(new MathContext(4, RoundingMode.HALF_EVEN));
        return eth.signum() == 0 ? "0 ETH" : eth.stripTrailingZeros().toPlainString() + " ETH";
    }

    /** Like {@code 37.04 USD}. */
    public String usd(long gwei) {
        return BigDecimal.valueOf(gwei, 9)
                        .multiply(usdPerEth)
                        .setScale(2, RoundingMode.HALF_EVEN)
                        .toPlainString()
                + " USD";
    }

    /** Both. */
    public String both(long gwei) {
        return eth(gwei) + " (" + usd(gwei) + ")";
    }
}
