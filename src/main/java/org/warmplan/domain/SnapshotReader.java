package org.warmplan.domain;

/** Understands the snapshots of one kind. */
public interface SnapshotReader {
    /** The kind it understands, as in sources.yaml. */
    String kind();

    /**
     * Reads the facts out of a snapshot.
     *
     * @throws InputException when the snapshot as a whole says nothing: no JSON, an error page, a page without data
     */
    Reading read(Snapshot snapshot);
}
