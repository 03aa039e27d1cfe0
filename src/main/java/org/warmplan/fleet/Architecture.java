package org.warmplan.fleet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A generation of cards, kept only where a runner image makes a difference between them. */
public enum Architecture {
    /** RTX 50 series, RTX PRO Blackwell, B100 to B300. */
    BLACKWELL("RTX 50[5-9]0|Blackwell|\\bG?B[123]00\\b");

    private final Pattern names;

    Architecture(String names) {
        this.names = Pattern.compile(names, Pattern.CASE_INSENSITIVE);
    }

    /** As written in the catalogue, like {@code blackwell}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Architecture> findBySlug(String slug) {
        return Arrays.stream(values()).filter(a -> a.slug().equals(slug)).findFirst();
    }

    /** Told by the card's name, for cards the catalogue does not hold. */
    static Optional<Architecture> findByGpuName(String name) {
        return Arrays.stream(values()).filter(a -> a.names.matcher(name).find()).findFirst();
    }
}
