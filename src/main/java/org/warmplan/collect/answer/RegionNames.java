package org.warmplan.collect.answer;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The regions that tests run from, like {@code FRA}; services write them in either case. */
public final class RegionNames {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,31}");

    private RegionNames() {}

    /** The region {@code name}, upper-case; empty, with an issue at {@code where}, when it can be no region's name. */
    public static Optional<String> find(String name, Payload where) {
        String upper = name.strip().toUpperCase(Locale.ROOT);
        if (FORM.matcher(upper).matches()) {
            return Optional.of(upper);
        }
        where.odd("regionInvalid", name, "A region whose name makes no sense was left out.");
        return Optional.empty();
    }
}
