package org.warmplan.fleet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.warmplan.domain.Workload;
import org.warmplan.files.Fields;

/** The operator's own prices in a fleet file. */
final class PricesSection {
    private static final BigDecimal MOST = BigDecimal.TEN.pow(30);
    private static final long MOST_UNITS = 1_000_000_000_000_000L;
    /** No unit of any pipeline is worth a tenth of a cent; a price in wei under the currency USD is 10^9 times that. */
    private static final BigDecimal MOST_USD = new BigDecimal("0.001");

    private PricesSection() {}

    static List<OwnPrice> read(Fields root) {
        List<OwnPrice> prices = new ArrayList<>();
        for (Fields fields : root.objects("prices")) {
            OwnPrice price = price(fields);
            for (int i = 0; i < prices.size(); i++) {
                if (prices.get(i).workload().equals(price.workload())) {
                    throw fields.wrong(
                            "workload", "has its price in prices[" + i + "] already", "remove one of the two entries");
                }
            }
            prices.add(price);
        }
        return prices;
    }

    private static OwnPrice price(Fields fields) {
        Workload workload = WorkloadField.read(fields);
        BigDecimal amount = fields.number("pricePerUnit", MOST.negate(), MOST);
        if (amount.signum() <= 0) {
            throw fields.wrong(
                    "pricePerUnit",
                    "is %s, not above 0".formatted(Figure.plain(amount)),
                    "leave the entry out to have a price suggested");
        }
        long units = fields.findInteger("pixelsPerUnit", 1, MOST_UNITS).orElse(1);
        Currency currency = currency(fields);
        requireCheapEnough(fields, amount, units, currency);
        fields.end();
        return new OwnPrice(workload, amount, units, currency);
    }

    private static Currency currency(Fields fields) {
        String word = fields.findText("currency").orElse(Currency.WEI.word());
        return Arrays.stream(Currency.values())
                .filter(c -> c.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> fields.wrong(
                        "currency", "is \"" + word + "\", not wei, eth or usd", "leave it out, which means wei"));
    }

    private static void requireCheapEnough(Fields fields, BigDecimal amount, long units, Currency currency) {
        BigDecimal each = amount.divide(BigDecimal.valueOf(units), MathContext.DECIMAL64);
        if (currency == Currency.USD && each.compareTo(MOST_USD) > 0) {
            throw fields.wrong(
                    "pricePerUnit",
                    "makes %s dollars for each billed unit, more than %s"
                            .formatted(Figure.plain(each), Figure.plain(MOST_USD)),
                    "the price is in wei: leave out the currency");
        }
    }
}
