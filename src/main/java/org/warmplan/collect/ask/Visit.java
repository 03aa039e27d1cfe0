package org.warmplan.collect.ask;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Snapshot;
import org.warmplan.files.SafeUrl;

/** One collection of one source: keeps the answers in the order asked. An answer is kept whole or not at all. */
public final class Visit {
    /** The kind of issue for an endpoint that gave nothing; its message is the whole sentence. */
    public static final String ENDPOINT_FAILED = "endpointFailed";

    private final SourceSettings settings;
    private final Instant at;
    private final Fetcher fetcher;
    private final Instant until;
    private final @Nullable Snapshot last;
    private final EarlierAnswers earlier;
    private final List<Snapshot.Part> parts = new ArrayList<>();
    private final DataIssues issues = new DataIssues();

    /**
     * A visit that has not asked yet.
     *
     * @param at when the collection began
     * @param last the newest snapshot of this source, null when there is none; what it holds need not be sent again
     * @param earlier those taken before this hour, newest first: within an hour the same is asked again and again
     */
    public Visit(
            SourceSettings settings, Instant at, Fetcher fetcher, @Nullable Snapshot last, Iterator<Snapshot> earlier) {
        this.settings = settings;
        this.at = at;
        this.fetcher = fetcher;
        this.until = fetcher.patience();
        this.last = last;
        this.earlier = new EarlierAnswers(earlier);
    }

    public SourceSettings settings() {
        return settings;
    }

    /** When the collection began. */
    public Instant at() {
        return at;
    }

    /**
     * From when on to ask for what happened: from an overlap before an earlier hour's last answer to the same question, as
     * late rows may still come, but no longer ago than {@code most}; {@code most} ago when there is no such answer. Another
     * endpoint's answer does not count: what was down meanwhile has yet to tell.
     *
     * @param url whether an address asks the same, whatever the time it asks for
     */
    public Instant since(Duration overlap, Duration most, Predicate<String> url) {
        Instant earliest = at.minus(most);
        Instant wanted = earlier.findNewest(url, earliest)
                .map(answered -> answered.minus(overlap))
                .orElse(earliest);
        return wanted.isBefore(earliest) ? earliest : wanted;
    }

    /**
     * Asks for what cannot be done without.
     *
     * @throws InputException when it cannot be had, with the reason and the way out
     */
    public Snapshot.Part get(String url) {
        Snapshot.Part part = fetch(url, size(parts));
        parts.add(part);
        return part;
    }

    /** Asks for what can be done without: a failure becomes an issue, and nothing of it is kept. */
    public Optional<Snapshot.Part> find(String url) {
        return findPages(url, page -> Optional.empty(), 1).stream().findFirst();
    }

    /**
     * Asks for pages one after the other and keeps all or none: a list with a hole would be counted as a whole one. A page
     * that fails, and more than {@code most} pages, become an issue.
     *
     * @param next the address of the page after this one, empty after the last; may throw InputException
     */
    public List<Snapshot.Part> findPages(String first, Function<Snapshot.Part, Optional<String>> next, int most) {
        List<Snapshot.Part> pages = new ArrayList<>();
        try {
            Optional<String> url = Optional.of(first);
            while (url.isPresent()) {
                if (pages.size() == most) {
                    throw new InputException(
                            "%s goes on after %d pages, so none of them is kept. Maybe collect more often."
                                    .formatted(SafeUrl.of(first), most));
                }
                Snapshot.Part page = fetch(url.get(), size(parts) + size(pages));
                pages.add(page);
                url = next.apply(page);
            }
        } catch (InputException e) {
            issues.add(new DataIssue(
                    ENDPOINT_FAILED, settings.name(), SafeUrl.of(first), "", String.valueOf(e.getMessage())));
            return List.of();
        }
        parts.addAll(pages);
        return pages;
    }

    /** Counts something odd that was seen while asking. */
    public void odd(DataIssue issue) {
        issues.add(issue);
    }

    public List<Snapshot.Part> parts() {
        return List.copyOf(parts);
    }

    public List<DataIssue> issues() {
        return List.copyOf(issues.list());
    }

    /** No more than one body may have in all: a larger snapshot could be filed and never be read again. */
    private Snapshot.Part fetch(String url, long before) {
        Snapshot.Part part = fetcher.fetch(question(url), until);
        if (before + part.body().length() > fetcher.maxBytes()) {
            throw new InputException(
                    "The source %s was left out: all answers of one source together may have %d bytes. Maybe collect more often."
                            .formatted(SafeUrl.of(url), fetcher.maxBytes()));
        }
        return part;
    }

    private static long size(List<Snapshot.Part> parts) {
        return parts.stream().mapToLong(part -> part.body().length()).sum();
    }

    private Question question(String url) {
        return new Question(settings.name(), url, settings.token(), known(url));
    }

    private Snapshot.@Nullable Part known(String url) {
        if (last == null) {
            return null;
        }
        String safe = SafeUrl.of(url);
        List<Snapshot.Part> same =
                last.parts().stream().filter(part -> part.url().equals(safe)).toList();
        // Addresses that differ in what is hidden look alike.
        return same.size() == 1 ? same.get(0) : null;
    }
}
