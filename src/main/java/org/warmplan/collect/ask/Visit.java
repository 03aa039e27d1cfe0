package org.warmplan.collect.ask;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Snapshot;
import org.warmplan.files.SafeUrl;

/** One collection of one source: keeps the answers in the order asked. An answer is kept whole or not at all. */
public final class Visit {
    private final SourceSettings settings;
    private final Instant at;
    private final Fetcher fetcher;
    private final @Nullable Snapshot last;
    private final List<Snapshot.Part> parts = new ArrayList<>();
    private final DataIssues issues = new DataIssues();
    private @Nullable String firstFailure;

    /**
     * A visit that has not asked yet.
     *
     * @param at when the collection began
     * @param last the newest snapshot of this source, null when there is none; what it holds need not be sent again
     */
    public Visit(SourceSettings settings, Instant at, Fetcher fetcher, @Nullable Snapshot last) {
        this.settings = settings;
        this.at = at;
        this.fetcher = fetcher;
        this.last = last;
    }

    public SourceSettings settings() {
        return settings;
    }

    /** When the collection began. */
    public Instant at() {
        return at;
    }

    /**
     * From when on to ask for what happened: from an overlap before the last snapshot, as late rows may still come, but no
     * longer ago than {@code most}; {@code most} ago when there is no last snapshot.
     */
    public Instant since(Duration overlap, Duration most) {
        Instant earliest = at.minus(most);
        Instant wanted = last == null ? earliest : last.instant().minus(overlap);
        return wanted.isBefore(earliest) ? earliest : wanted;
    }

    /**
     * Asks for what cannot be done without.
     *
     * @throws InputException when it cannot be had, with the reason and the way out
     */
    public Snapshot.Part get(String url) {
        Snapshot.Part part = fetcher.fetch(url, known(url));
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
                Snapshot.Part page = fetcher.fetch(url.get(), known(url.get()));
                pages.add(page);
                url = next.apply(page);
            }
        } catch (InputException e) {
            fetcher.requireGoingOn();
            String message = String.valueOf(e.getMessage());
            firstFailure = firstFailure == null ? message : firstFailure;
            issues.add(new DataIssue(
                    "endpointFailed",
                    settings.name(),
                    SafeUrl.of(first),
                    // An issue's value is brief, and the address is told already.
                    message.replaceFirst("^(?:The source )?https?://\\S+ ", ""),
                    "An endpoint gave nothing worth keeping; the others were kept."));
            return List.of();
        }
        parts.addAll(pages);
        return pages;
    }

    /** What went wrong first with what can be done without, in full; empty when nothing did. */
    public Optional<String> findFailure() {
        return Optional.ofNullable(firstFailure);
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

    private Snapshot.@Nullable Part known(String url) {
        if (last == null) {
            return null;
        }
        String safe = SafeUrl.of(url);
        return last.parts().stream()
                .filter(part -> part.url().equals(safe))
                .findFirst()
                .orElse(null);
    }
}
