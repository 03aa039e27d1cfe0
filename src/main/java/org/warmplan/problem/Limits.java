package org.warmplan.problem;

import java.util.Collection;
import java.util.List;

/** The ranges every problem keeps to. Their messages name the value; the reader of a file adds the place. */
final class Limits {
    static final long MAX_AMOUNT = 1_000_000_000_000L;
    static final int MAX_UNITS = 10_000;
    static final int MAX_ID = 512;
    static final long MAX_SUM = 4_000_000_000_000_000_000L;

    private Limits() {}

    static void id(String what, String id) {
        if (id.isEmpty() || id.codePointCount(0, id.length()) > MAX_ID) {
            throw new IllegalArgumentException(
                    "The id of a %s must have 1 to %d characters, not %d.".formatted(what, MAX_ID, id.length()));
        }
    }

    static void amount(String what, long amount) {
        between(what, amount, 0, MAX_AMOUNT);
    }

    static void between(String what, long amount, long min, long max) {
        if (amount < min || amount > max) {
            throw new IllegalArgumentException(
                    "The %s is %d; it must be from %d to %d.".formatted(what, amount, min, max));
        }
    }

    static void falling(String what, List<Long> amounts) {
        for (int k = 0; k < amounts.size(); k++) {
            amount(what, amounts.get(k));
            if (k > 0 && amounts.get(k) > amounts.get(k - 1)) {
                throw new IllegalArgumentException("The %s rises from %d to %d; it must never rise."
                        .formatted(what, amounts.get(k - 1), amounts.get(k)));
            }
        }
    }

    static void known(String what, String id, Collection<String> ids) {
        if (!ids.contains(id)) {
            throw new IllegalArgumentException("The %s %s is not declared.".formatted(what, id));
        }
    }
}
