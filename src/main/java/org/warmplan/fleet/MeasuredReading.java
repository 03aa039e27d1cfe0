package org.warmplan.fleet;

import java.math.BigDecimal;
import org.warmplan.domain.Vram;

/**
 * VRAM in use on a card when a container of the model had become ready: idle weights with whatever else was on the card,
 * not the peak of a request.
 *
 * @param gpuName NVML name of the card
 * @param total the card's whole memory as reported, rounded to 0.01 GiB
 * @param lowGib lowest reading in GiB
 * @param highGib highest reading in GiB
 * @param samples number of readings, at least 1
 */
public record MeasuredReading(
        String gpuName, Vram total, BigDecimal lowGib, BigDecimal highGib, int samples, String source) {
    /** The highest reading. */
    public Vram high() {
        return Vram.ofGib(highGib);
    }
}
