package org.warmplan.history;

import java.time.Instant;
import org.warmplan.domain.Snapshot;

/**
 * Which snapshot something was computed from.
 *
 * @param sha256 as {@link SnapshotHash} has it
 */
public record InputSnapshot(String source, String kind, Instant instant, String sha256) {
    static InputSnapshot of(Snapshot snapshot) {
        return new InputSnapshot(snapshot.source(), snapshot.kind(), snapshot.instant(), SnapshotHash.of(snapshot));
    }
}
