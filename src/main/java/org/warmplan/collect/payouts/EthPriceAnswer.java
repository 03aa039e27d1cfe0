package org.warmplan.collect.payouts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.warmplan.collect.answer.Payload;
import org.warmplan.domain.EthPrice;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Snapshot;

/**
 * The answer of {@code prices/ETH/USD/latest}. Its fields are {@code price} and {@code block_timestamp}
 * ({@code routes/prices.rs}); the other names are what such services call them elsewhere.
 */
final class EthPriceAnswer {
    private static final List<String> PRICES = List.of("price", "usd", "value");
    private static final List<String> TIMES =
            List.of("block_timestamp", "as_of", "asof", "asOf", "timestamp", "updated_at");
    private static final BigDecimal MOST = BigDecimal.TEN.pow(9);

    private EthPriceAnswer() {}

    static boolean isOne(Payload root) {
        return PRICES.stream().anyMatch(field -> !row(root).at(field).isAbsent());
    }

    /** @throws InputException when it is no price of ETH in dollars, or not dated */
    static EthPrice read(Snapshot.Part part, Payload root, Instant seenAt) {
        Payload row = row(root);
        if (!isEth(row)) {
            throw new InputException(
                    "%s is no price of ETH in USD. Maybe another pair was asked for.".formatted(part.url()));
        }
        Optional<BigDecimal> usd = PRICES.stream()
                .filter(field -> !row.at(field).isAbsent())
                .findFirst()
                .flatMap(field ->
                        row.findAmount(field, MOST, "priceInvalid", "A price that is no sound amount was left out."))
                .filter(price -> price.signum() > 0);
        Optional<Instant> asOf = TIMES.stream()
                .filter(field -> !row.at(field).isAbsent())
                .findFirst()
                .flatMap(row::findInstant);
        if (usd.isEmpty() || asOf.isEmpty()) {
            throw new InputException(
                    "%s holds no dated price above 0. Maybe its format has changed.".formatted(part.url()));
        }
        return new EthPrice(seenAt, asOf.get(), usd.get());
    }

    private static Payload row(Payload root) {
        return root.at("data").isObject() ? root.at("data") : root;
    }

    private static boolean isEth(Payload row) {
        return isOrAbsent(row, "asset", "ETH") && isOrAbsent(row, "quote", "USD");
    }

    private static boolean isOrAbsent(Payload row, String field, String wanted) {
        return row.at(field).isAbsent() || row.plain(field).equalsIgnoreCase(wanted);
    }
}
