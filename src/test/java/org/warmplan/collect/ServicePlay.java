package org.warmplan.collect;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.warmplan.collect.ask.Fetcher;
import org.warmplan.collect.ask.SourceSettings;
import org.warmplan.domain.Snapshot;

/** A service that is asked for real; answers are by path and query, and 404 for what it does not know. */
final class ServicePlay implements AutoCloseable {
    static final Instant AT = Instant.parse("2026-11-23T06:20:10Z");

    private final MockWebServer server = new MockWebServer();
    private final List<String> asked = new ArrayList<>();

    /** @param answers the body for a path with its query, decoded; null for a 404 */
    ServicePlay(Function<String, @Nullable String> answers) throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String path = request.getUrl().encodedPath();
                String query = request.getUrl().query();
                String target = query == null ? path : path + "?" + query;
                asked.add(target);
                @Nullable String body = answers.apply(target);
                return body == null
                        ? new MockResponse.Builder().code(404).build()
                        : new MockResponse.Builder().body(body).build();
            }
        });
        server.start();
    }

    /** What was asked, in order, decoded. */
    List<String> asked() {
        return asked;
    }

    /** The service without a path. */
    String url() {
        return server.url("").toString().replaceFirst("/$", "");
    }

    Outcome collect(String kind, String url, Snapshot... last) {
        Fetcher fetcher = new Fetcher(InstantSource.fixed(AT), new SplittableRandom(1), pause -> {});
        return new Collector(fetcher, SourceKinds.list(), Remembered.of(last))
                .collect(List.of(new SourceSettings("it", kind, url, Duration.ofDays(8), true)), AT)
                .get(0);
    }

    @Override
    public void close() {
        server.close();
    }
}
