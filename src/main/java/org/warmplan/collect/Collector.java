package org.warmplan.collect;

import java.time.Instant;
import java.util.List;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.SnapshotReader;

/** Asks every source in turn. A source that fails stops none of the others. */
public final class Collector {
    private final Fetcher fetcher;
    private final List<SnapshotReader> readers;

    public Collector(Fetcher fetcher, List<SnapshotReader> readers) {
        this.fetcher = fetcher;
        this.readers = List.copyOf(readers);
    }

    /** One outcome per source, in order; every snapshot is dated {@code at}. */
    public List<Outcome> collect(List<SourceSettings> sources, Instant at) {
        return sources.stream().map(source -> collect(source, at)).toList();
    }

    /** A snapshot its reader refuses is a failure: an error page must not be filed as a week without supply. */
    private Outcome collect(SourceSettings source, Instant at) {
        SnapshotReader reader = readers.stream()
                .filter(r -> r.kind().equals(source.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No reader for the source " + source + "."));
        try {
            Snapshot snapshot = new Snapshot(source.name(), source.kind(), at, List.of(fetcher.fetch(source.url())));
            return new Outcome.Collected(source, snapshot, reader.read(snapshot));
        } catch (InputException e) {
            return new Outcome.Failed(source, String.valueOf(e.getMessage()));
        }
    }
}
