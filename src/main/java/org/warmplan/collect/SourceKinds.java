package org.warmplan.collect;

import java.util.List;
import org.warmplan.domain.SnapshotReader;

/** The kinds of source this version understands. */
public final class SourceKinds {
    private static final List<SnapshotReader> READERS =
            List.of(new ExplorerOrchestratorsReader(), new NetworkCapabilitiesReader());

    private SourceKinds() {}

    /** One reader per kind, ordered by kind. */
    public static List<SnapshotReader> listReaders() {
        return READERS;
    }

    /** The kinds in alphabetical order, as sources.yaml names them. */
    public static List<String> listKinds() {
        return READERS.stream().map(SnapshotReader::kind).toList();
    }
}
