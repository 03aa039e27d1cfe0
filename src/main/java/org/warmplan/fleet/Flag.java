package org.warmplan.fleet;

import java.util.Arrays;
import java.util.Optional;

/** An optimisation flag that ai-runner reads; never both on one container. */
public enum Flag {
    /** Stable-fast: compiles the model; documented to be up to 25 % faster, with a slow first request. */
    SFAST,
    /** DeepCache: leaves out part of the work of most steps; documented to be up to 50 % faster. */
    DEEPCACHE;

    /** By the name in {@code optimization_flags}. */
    public static Optional<Flag> find(String name) {
        return Arrays.stream(values()).filter(flag -> flag.name().equals(name)).findFirst();
    }

    /** Whether the flag is sound on a model, and why. */
    public FlagVerdict of(CatalogueModel model) {
        return this == SFAST ? model.sfast() : model.deepcache();
    }
}
