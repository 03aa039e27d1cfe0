package org.warmplan.collect;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmplan.collect.ask.Fetcher;
import org.warmplan.collect.ask.Source;
import org.warmplan.collect.ask.SourceSettings;
import org.warmplan.collect.ask.Visit;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Snapshot;
import org.warmplan.files.SafeUrl;

/** Asks every source in turn. A source that fails stops none of the others. */
public final class Collector {
    /** The kind of issue for answers without a single fact in them. */
    public static final String NOTHING_TOLD = "nothingTold";

    private final Fetcher fetcher;
    private final List<Source> kinds;
    private final Past past;

    /** A collector that knows nothing of earlier answers. */
    public Collector(Fetcher fetcher, List<Source> kinds) {
        this(fetcher, kinds, Past.NONE);
    }

    /**
     * A collector for sources of these kinds.
     *
     * @param past what is filed of them
     */
    public Collector(Fetcher fetcher, List<Source> kinds, Past past) {
        this.fetcher = fetcher;
        this.kinds = List.copyOf(kinds);
        this.past = past;
    }

    /** What was collected before. */
    public interface Past {
        /** Nothing was. */
        Past NONE = new Past() {
            @Override
            public Optional<Snapshot> findNewest(String source) {
                return Optional.empty();
            }

            @Override
            public Stream<Snapshot> before(String source, Instant instant) {
                return Stream.empty();
            }
        };

        /** The newest snapshot that can be read of a source. */
        Optional<Snapshot> findNewest(String source);

        /** The snapshots of a source before an instant that can be read, newest first; each read only when it is come to. */
        Stream<Snapshot> before(String source, Instant instant);
    }

    /** One outcome per source, in order; every snapshot is dated {@code at}. */
    public List<Outcome> collect(List<SourceSettings> sources, Instant at) {
        return sources.stream().map(source -> collect(source, at)).toList();
    }

    /** A snapshot its reader refuses is a failure: an error page must not be filed as a week without supply. */
    private Outcome collect(SourceSettings settings, Instant at) {
        Source kind = kinds.stream()
                .filter(k -> k.kind().equals(settings.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such kind of source: " + settings + "."));
        try {
            Retired.refuse(settings);
            Snapshot newest = past.findNewest(settings.name())
                    .filter(snapshot -> snapshot.kind().equals(settings.kind()))
                    .orElse(null);
            Iterator<Snapshot> earlier = past.before(settings.name(), at.truncatedTo(ChronoUnit.HOURS))
                    .iterator();
            Visit visit = new Visit(settings, at, fetcher, newest, earlier);
            if (SafeUrl.isHttp(settings.url())) {
                kind.ask(visit);
            } else {
                visit.get(settings.url());
            }
            return collected(kind, visit, newest);
        } catch (InputException e) {
            return new Outcome.Failed(settings, String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            // What took it is let go of here; the other sources still have their turn.
            return new Outcome.Failed(
                    settings,
                    "The source %s sends more than fits into the memory. Maybe its address leads to something else."
                            .formatted(settings.safeUrl()));
        }
    }

    private static Outcome collected(Source kind, Visit visit, @Nullable Snapshot newest) {
        SourceSettings settings = visit.settings();
        if (visit.parts().isEmpty()) {
            throw new InputException(visit.issues().stream()
                    .filter(issue -> issue.kind().equals(Visit.ENDPOINT_FAILED))
                    .findFirst()
                    .map(DataIssue::message)
                    .orElse("The source " + settings.safeUrl() + " gave no answer. Maybe try again later."));
        }
        Snapshot snapshot = new Snapshot(settings.name(), settings.kind(), visit.at(), visit.parts());
        Reading reading = kind.read(snapshot);
        List<DataIssue> issues = new ArrayList<>(visit.issues());
        issues.addAll(reading.issues());
        if (reading.observations().isEmpty() && issues.isEmpty()) {
            issues.add(new DataIssue(
                    NOTHING_TOLD,
                    settings.name(),
                    "",
                    "",
                    "The answers can be read, and tell nothing that is looked for here."));
        }
        return new Outcome.Collected(
                settings,
                snapshot,
                new Reading(reading.observations(), issues),
                newest == null ? null : News.between(kind, newest, reading, visit.at()));
    }
}
