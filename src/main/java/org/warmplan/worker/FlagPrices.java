package org.warmplan.worker;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.UsageException;

/**
 * What {@code -pricePerUnit} and {@code -pixelsPerUnit} say: the price of entries without one, and how many units the
 * price of entries without {@code pixels_per_unit} is for.
 *
 * @param price null without {@code -pricePerUnit}; never negative
 * @param currency of {@code price}; empty means wei
 * @param pixelsPerUnit a positive whole number, 1 without the flag
 */
public record FlagPrices(@Nullable BigDecimal price, String currency, BigDecimal pixelsPerUnit) {
    /** Neither flag is given. */
    public static final FlagPrices NONE = new FlagPrices(null, "", BigDecimal.ONE);

    private static final Pattern PRICE = Pattern.compile("([0-9]{1,40}(?:\\.[0-9]{1,40})?)([A-z][A-z0-9]*)?");
    /** Of what Go's {@code big.Rat} reads, all but fractions and numbers to another base. */
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?([0-9]{1,40}\\.?[0-9]{0,40}|\\.[0-9]{1,40})([eE][+-]?[0-9]{1,2})?");

    private static final Pattern OTHER_NUMBER = Pattern.compile("[+-]?[0-9][0-9a-fA-FoOxX._/pPeE+-]*");
    private static final Set<String> CURRENCIES = Set.of("", "WEI", "ETH", "USD");

    /**
     * Reads the flags as go-livepeer does ({@code cmd/livepeer/starter/starter.go:1519-1538,2536-2552} at 176aa415).
     *
     * @param pricePerUnit like {@code 1200} or {@code 0.02USD}; null when it is not given
     * @param pixelsPerUnit like {@code 1}; null when it is not given
     * @throws UsageException when go-livepeer would panic over one of them, with its words, or when the number of units is
     *     spelled in a way that is not read here
     */
    public static FlagPrices of(@Nullable String pricePerUnit, @Nullable String pixelsPerUnit) {
        BigDecimal units = pixelsPerUnit == null ? BigDecimal.ONE : units(pixelsPerUnit);
        if (pricePerUnit == null) {
            return new FlagPrices(null, "", units);
        }
        Matcher matcher = PRICE.matcher(pricePerUnit);
        if (!matcher.matches()) {
            throw panic("-pricePerUnit must be a valid integer with an optional currency, provided " + pricePerUnit);
        }
        String currency = matcher.group(2) == null ? "" : matcher.group(2);
        if (!CURRENCIES.contains(currency.toUpperCase(Locale.ROOT))) {
            throw panic("Error converting price: price feed does not have %s as a currency (ETH/USD)"
                    .formatted(currency.toUpperCase(Locale.ROOT)));
        }
        return new FlagPrices(new BigDecimal(matcher.group(1)), currency, units);
    }

    private static BigDecimal units(String text) {
        boolean plain = NUMBER.matcher(text).matches();
        if (!plain && OTHER_NUMBER.matcher(text).matches() && !text.matches(".*[eE]")) {
            throw new UsageException(
                    "-pixelsPerUnit is %s, which is not read here. Maybe write it in plain digits.".formatted(text));
        }
        BigDecimal units = plain ? new BigDecimal(text) : null;
        if (units == null || units.remainder(BigDecimal.ONE).signum() != 0) {
            throw panic("-pixelsPerUnit must be a valid integer, provided " + text);
        }
        if (units.signum() <= 0) {
            throw panic("-pixelsPerUnit must be > 0, provided " + text);
        }
        return units.setScale(0);
    }

    private static UsageException panic(String words) {
        return new UsageException(
                "go-livepeer would stop with \"panic: %s\". Maybe mend that flag first.".formatted(words));
    }

    public Optional<BigDecimal> findPrice() {
        return Optional.ofNullable(price);
    }

    /** Whether entries without a price get one: a price of 0 counts as none. */
    boolean pricesEntries() {
        return price != null && price.signum() > 0;
    }
}
