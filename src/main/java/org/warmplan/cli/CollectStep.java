package org.warmplan.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.warmplan.collect.Collector;
import org.warmplan.collect.News;
import org.warmplan.collect.Outcome;
import org.warmplan.collect.SourceKinds;
import org.warmplan.collect.answer.EachPart;
import org.warmplan.collect.ask.Fetcher;
import org.warmplan.collect.ask.Limits;
import org.warmplan.collect.ask.RecordedAnswers;
import org.warmplan.collect.ask.Recorder;
import org.warmplan.collect.ask.SourceSettings;
import org.warmplan.collect.ask.StoppedException;
import org.warmplan.collect.ask.Visit;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.Observation;
import org.warmplan.history.SnapshotStore;

/** Asks the sources and files what they say, with a line per source. Each is filed before the next is asked. */
final class CollectStep {
    private final Surroundings surroundings;
    private final SnapshotStore store;
    private final Limits limits;
    private final @Nullable Path record;

    CollectStep(Surroundings surroundings, SnapshotStore store) {
        this(surroundings, store, Limits.USUAL, null);
    }

    /** With other limits than the usual ones, and a folder that raw answers are kept in, null for none. */
    CollectStep(Surroundings surroundings, SnapshotStore store, Limits limits, @Nullable Path record) {
        this.surroundings = surroundings;
        this.store = store;
        this.limits = limits;
        this.record = record;
    }

    /**
     * What became of one source.
     *
     * @param instant what its snapshot is filed under, also when an earlier one of this hour says the same; null when it
     *     failed
     * @param filed whether a snapshot was filed
     */
    record Asked(Outcome outcome, @Nullable Instant instant, boolean filed) {}

    /**
     * What became of a collection.
     *
     * @param asked in the order asked
     * @param last the latest instant a snapshot was filed under: a second later when the place of another was taken
     */
    record Filed(List<Asked> asked, Instant last) {
        /** What failed, in the order asked, for the caller to tell. */
        List<Outcome.Failed> failures() {
            return asked.stream()
                    .map(Asked::outcome)
                    .filter(Outcome.Failed.class::isInstance)
                    .map(Outcome.Failed.class::cast)
                    .toList();
        }
    }

    /**
     * Asks all sources and files what succeeded.
     *
     * @throws StoppedException when called off; what was filed before stays
     */
    Filed collect(List<SourceSettings> sources, Instant at) {
        Recorder recorder = record == null ? Recorder.NONE : new RecordedAnswers(record, at, sources);
        // The jitter only spreads retries over time; its seed changes no result.
        Fetcher fetcher =
                new Fetcher(surroundings.clock(), new Random(0), surroundings.ctrlC()::waitFor, limits, recorder);
        Collector collector = new Collector(fetcher, SourceKinds.list(), new FiledPast(store));
        return surroundings.ctrlC().during(() -> collect(collector, sources, at), fetcher::stop);
    }

    private Filed collect(Collector collector, List<SourceSettings> sources, Instant at) {
        List<Asked> asked = new ArrayList<>();
        Instant last = at;
        for (SourceSettings source : sources) {
            surroundings.progress().collecting(asked.size() + 1, sources.size(), source.name());
            Asked answer = file(collector.collect(List.of(source), at).get(0));
            asked.add(answer);
            Instant instant = answer.instant();
            last = instant != null && instant.isAfter(last) ? instant : last;
        }
        surroundings.progress().clear();
        return new Filed(asked, last);
    }

    private Asked file(Outcome outcome) {
        if (!(outcome instanceof Outcome.Collected collected)) {
            return new Asked(outcome, null, false);
        }
        // Another collector may have filed the same meanwhile.
        SnapshotStore.Filed filed = store.file(collected.snapshot(), collected::repeats);
        surroundings.say(told(collected, filed));
        collected.reading().issues().stream()
                .flatMap(issue -> lost(issue).stream())
                .forEach(
                        lost -> surroundings.say(Tone.CARE, collected.settings().name() + ": " + lost));
        return new Asked(outcome, filed.snapshot().instant(), filed.isNew());
    }

    /** What an issue tells of an answer that is missing as a whole: more than a field is lost. */
    private static Optional<String> lost(DataIssue issue) {
        return switch (issue.kind()) {
            case Visit.ENDPOINT_FAILED -> Optional.of(issue.message());
            case EachPart.PART_UNREADABLE -> Optional.of(issue.path() + " " + issue.value());
            case Collector.NOTHING_TOLD -> Optional.of(issue.message());
            default -> Optional.empty();
        };
    }

    private static String told(Outcome.Collected collected, SnapshotStore.Filed filed) {
        List<Observation> observations = collected.reading().observations();
        String found = "%s: %d observations, %d issues; "
                .formatted(
                        collected.settings().name(),
                        observations.size(),
                        collected.reading().issues().size());
        if (!filed.isNew()) {
            return found + "nothing new since " + filed.snapshot().instant() + ", so nothing was filed";
        }
        News news = collected.news();
        if (news == null) {
            return found + "the first snapshot of this source";
        }
        String since = " since " + news.since();
        return news.fresh() + news.gone() == 0
                ? found + "unchanged" + since
                : found + "%d new, %d gone".formatted(news.fresh(), news.gone()) + since;
    }
}
