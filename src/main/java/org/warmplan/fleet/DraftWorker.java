package org.warmplan.fleet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A worker for a fleet draft.
 *
 * @param name fit for a fleet file
 * @param notes what is known about the machine, for comments
 * @param cards in the order that is supposed; empty when none is known
 * @param current its aiModels.json, null when it is not known
 */
public record DraftWorker(
        String name,
        List<String> notes,
        List<DraftCard> cards,
        @Nullable Current current) {
    public DraftWorker {
        notes = List.copyOf(notes);
        cards = List.copyOf(cards);
    }

    /**
     * A current aiModels.json.
     *
     * @param path seen from the draft's folder
     * @param containers how many it keeps warm, at least 0
     * @param unpriced whether no entry has a price or a gateway, as in the files of remote workers
     */
    public record Current(String path, long containers, boolean unpriced) {}
}
