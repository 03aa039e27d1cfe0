package org.warmplan.worker;

/** A warm container of an entry on the slot it lands on. */
public record Placement(AiModel entry, Slot slot) {
    @Override
    public String toString() {
        return entry.label() + " on " + slot;
    }
}
