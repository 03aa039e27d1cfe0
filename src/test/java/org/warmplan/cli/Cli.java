package org.warmplan.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The program called in process, as from the project's folder. */
final class Cli {
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    /** What the environment has as WARMPLAN_TEST_TOKEN. */
    static final String TOKEN = "t0ken-of-the-test";

    /** A machine without any other program. */
    static final Programs NO_PROGRAMS = (words, limit) -> Optional.empty();

    private Cli() {}

    /** What a call printed and ended with. */
    record Result(int exitCode, String out, String err) {}

    static Result run(Object... args) {
        return run(Look.PLAIN, new byte[0], NO_PROGRAMS, args);
    }

    /** A call at another time than {@link #NOW}. */
    static Result runAt(Instant now, Object... args) {
        return run(now, Look.PLAIN, new byte[0], NO_PROGRAMS, args);
    }

    /** A call on a terminal that looks so. */
    static Result runOn(Look look, Object... args) {
        return run(look, new byte[0], NO_PROGRAMS, args);
    }

    /** A call with something on standard input and programs to run. */
    static Result run(byte[] input, Programs programs, Object... args) {
        return run(Look.PLAIN, input, programs, args);
    }

    private static Result run(Look look, byte[] input, Programs programs, Object... args) {
        return run(NOW, look, input, programs, args);
    }

    private static Result run(Instant now, Look look, byte[] input, Programs programs, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = new String[args.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = args[i].toString();
        }
        int code = Main.run(
                new Surroundings(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        InstantSource.fixed(now),
                        Path.of(""),
                        look,
                        new ByteArrayInputStream(input),
                        programs,
                        Map.of("WARMPLAN_TEST_TOKEN", TOKEN),
                        new CtrlC()),
                words);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
