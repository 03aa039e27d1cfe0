package org.warmplan.collect.answer;

import java.math.BigDecimal;
import java.util.Optional;

/** Figures a row cannot do without: absent is as bad as unsound, and both are counted. */
public final class Figures {
    /** More sessions, jobs, cards, minutes, ETH or LPT than this are damage. */
    public static final BigDecimal MOST = BigDecimal.TEN.pow(12);

    private static final String MESSAGE = "A row was left out: a figure of it is missing, or no sound one.";

    private Figures() {}

    /** The amount in {@code name}, as a number or as text, from 0 to {@link #MOST}. */
    public static Optional<BigDecimal> findAmount(Payload row, String name) {
        return findAmount(row, name, MOST);
    }

    /** The amount in {@code name}, as a number or as text, from 0 to {@code most}. */
    public static Optional<BigDecimal> findAmount(Payload row, String name, BigDecimal most) {
        if (row.at(name).isAbsent()) {
            row.at(name).odd("figureInvalid", MESSAGE);
        }
        return row.findAmount(name, most, "figureInvalid", MESSAGE);
    }

    /** The whole number in {@code name}, as a number or as text, from 0 to {@link #MOST}. */
    public static Optional<Long> findCount(Payload row, String name) {
        return findWhole(row, name, MOST).map(BigDecimal::longValueExact);
    }

    /** The whole number in {@code name}, as a number or as text, from 0 to {@code most}. */
    public static Optional<BigDecimal> findWhole(Payload row, String name, BigDecimal most) {
        Optional<BigDecimal> amount = findAmount(row, name, most);
        if (amount.isPresent() && amount.get().stripTrailingZeros().scale() > 0) {
            row.at(name).odd("figureInvalid", MESSAGE);
            return Optional.empty();
        }
        return amount;
    }
}
