package org.warmplan.fleet;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Vram;

/**
 * A card as NVML names it.
 *
 * @param nominalGb the size it is sold with in GB; empty when nothing states it
 * @param vram its memory, null when nothing public states it
 * @param rounded true when {@code vram} is a whole GiB from a table of results instead of NVML's own figure
 * @param severalSizes true when cards with different memory carry this name
 * @param computeCapability like {@code 8.9}
 * @param source where the name and the figures come from
 */
public record CatalogueGpu(
        String name,
        OptionalInt nominalGb,
        @Nullable Vram vram,
        boolean rounded,
        boolean severalSizes,
        @Nullable String computeCapability,
        @Nullable Architecture architecture,
        String source,
        @Nullable String note) {}
