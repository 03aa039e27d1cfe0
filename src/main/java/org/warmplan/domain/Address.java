package org.warmplan.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An Ethereum address, lower-case: sources disagree on the letter case, and it carries no meaning for joining. */
public record Address(String value) implements Comparable<Address> {
    private static final Pattern FORM = Pattern.compile("0x[0-9a-f]{40}");

    public Address {
        value = value.toLowerCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("The address (" + value + ") must be 0x and 40 hexadecimal digits.");
        }
    }

    public static Optional<Address> find(String text) {
        return FORM.matcher(text.toLowerCase(Locale.ROOT)).matches()
                ? Optional.of(new Address(text))
                : Optional.empty();
    }

    /** First and last digits, for tables. */
    public String brief() {
        return value.substring(0, 8) + "…" + value.substring(38);
    }

    @Override
    public int compareTo(Address other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
