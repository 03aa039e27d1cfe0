package org.warmplan.history;

/**
 * How a snapshot lies on disk.
 *
 * @param bytes its size, packed; 0 when it is gone
 * @param modified when it was last written, in milliseconds since 1970; 0 when it is gone
 */
public record SnapshotFile(long bytes, long modified) {}
