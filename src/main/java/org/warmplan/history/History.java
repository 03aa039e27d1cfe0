package org.warmplan.history;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.warmplan.domain.Address;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Window;

/** Answers what was seen, and when, from filed snapshots. */
public interface History {
    /** A history that reads the snapshots anew for every answer. */
    static History of(SnapshotStore store, SnapshotReaders readers) {
        return new ReadHistory(store, readers);
    }

    /**
     * What the snapshots of a window say. One that is damaged, that its reader refuses, or of a kind that no reader
     * understands is passed over with an issue.
     *
     * @param sources which sources count, by their names
     */
    Observed observe(Window window, Predicate<String> sources);

    /** Like {@link #observe(Window, Predicate)}, from all sources. */
    default Observed observe(Window window) {
        return observe(window, source -> true);
    }

    /**
     * The offers of an orchestrator that name cards, from the newest snapshot that has such an offer, in its order; empty
     * when none has.
     *
     * @param upTo later snapshots do not count
     */
    List<Offer> offersWithCards(Address orchestrator, Instant upTo);

    /** All that is filed, oldest first. */
    List<FiledSnapshot> filed();
}
