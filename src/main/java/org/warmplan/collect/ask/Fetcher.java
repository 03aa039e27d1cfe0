package org.warmplan.collect.ask;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
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
 * Fetches one address or file at a time. Failed connections and the statuses 429, 500, 502, 503 and 504 are tried again,
 * at most {@value #MAX_RETRIES} times, after 1, 2 and 4 seconds give or take half, or after what {@code Retry-After} asks
 * for up to 30 seconds.
 */
public final class Fetcher {
    static final int MAX_RETRIES = 3;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final HttpExchange exchange;
    private final InstantSource clock;
    private final RandomGenerator jitter;
    private final Sleeper sleeper;

    public Fetcher(InstantSource clock, RandomGenerator jitter, Sleeper sleeper) {
        this(clock, jitter, sleeper, TextFile.MAX_BYTES);
    }

    /** With another limit than {@link TextFile#MAX_BYTES} on an unpacked body, in bytes. */
    Fetcher(InstantSource clock, RandomGenerator jitter, Sleeper sleeper, long maxBytes) {
        this.exchange = new HttpExchange(clock, maxBytes);
        this.clock = clock;
        this.jitter = jitter;
        this.sleeper = sleeper;
    }

    /**
     * Fetches what {@code url} (http, https or a file's path) holds.
     *
     * @throws InputException when there is no answer with status 200, or the file cannot be read; the message holds no
     *     secret of the address
     */
    public Snapshot.Part fetch(String url) {
        return fetch(url, null);
    }

    /** Like {@link #fetch(String)}; what {@code known} holds need not be sent again when it has not changed. */
    public Snapshot.Part fetch(String url, Snapshot.@Nullable Part known) {
        return SafeUrl.isHttp(url) ? ask(url) : readFile(url);
    }

    /** Throws when the collection was called off, so that nobody takes that for a failure of one source. */
    void requireGoingOn() {}

    private Snapshot.Part readFile(String path) {
        try {
            ReceivedBody body = ReceivedBody.of(TextFile.readBytes(Path.of(path), "The source file"));
            return part(path, new Answer(body, null, null, null));
        } catch (InvalidPathException e) {
            throw new InputException("The source %s is no path. Maybe a character too many.".formatted(path), e);
        }
    }

    private Snapshot.Part ask(String address) {
        String safe = SafeUrl.of(address);
        HttpUrl url = HttpUrl.parse(address);
        if (url == null) {
            throw new InputException(
                    "The source %s is no address that can be asked. Maybe a letter is wrong.".formatted(safe));
        }
        for (int attempt = 1; ; attempt++) {
            Attempt result = exchange.get(url);
            if (result instanceof Answer answer) {
                return part(safe, answer);
            }
            Setback setback = (Setback) result;
            if (!setback.passing() || attempt > MAX_RETRIES) {
                throw new InputException("The source %s %s%s. Maybe %s."
                        .formatted(
                                safe,
                                setback.problem(),
                                attempt == 1 ? "" : ", after " + attempt + " attempts",
                                setback.wayOut()));
            }
            pause(safe, attempt, setback.pause());
        }
    }

    private void pause(String safe, int attempt, Duration asked) {
        long seconds = 1L << (attempt - 1);
        Duration backoff = Duration.ofMillis((long) (seconds * 1000 * (0.5 + jitter.nextDouble())));
        Duration wanted = asked.compareTo(backoff) > 0 ? asked : backoff;
        try {
            sleeper.sleep(wanted.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wanted);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InputException("Asking %s was interrupted. Maybe run it again.".formatted(safe), e);
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
