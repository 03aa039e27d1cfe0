package org.warmplan.cli;

import org.warmplan.history.SnapshotId;

/** How much room a snapshot takes on disk. */
record FiledSize(SnapshotId id, long bytes) {}
