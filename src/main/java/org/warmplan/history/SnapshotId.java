package org.warmplan.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.warmplan.domain.Snapshot;

/**
 * What a snapshot is filed under. Ordered by time, then source.
 *
 * @param instant cut to whole seconds, as file names carry no more
 */
public record SnapshotId(String source, Instant instant) implements Comparable<SnapshotId> {
    private static final Comparator<SnapshotId> ORDER =
            Comparator.comparing(SnapshotId::instant).thenComparing(SnapshotId::source);

    public SnapshotId {
        if (!Snapshot.SOURCE_NAME.matcher(source).matches()) {
            throw new IllegalArgumentException(
                    "The source name (" + source + ") must match " + Snapshot.SOURCE_NAME + ".");
        }
        instant = instant.truncatedTo(ChronoUnit.SECONDS);
    }

    public static SnapshotId of(Snapshot snapshot) {
        return new SnapshotId(snapshot.source(), snapshot.instant());
    }

    @Override
    public int compareTo(SnapshotId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return source + " at " + instant;
    }
}
