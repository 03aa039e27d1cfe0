package org.warmplan.fleet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How many denoising steps a model is made for: our own grouping by its name. */
public enum StepKind {
    STANDARD,
    LIGHTNING,
    TURBO,
    /** Made for few steps, but the runner does not recognise it by its name. */
    FEW_STEP;

    /** As written in the catalogue, like {@code few-step}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<StepKind> findBySlug(String slug) {
        return Arrays.stream(values()).filter(k -> k.slug().equals(slug)).findFirst();
    }
}
