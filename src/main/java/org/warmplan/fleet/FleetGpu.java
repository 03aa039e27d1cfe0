package org.warmplan.fleet;

import org.warmplan.domain.Vram;

/**
 * A card of the fleet.
 *
 * @param device the string given to {@code -nvidia}: one digit
 * @param name NVML name, as the catalogue has it where it knows the card
 * @param vram all its memory
 * @param reserved what transcoding, a display or an external container takes of it; less than {@code vram}
 */
public record FleetGpu(String device, String name, Vram vram, Vram reserved) {
    public FleetGpu {
        if (reserved.compareTo(vram) >= 0) {
            throw new IllegalArgumentException("Nothing is left of the " + vram + " of device " + device + ".");
        }
    }
}
