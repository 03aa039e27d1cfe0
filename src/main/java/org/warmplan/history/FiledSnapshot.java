package org.warmplan.history;

import org.jspecify.annotations.Nullable;

/**
 * A snapshot as a list of what is filed shows it.
 *
 * @param kind empty when the file cannot be read that far
 * @param sha256 as {@link SnapshotHash} has it; empty when the file cannot be read
 * @param parts 0 when the file cannot be read
 * @param bytes size of the file
 * @param observations how many facts it gave
 * @param issues how much in it was odd
 * @param problem why nothing could be read from it, null when it could
 */
public record FiledSnapshot(
        SnapshotId id,
        String kind,
        String sha256,
        int parts,
        long bytes,
        int observations,
        int issues,
        @Nullable String problem) {}
