package org.warmplan.fleet;

import org.warmplan.domain.Vram;

/**
 * Cards that are the same to a plan: one name, one size.
 *
 * @param gpuName NVML name
 * @param total all the memory of the card
 * @param net what plans may use of an otherwise empty card: the total without the headroom
 */
public record CardClass(String gpuName, Vram total, Vram net) {
    public CardClass {
        if (!net.fitsIn(total)) {
            throw new IllegalArgumentException(
                    "The net VRAM (" + net + ") of " + gpuName + " must not be more than its total (" + total + ").");
        }
    }

    /** The class of a card of the fleet. What is reserved on the one card is no matter of its class. */
    public static CardClass of(FleetGpu gpu, Vram headroom) {
        return new CardClass(gpu.name(), gpu.vram(), gpu.vram().minusOrZero(headroom));
    }
}
