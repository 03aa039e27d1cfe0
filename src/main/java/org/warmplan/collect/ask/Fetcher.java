package org.warmplan.collect.ask;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.warmplan.collect.ask.Attempt.Answer;
import org.warmplan.collect.ask.Attempt.Setback;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Snapshot;
import org.warmplan.files.ReceivedBody;
import org.warmplan.files.SafeUrl;
import org.warmplan.files.TextFile;

/**
 * Fetches one address or file at a time, with a pause between two questions to one server. Failed connections and the
 * statuses 429, 500, 502, 503 and 504 are tried again, at most {@value #MAX_RETRIES} times, after 1, 2 and 4 seconds give
 * or take half, or after what {@code Retry-After} asks for up to 30 seconds. A server that was silent for all of that and
 * has never answered is not asked again by this fetcher.
 */
public final class Fetcher {
    static final int MAX_RETRIES = 3;

    /** Least time between two questions to one server. */
    static final Duration PACE = Duration.ofMillis(200);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final HttpExchange exchange;
    private final InstantSource clock;
    private final RandomGenerator jitter;
    private final Sleeper sleeper;
    private final Limits limits;
    private final Map<String, Instant> lastAsked = new HashMap<>();
    private final Map<String, Setback> silent = new HashMap<>();
    private final Set<String> answered = new HashSet<>();
    private volatile boolean stopped;

    public Fetcher(InstantSource clock, RandomGenerator jitter, Sleeper sleeper) {
        this(clock, jitter, sleeper, Limits.USUAL, Recorder.NONE);
    }

    /** With other limits than the usual ones, and somebody who hears of every answer. */
    public Fetcher(InstantSource clock, RandomGenerator jitter, Sleeper sleeper, Limits limits, Recorder recorder) {
        this.exchange = new HttpExchange(clock, limits, recorder);
        this.clock = clock;
        this.jitter = jitter;
        this.sleeper = sleeper;
        this.limits = limits;
    }

    /** Calls everything off, from another thread: what is being asked and what would be asked from now on. */
    public void stop() {
        stopped = true;
        exchange.cancel();
    }

    /** Until when a source that is asked from now on may take. */
    Instant patience() {
        return clock.instant().plus(limits.source());
    }

    /** The largest body that is kept. */
    long maxBytes() {
        return limits.maxBytes();
    }

    /**
     * Fetches what {@code url} (http, https or a file's path) holds.
     *
     * @throws InputException when there is no answer with status 200, or the file cannot be read; the message holds no
     *     secret of the address
     * @throws StoppedException when it was called off
     */
    public Snapshot.Part fetch(String url) {
        return fetch(Question.of(url), Instant.MAX);
    }

    /** Like {@link #fetch(String)}, but gives up after {@code until}. */
    Snapshot.Part fetch(Question question, Instant until) {
        return SafeUrl.isHttp(question.url()) ? ask(question, until) : readFile(question.url());
    }

    private Snapshot.Part readFile(String path) {
        try {
            ReceivedBody body = ReceivedBody.of(TextFile.readBytes(Path.of(path), "The source file"));
            return part(path, new Answer(body, null, null, null));
        } catch (InvalidPathException e) {
            throw new InputException("The source %s is no path. Maybe a character too many.".formatted(path), e);
        }
    }

    private Snapshot.Part ask(Question question, Instant until) {
        HttpUrl url = HttpUrl.parse(question.url());
        if (url == null) {
            throw new InputException("The source %s is no address that can be asked. Maybe a letter is wrong."
                    .formatted(question.safeUrl()));
        }
        String server = url.host() + ":" + url.port();
        Setback before = silent.get(server);
        if (before != null) {
            throw failed(question, before, " as a moment ago, so it was not asked again");
        }
        if (clock.instant().isAfter(until)) {
            throw new InputException(
                    "The source %s was not asked: what was asked before took more than %d seconds. Maybe try again later."
                            .formatted(question.safeUrl(), limits.source().toSeconds()));
        }
        for (int attempt = 1; ; attempt++) {
            pace(server, question, attempt);
            Attempt result = exchange.get(question, url);
            requireGoingOn();
            lastAsked.put(server, clock.instant());
            Snapshot.Part part = part(question, result);
            if (part != null) {
                answered.add(server);
                return part;
            }
            Setback setback = (Setback) result;
            boolean late = clock.instant().isAfter(until);
            if (!setback.passing() || attempt > MAX_RETRIES || late) {
                if (setback.silent() && !answered.contains(server)) {
                    silent.put(server, setback);
                }
                throw failed(question, setback, attempt == 1 ? "" : ", after " + attempt + " attempts");
            }
            pause(question, attempt, setback.pause());
        }
    }

    /** What an attempt brought, null for nothing. A body that still holds is as good as one that is sent again. */
    private Snapshot.@Nullable Part part(Question question, Attempt attempt) {
        if (attempt instanceof Answer answer) {
            ReceivedBody body = answer.body();
            String safe = body.encoding() == null ? question.secrets().hide(body.text()) : body.text();
            boolean asItCame = safe.equals(body.text());
            return part(
                    question.safeUrl(),
                    asItCame
                            ? answer
                            : new Answer(
                                    ReceivedBody.of(ReceivedBody.bytes(safe, null)),
                                    answer.contentType(),
                                    answer.etag(),
                                    answer.lastModified()));
        }
        Snapshot.Part known = question.known();
        if (attempt instanceof Attempt.Unchanged && known != null) {
            return new Snapshot.Part(
                    known.url(),
                    known.status(),
                    known.contentType(),
                    known.etag(),
                    known.lastModified(),
                    clock.instant(),
                    known.sha256(),
                    known.body(),
                    known.encoding());
        }
        return null;
    }

    private static InputException failed(Question question, Setback setback, String more) {
        return new InputException("The source %s %s%s. Maybe %s."
                .formatted(question.safeUrl(), setback.problem(), more, setback.wayOut()));
    }

    /** Throws when the collection was called off, so that nobody takes that for a failure of one source. */
    void requireGoingOn() {
        if (stopped) {
            throw new StoppedException();
        }
    }

    /** A retry has waited already. */
    private void pace(String server, Question question, int attempt) {
        requireGoingOn();
        Instant last = lastAsked.get(server);
        if (last != null && attempt == 1) {
            Duration gone = Duration.between(last, clock.instant());
            if (gone.compareTo(PACE) < 0) {
                sleep(question, PACE.minus(gone.isNegative() ? Duration.ZERO : gone));
            }
        }
    }

    private void pause(Question question, int attempt, Duration asked) {
        long seconds = 1L << (attempt - 1);
        Duration backoff = Duration.ofMillis((long) (seconds * 1000 * (0.5 + jitter.nextDouble())));
        Duration wanted = asked.compareTo(backoff) > 0 ? asked : backoff;
        sleep(question, wanted.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wanted);
    }

    private void sleep(Question question, Duration pause) {
        try {
            sleeper.sleep(pause);
            requireGoingOn();
        } catch (InterruptedException e) {
            requireGoingOn();
            Thread.currentThread().interrupt();
            throw new InputException("Asking %s was interrupted. Maybe run it again.".formatted(question.safeUrl()), e);
        }
    }

    private Snapshot.Part part(String url, Answer answer) {
        ReceivedBody body = answer.body();
        return new Snapshot.Part(
                url,
                200,
                answer.contentType(),
                answer.etag(),
                answer.lastModified(),
                clock.instant(),
                body.sha256(),
                body.text(),
                body.encoding());
    }
}
