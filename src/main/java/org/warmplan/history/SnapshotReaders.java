package org.warmplan.history;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.warmplan.domain.SnapshotReader;

/**
 * Who understands snapshots.
 *
 * @param version goes up whenever one of them reads something else out of the same snapshot than before, so that nothing
 *     is kept of what they said then
 */
public record SnapshotReaders(int version, List<SnapshotReader> list) {
    public SnapshotReaders {
        list = List.copyOf(list);
    }

    public static SnapshotReaders of(int version, Collection<? extends SnapshotReader> readers) {
        return new SnapshotReaders(version, List.copyOf(readers));
    }

    public Optional<SnapshotReader> find(String kind) {
        return list.stream().filter(reader -> reader.kind().equals(kind)).findFirst();
    }

    /** Which they are and of which version, on one line. */
    public String signature() {
        return version
                + list.stream().map(reader -> " " + reader.kind()).sorted().collect(Collectors.joining());
    }
}
