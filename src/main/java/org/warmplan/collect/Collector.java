package org.warmplan.collect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
    private final Fetcher fetcher;
    private final List<Source> kinds;
    private final Function<String, Optional<Snapshot>> last;

    /** A collector that knows nothing of earlier answers. */
    public Collector(Fetcher fetcher, List<Source> kinds) {
        this(fetcher, kinds, name -> Optional.empty());
    }

    /**
     * A collector for sources of these kinds.
     *
     * @param last the newest snapshot filed under a source's name
     */
    public Collector(Fetcher fetcher, List<Source> kinds, Function<String, Optional<Snapshot>> last) {
        this.fetcher = fetcher;
        this.kinds = List.copyOf(kinds);
        this.last = last;
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
            Visit visit =
                    new Visit(settings, at, fetcher, last.apply(settings.name()).orElse(null));
            if (SafeUrl.isHttp(settings.url())) {
                kind.ask(visit);
            } else {
                visit.get(settings.url());
            }
            return collected(kind, visit);
        } catch (InputException e) {
            return new Outcome.Failed(settings, String.valueOf(e.getMessage()));
        }
    }

    private static Outcome collected(Source kind, Visit visit) {
        SourceSettings settings = visit.settings();
        if (visit.parts().isEmpty()) {
            throw new InputException(visit.findFailure()
                    .orElse("The source " + settings.safeUrl() + " gave no answer. Maybe try again later."));
        }
        Snapshot snapshot = new Snapshot(settings.name(), settings.kind(), visit.at(), visit.parts());
        Reading reading = kind.read(snapshot);
        List<DataIssue> issues = new ArrayList<>(visit.issues());
        issues.addAll(reading.issues());
        return new Outcome.Collected(settings, snapshot, new Reading(reading.observations(), issues));
    }
}
