package org.warmplan.fleet;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Vram;
import org.warmplan.domain.Workload;

/**
 * The operator's own figures for a workload. At least one is there.
 *
 * @param gpuName NVML name of the card they hold for, null for every card
 * @param vram most VRAM while serving
 * @param loadSeconds from start to ready, in seconds
 */
public record FigureOverride(
        Workload workload,
        @Nullable String gpuName,
        @Nullable Vram vram,
        @Nullable BigDecimal loadSeconds) {
    public FigureOverride {
        if (vram == null && loadSeconds == null) {
            throw new IllegalArgumentException("The override of " + workload + " must say something.");
        }
    }

    /** True when it was given for this very card, not for every card. */
    public boolean isFor(String name) {
        return gpuName != null && gpuName.equalsIgnoreCase(name);
    }
}
