package org.warmplan.collect.ask;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.warmplan.collect.ask.Attempt.Answer;
import org.warmplan.collect.ask.Attempt.Setback;
import org.warmplan.collect.ask.Attempt.Unchanged;
import org.warmplan.domain.Snapshot;
import org.warmplan.files.ReceivedBody;
import org.warmplan.files.SafeUrl;

/** One GET with its redirects. Never throws for what the other side does. */
final class HttpExchange {
    static final int MAX_REDIRECTS = 5;
    private static final String USER_AGENT = "Warmplan/0.1";
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);
    private static final Pattern SECRET_HEADER =
            Pattern.compile("cookie|auth(?!enticate)|token|key|secret|session", Pattern.CASE_INSENSITIVE);

    private static final Set<String> LEADS_ON = Set.of("location", "content-location", "link", "refresh");

    /** An address leads on with a key of the server's own; what its parameters say matters to nobody else. */
    private static final Pattern QUERY = Pattern.compile("\\?[^\\s>\"']+");

    /** So much of a body that is not kept goes to a bug report. */
    private static final long RECORDED_BYTES = 1L << 20;

    private final OkHttpClient client;
    private final InstantSource clock;
    private final long maxBytes;
    private final Recorder recorder;

    HttpExchange(InstantSource clock, Limits limits, Recorder recorder) {
        this.clock = clock;
        this.maxBytes = limits.maxBytes();
        this.recorder = recorder;
        this.client = new OkHttpClient.Builder()
                .connectTimeout(limits.connect())
                .readTimeout(limits.read())
                .callTimeout(limits.call())
                .followRedirects(false)
                .build();
    }

    /** Breaks off what is going on; it ends as a connection that was cut. */
    void cancel() {
        client.dispatcher().cancelAll();
    }

    Attempt get(Question question, HttpUrl start) {
        HttpUrl url = start;
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            try (Response response =
                    client.newCall(request(question, start, url)).execute()) {
                if (!REDIRECTS.contains(response.code())) {
                    return attempt(question, response);
                }
                record(question, response, "redirects", new byte[0]);
                String location = response.header("Location");
                HttpUrl next = location == null ? null : url.resolve(location);
                if (next == null) {
                    return Setback.lasting(
                            "redirects to something that is no http: or https: address", "the address has changed");
                }
                url = next;
            } catch (IOException e) {
                return recorded(question, broken(e));
            } catch (IllegalArgumentException e) {
                // OkHttp 5.5 reads the Retry-After of a 503 as an int and throws on longer digits.
                return recorded(
                        question,
                        passing("sends headers that make no sense", "it is overloaded; try again later", false));
            }
        }
        return Setback.lasting("redirects more than " + MAX_REDIRECTS + " times", "the address has changed");
    }

    private Request request(Question question, HttpUrl start, HttpUrl url) {
        Request.Builder request = new Request.Builder().url(url).header("User-Agent", USER_AGENT);
        boolean sameServer = url.host().equals(start.host())
                && url.port() == start.port()
                && url.scheme().equals(start.scheme());
        if (sameServer && question.token() != null) {
            request.header("Authorization", "Bearer " + question.token());
        } else if (sameServer && !start.username().isEmpty()) {
            request.header("Authorization", Credentials.basic(start.username(), start.password()));
        }
        if (sameServer) {
            addConditions(request, question);
        }
        return request.build();
    }

    /** Not for a bug report, which wants whole answers. What another server would compare is not known to be of the same. */
    private void addConditions(Request.Builder request, Question question) {
        Snapshot.Part known = question.known();
        if (known == null || recorder != Recorder.NONE) {
            return;
        }
        String etag = known.etag();
        String lastModified = known.lastModified();
        if (etag != null && isSendable(etag)) {
            request.header("If-None-Match", etag);
        } else if (lastModified != null && isSendable(lastModified)) {
            request.header("If-Modified-Since", lastModified);
        }
    }

    /** Servers send characters in headers that must not be sent back: OkHttp would throw. */
    private static boolean isSendable(String header) {
        return header.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    private Attempt attempt(Question question, Response response) throws IOException {
        int status = response.code();
        if (status == 304 && question.known() != null) {
            record(question, response, "", new byte[0]);
            return new Unchanged();
        }
        BufferedSource source = response.body().source();
        if (status != 200) {
            record(question, response, "answered " + status, upTo(source, RECORDED_BYTES));
            return new Setback(
                    "answered " + status, wayOut(status), PASSING.contains(status), false, retryAfter(response));
        }
        if (source.request(maxBytes + 1)) {
            record(question, response, "too large", upTo(source, RECORDED_BYTES));
            return Setback.lasting(
                    "sends more than " + maxBytes + " bytes, unpacked", "the address leads to something else");
        }
        byte[] body = source.readByteArray();
        record(question, response, "", body);
        return new Answer(
                ReceivedBody.of(body),
                header(response, "Content-Type"),
                header(response, "ETag"),
                header(response, "Last-Modified"));
    }

    private byte[] upTo(BufferedSource source, long bytes) throws IOException {
        return recorder == Recorder.NONE || source.request(bytes)
                ? source.readByteArray(Math.min(bytes, source.getBuffer().size()))
                : source.readByteArray();
    }

    private void record(Question question, Response response, String problem, byte[] body) {
        if (recorder == Recorder.NONE) {
            return;
        }
        Secrets secrets = question.secrets();
        List<String> headers = new ArrayList<>();
        response.headers().forEach(header -> {
            boolean secret = SECRET_HEADER.matcher(header.getFirst()).find();
            headers.add(header.getFirst() + ": "
                    + (secret ? SafeUrl.HIDDEN : shown(header.getFirst(), header.getSecond(), secrets)));
        });
        ReceivedBody received = ReceivedBody.of(body);
        byte[] safe = received.encoding() == null ? ReceivedBody.bytes(secrets.hideAll(received.text()), null) : body;
        recorder.heard(new Recorder.Exchange(
                clock.instant(), question.source(), question.safeUrl(), response.code(), problem, headers, safe));
    }

    private static String shown(String name, String value, Secrets secrets) {
        String hidden = secrets.hideAll(value);
        return LEADS_ON.contains(name.toLowerCase(Locale.ROOT))
                ? QUERY.matcher(SafeUrl.of(hidden)).replaceAll("?" + SafeUrl.HIDDEN)
                : hidden;
    }

    private Setback recorded(Question question, Setback setback) {
        recorder.heard(new Recorder.Exchange(
                clock.instant(), question.source(), question.safeUrl(), 0, setback.problem(), List.of(), new byte[0]));
        return setback;
    }

    private static String wayOut(int status) {
        return switch (status) {
            case 400 -> "the node there is no gateway, or the address is another service's";
            case 401, 403 -> "it wants a user and a password or a token in the address";
            case 404, 410 -> "the address has changed";
            case 429 -> "it was asked too often; try again later";
            case 500, 502, 503, 504 -> "it has just started or is overloaded; try again later";
            default -> "the address leads to something else";
        };
    }

    /** Seconds or a date, as RFC 9110 §10.2.3 has it; anything else counts as absent. */
    private Duration retryAfter(Response response) {
        String text = response.header("Retry-After", "");
        try {
            if (text.matches("\\d{1,9}")) {
                return Duration.ofSeconds(Long.parseLong(text));
            }
            ZonedDateTime until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Duration.between(clock.instant(), until);
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }

    private static @Nullable String header(Response response, String name) {
        String value = response.header(name, "");
        return value.isBlank() ? null : value;
    }

    /** Words of our own: a library's message may repeat the address with its secrets. */
    private static Setback broken(IOException e) {
        if (e instanceof SSLException) {
            return new Setback(
                    "cannot be trusted: the TLS handshake failed",
                    "its certificate has expired",
                    false,
                    true,
                    Duration.ZERO);
        }
        if (e instanceof UnknownHostException) {
            return passing(
                    "cannot be found: its host name is unknown", "this machine is offline, or it is misspelt", true);
        }
        if (e instanceof ConnectException) {
            return passing(
                    "cannot be reached: the connection is refused", "it is not running, or the port is wrong", true);
        }
        if (e instanceof InterruptedIOException) {
            return passing("does not answer in time", "it is overloaded; try again later", true);
        }
        return passing("breaks off its answer", "the network is unsteady; try again later", false);
    }

    private static Setback passing(String problem, String wayOut, boolean silent) {
        return new Setback(problem, wayOut, true, silent, Duration.ZERO);
    }
}
