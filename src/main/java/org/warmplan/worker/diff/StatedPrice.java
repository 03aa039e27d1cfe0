package org.warmplan.worker.diff;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.UnitPrice;
import org.warmplan.files.Visible;
import org.warmplan.worker.AiModel;

/**
 * What an entry asks, exactly: prices that are only spelled differently, like 1.0 and 1, or 2 per 2 units and 1, are
 * equal. A missing pixels_per_unit counts as 1, which is go-livepeer's default.
 *
 * @param exact in the currency; null when price_per_unit is missing, negative, or per no positive whole number of units
 * @param odd what the entry says where that is no price, else empty
 * @param currency in lower case; empty for wei
 */
record StatedPrice(@Nullable UnitPrice exact, String odd, String currency) {
    private static final String FLAG = "the price of -pricePerUnit";

    static StatedPrice of(AiModel entry) {
        BigDecimal price = entry.findPrice().orElse(null);
        BigDecimal units = entry.findPixelsPerUnit().orElse(BigDecimal.ONE);
        if (price == null) {
            // The price of the flag comes in the flag's currency; only the units are the entry's.
            String per = units.compareTo(BigDecimal.ONE) == 0 ? "" : " per " + plain(units) + " units";
            return new StatedPrice(null, FLAG + per, "");
        }
        String currency =
                AiModel.isWei(entry.currency()) ? "" : entry.currency().toLowerCase(Locale.ROOT);
        if (price.signum() < 0
                || units.signum() <= 0
                || units.remainder(BigDecimal.ONE).signum() != 0) {
            return new StatedPrice(null, plain(price) + " per " + plain(units) + " units", currency);
        }
        return new StatedPrice(UnitPrice.of(price, units), "", currency);
    }

    /** Whether the entry leaves the price to the command line. */
    boolean isMissing() {
        return odd.startsWith(FLAG);
    }

    /** For reading, exact: a plain decimal where the price has an end, else as a fraction. */
    String text() {
        String unit = currency.isEmpty() ? "wei" : Visible.brief(currency.toUpperCase(Locale.ROOT), 20);
        if (exact == null) {
            return isMissing() ? odd : odd + " in " + unit;
        }
        BigDecimal amount = new BigDecimal(exact.wei());
        try {
            return plain(amount.divide(new BigDecimal(exact.units()))) + " " + unit + " a unit";
        } catch (ArithmeticException e) {
            // A price like 1/3 has no end.
            return "%s %s per %s units".formatted(amount.toPlainString(), unit, exact.units());
        }
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
