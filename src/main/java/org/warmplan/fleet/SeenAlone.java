package org.warmplan.fleet;

import org.warmplan.domain.Vram;
import org.warmplan.domain.Workload;

/**
 * A workload was seen running on a card with nothing else on it, in a container that go-livepeer started.
 *
 * @param gpuName NVML name of the card
 * @param total the card's whole memory as reported, {@link Vram#ZERO} when it was not
 * @param source where it was seen
 */
public record SeenAlone(Workload workload, String gpuName, Vram total, String source) {
    /** Totals are reported rounded and differ a little by driver; sizes sold under one name differ by GiB. */
    private static final Vram TOLERANCE = Vram.ofMib(256);

    /** True when it was seen on such a card: the same name, and no more memory than this class has. */
    public boolean isOn(CardClass card) {
        return gpuName.equalsIgnoreCase(card.gpuName())
                && total.fitsIn(card.total().plus(TOLERANCE));
    }
}
