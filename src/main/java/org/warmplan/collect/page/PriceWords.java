package org.warmplan.collect.page;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.UnitPrice;

/**
 * A price as a table states it: {@code 2,287 wei}, {@code 0.5 gwei per pixel}, {@code 10/3} under "Price (wei)". The network
 * bills per pixel, millisecond, token or character; a price for anything else, or in no unit, is none that can be compared.
 */
final class PriceWords {
    private static final int MAX_TEXT = 60;
    private static final Pattern FORM = Pattern.compile(
            "(\\d[\\d,]{0,29}(?:\\.\\d{1,20})?)(?: ?/ ?(\\d[\\d,]{0,29}))? ?(wei|gwei|eth)?(?: ?(?:/|per) ?([a-z ]{1,30}))?");
    private static final Pattern UNIT =
            Pattern.compile("(?:output |input )?(?:px|pixels?|units?|ms|milliseconds?|tokens?|char|characters?)");
    private static final Pattern OTHER_UNIT = Pattern.compile(
            "\\b(?:s|secs?|seconds?|mins?|minutes?|h|hours?|days?|weeks?|million|mpx|images?|requests?|jobs?|usd)\\b|\\$");

    private PriceWords() {}

    /** The price in {@code cell}; its currency and unit may stand in {@code heading}. */
    static Optional<UnitPrice> find(String cell, String heading) {
        String lower = heading.toLowerCase(Locale.ROOT);
        Matcher matcher = FORM.matcher(cell.toLowerCase(Locale.ROOT));
        if (cell.length() > MAX_TEXT
                || !matcher.matches()
                || OTHER_UNIT.matcher(lower).find()) {
            return Optional.empty();
        }
        String unit = matcher.group(4);
        Optional<BigDecimal> wei = findWei(matcher.group(3), lower);
        BigDecimal units = number(matcher.group(2) == null ? "1" : matcher.group(2));
        if (wei.isEmpty()
                || units.signum() == 0
                || (unit != null && !UNIT.matcher(unit.strip()).matches())) {
            return Optional.empty();
        }
        BigDecimal price = number(matcher.group(1)).multiply(wei.get());
        return price.signum() == 0 ? Optional.empty() : Optional.of(UnitPrice.of(price, units));
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits.replace(",", ""));
    }

    /** How many wei one of the currency is. */
    private static Optional<BigDecimal> findWei(@Nullable String currency, String heading) {
        String text = currency == null ? heading : currency;
        if (text.matches(".*\\bgwei\\b.*")) {
            return Optional.of(BigDecimal.TEN.pow(9));
        }
        if (text.matches(".*\\bwei\\b.*")) {
            return Optional.of(BigDecimal.ONE);
        }
        return text.matches(".*\\beth\\b.*") ? Optional.of(BigDecimal.TEN.pow(18)) : Optional.empty();
    }
}
