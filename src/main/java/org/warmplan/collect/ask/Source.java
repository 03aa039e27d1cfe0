package org.warmplan.collect.ask;

import java.time.Duration;
import org.warmplan.domain.InputException;
import org.warmplan.domain.SnapshotReader;

/** One kind of source: what it asks for, and what it understands of the answers. Keeps nothing between two calls. */
public interface Source extends SnapshotReader {
    /** One sentence for lists of sources: what it tells. */
    String description();

    /** How old its last snapshot may be and still count, when the settings do not say: a week and a day's slack. */
    default Duration maxAge() {
        return Duration.ofDays(8);
    }

    /**
     * Asks all that belongs into one snapshot. Called for addresses only: a source whose url is a file has that file for
     * its one part.
     *
     * @throws InputException when that without which the rest tells nothing cannot be had
     */
    default void ask(Visit visit) {
        visit.get(visit.settings().url());
    }
}
