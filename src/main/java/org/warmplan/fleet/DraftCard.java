package org.warmplan.fleet;

import java.util.List;
import java.util.OptionalLong;

/**
 * A card for a fleet draft.
 *
 * @param index its number on the machine, from 0
 * @param name as reported; empty when it was not
 * @param vramMib all its memory, more than 0; empty when it was not reported
 * @param notes what else is known about it, for comments
 */
public record DraftCard(int index, String name, OptionalLong vramMib, List<String> notes) {
    /** What names of cards are cut to in a fleet file. */
    static final int LONGEST_NAME = 128;

    public DraftCard {
        notes = List.copyOf(notes);
        if (index < 0 || vramMib.orElse(1) <= 0) {
            throw new IllegalArgumentException("The card " + index + " of " + vramMib + " MiB cannot be.");
        }
    }
}
