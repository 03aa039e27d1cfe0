package org.warmplan.worker.diff;

import java.util.Map;
import java.util.TreeMap;
import org.warmplan.files.Visible;
import org.warmplan.fleet.FleetGpu;
import org.warmplan.fleet.FleetWorker;
import org.warmplan.worker.Slot;

/** What slots are called in sentences: by their number, and by their card where the fleet is known. */
public final class SlotNames {
    private static final int MOST = 80;

    private final Map<String, String> cards = new TreeMap<>();
    private final boolean several;

    private SlotNames(boolean several) {
        this.several = several;
    }

    /** By their numbers alone. */
    public static SlotNames numbers() {
        return new SlotNames(false);
    }

    /** With the cards of a worker. */
    public static SlotNames of(FleetWorker worker) {
        SlotNames names = new SlotNames(worker.containersPerGpu() > 1);
        for (FleetGpu gpu : worker.gpus()) {
            names.cards.put(gpu.device(), Visible.brief(gpu.name(), MOST));
        }
        return names;
    }

    /** Like {@code slot 1 (GPU 1, NVIDIA GeForce RTX 3090)}. */
    String of(Slot slot) {
        String card = cards.get(slot.device());
        String container = several ? ", container " + (slot.container() + 1) : "";
        return "slot " + slot.position()
                + (card == null ? "" : " (GPU %s, %s%s)".formatted(slot.device(), card, container));
    }
}
