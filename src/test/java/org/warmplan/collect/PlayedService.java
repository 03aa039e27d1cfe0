package org.warmplan.collect;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.warmplan.collect.ask.Fetcher;
import org.warmplan.collect.ask.SourceSettings;
import org.warmplan.domain.Snapshot;

/** A service on this machine that answers by path and parameters, collected with the real fetcher without its pauses. */
public final class PlayedService implements AutoCloseable {
    public static final Instant AT = Instant.parse("2026-11-23T06:10:00Z");

    private final MockWebServer server = new MockWebServer();
    private final Map<String, MockResponse> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    public PlayedService() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                synchronized (asked) {
                    asked.add(request.getTarget());
                }
                return answers.getOrDefault(
                        request.getTarget(),
                        new MockResponse.Builder().code(404).build());
            }
        });
        server.start();
    }

    /** From here on {@code target}, path and parameters as they are sent, is answered with 200. */
    public PlayedService answer(String target, String body) {
        answers.put(target, new MockResponse.Builder().body(body).build());
        return this;
    }

    /** From here on {@code target} is answered with {@code status}. */
    public PlayedService fail(String target, int status, String body) {
        answers.put(target, new MockResponse.Builder().code(status).body(body).build());
        return this;
    }

    /** What was asked for, each once, in order. */
    public List<String> asked() {
        synchronized (asked) {
            return List.copyOf(new LinkedHashSet<>(asked));
        }
    }

    public Outcome collect(String kind, String path) {
        return collect(kind, path, null);
    }

    /** Collects one source of {@code kind} at this service. */
    public Outcome collect(String kind, String path, @Nullable Snapshot last) {
        Fetcher fetcher = new Fetcher(InstantSource.fixed(AT), new SplittableRandom(1), pause -> {});
        SourceSettings settings = new SourceSettings("played", kind, url(path), Duration.ofDays(8), false);
        return new Collector(fetcher, SourceKinds.list(), last == null ? Remembered.of() : Remembered.of(last))
                .collect(List.of(settings), AT)
                .get(0);
    }

    public String url(String path) {
        return server.url(path).toString();
    }

    @Override
    public void close() {
        server.close();
    }
}
