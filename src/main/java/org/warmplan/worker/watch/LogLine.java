package org.warmplan.worker.watch;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of a log without what stands before its message. Understood are docker's timestamps, the prefixes of docker
 * compose and of the journal, and the headers of glog ({@code I1123 12:00:00.000000 1 starter.go:598] }), of slog
 * ({@code 2026/11/23 12:00:00 INFO }), of ai-runner ({@code timestamp=… level=… message=}, {@code
 * runner/src/runner/live/log.py:30}) and of uvicorn ({@code uvicorn_logging_config.json}).
 *
 * @param message what was said
 * @param writer who said it, as far as the header tells
 * @param at when; null when the line does not tell
 * @param exact whether {@code at} comes from docker. Other headers name no time zone; they are read as UTC
 * @param fatal whether go-livepeer ended with it: glog prints such a line and leaves the program at once
 */
record LogLine(String message, Writer writer, @Nullable Instant at, boolean exact, boolean fatal) {
    /** Whose header a line has. */
    enum Writer {
        NODE,
        RUNNER,
        UNKNOWN
    }

    private static final Pattern COLOURS = Pattern.compile("\u001B\\[[0-9;]{0,16}[A-Za-z]");
    private static final Pattern COMPOSE = Pattern.compile("[\\w.-]{1,80} {1,40}\\| ");
    private static final Pattern DOCKER =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?Z) ");
    private static final Pattern JOURNAL = Pattern.compile(
            "(?:[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d|\\d{4}-\\d\\d-\\d\\dT[\\d:.,]{8,15}[+-]\\d\\d:?\\d\\d)"
                    + " \\S{1,80} [\\w.@-]{1,80}(?:\\[\\d{1,9}\\])?: ");
    private static final Pattern GLOG = Pattern.compile(
            "[IWEF](\\d\\d)(\\d\\d) (\\d\\d:\\d\\d:\\d\\d)\\.\\d{6} {1,8}\\d{1,9} [\\w.-]{1,80}:\\d{1,6}\\] ");
    private static final Pattern SLOG =
            Pattern.compile("(\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d) (?:DEBUG|INFO|WARN|ERROR) ");
    private static final Pattern RUNNER = Pattern.compile(
            "timestamp=(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d) level=\\w{1,10} location=\\S{0,200} [^=]{0,40}=.{0,300}? message=");
    private static final Pattern UVICORN = Pattern.compile(
            "(?:(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d),\\d{3} )?(?:INFO|WARNING|ERROR|CRITICAL): {1,8}");
    private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss");
    private static final DateTimeFormatter DASHES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** How far a clock of another machine may be ahead, in seconds. */
    private static final long SKEW = 300;

    /**
     * Reads a line.
     *
     * @param now glog writes no year; times after {@code now} are of another time zone, and count as not known
     */
    static LogLine of(String line, Instant now) {
        String rest = line.indexOf('\u001B') < 0 ? line : COLOURS.matcher(line).replaceAll("");
        rest = without(COMPOSE, rest);
        Instant docker = null;
        Matcher stamp = DOCKER.matcher(rest);
        if (stamp.lookingAt()) {
            docker = time(() -> Instant.parse(stamp.group(1)), now);
            rest = rest.substring(stamp.end());
        }
        rest = without(JOURNAL, rest);
        LogLine said = headed(rest, now);
        return docker == null ? said : new LogLine(said.message, said.writer, docker, true, said.fatal);
    }

    private static LogLine headed(String line, Instant now) {
        Matcher matcher = GLOG.matcher(line);
        if (matcher.lookingAt()) {
            boolean fatal = line.charAt(0) == 'F';
            return new LogLine(line.substring(matcher.end()), Writer.NODE, glogTime(matcher, now), false, fatal);
        }
        matcher = SLOG.matcher(line);
        if (matcher.lookingAt()) {
            return headed(line, matcher, Writer.NODE, SLASHES, now);
        }
        matcher = RUNNER.matcher(line);
        if (matcher.lookingAt()) {
            return headed(line, matcher, Writer.RUNNER, DASHES, now);
        }
        matcher = UVICORN.matcher(line);
        return matcher.lookingAt()
                ? headed(line, matcher, Writer.RUNNER, DASHES, now)
                : new LogLine(line, Writer.UNKNOWN, null, false, false);
    }

    private static LogLine headed(String line, Matcher header, Writer writer, DateTimeFormatter form, Instant now) {
        String written = header.group(1);
        Instant at = written == null
                ? null
                : time(() -> LocalDateTime.parse(written, form).toInstant(ZoneOffset.UTC), now);
        return new LogLine(line.substring(header.end()), writer, at, false, false);
    }

    private static @Nullable Instant glogTime(Matcher header, Instant now) {
        int year = now.atOffset(ZoneOffset.UTC).getYear();
        String day = "-%s-%sT%sZ".formatted(header.group(1), header.group(2), header.group(3));
        return time(
                () -> {
                    MonthDay.parse("-" + day.substring(0, 6));
                    Instant thisYear = Instant.parse(year + day);
                    // At the turn of the year the log is of the old one; but a zone ahead is no reason to go back a
                    // year.
                    return thisYear.isAfter(now.plusSeconds(86_400)) ? Instant.parse(year - 1 + day) : thisYear;
                },
                now);
    }

    private static @Nullable Instant time(java.util.function.Supplier<Instant> reading, Instant now) {
        try {
            Instant at = reading.get();
            return at.isAfter(now.plusSeconds(SKEW)) ? null : at;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String without(Pattern prefix, String line) {
        Matcher matcher = prefix.matcher(line);
        return matcher.lookingAt() ? line.substring(matcher.end()) : line;
    }
}
