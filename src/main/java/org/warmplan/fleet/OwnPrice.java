package org.warmplan.fleet;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Workload;

/**
 * The operator's own price of a workload, as aiModels.json has it: {@code pricePerUnit / pixelsPerUnit} of the currency
 * for each billed unit.
 *
 * @param pricePerUnit above 0
 * @param pixelsPerUnit at least 1
 */
public record OwnPrice(Workload workload, BigDecimal pricePerUnit, long pixelsPerUnit, Currency currency) {
    private static final int ETH_DIGITS = 18;

    public OwnPrice {
        if (pricePerUnit.signum() <= 0 || pixelsPerUnit < 1) {
            throw new IllegalArgumentException("The price of " + workload + " (" + pricePerUnit + " per "
                    + pixelsPerUnit + ") must be above 0, for at least one unit.");
        }
    }

    /** In wei; dollars are changed at {@code usdPerEth} dollars per ETH, above 0. */
    public UnitPrice perUnit(BigDecimal usdPerEth) {
        BigDecimal units = BigDecimal.valueOf(pixelsPerUnit);
        return switch (currency) {
            case WEI -> UnitPrice.of(pricePerUnit, units);
            case ETH -> UnitPrice.of(pricePerUnit.movePointRight(ETH_DIGITS), units);
            case USD -> {
                UnitPrice whole = UnitPrice.ofUsd(pricePerUnit, usdPerEth);
                yield new UnitPrice(whole.wei(), whole.units().multiply(BigInteger.valueOf(pixelsPerUnit)));
            }
        };
    }
}
