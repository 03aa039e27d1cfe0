package org.warmplan.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.warmplan.files.Visible;

/**
 * What a command meets outside the program.
 *
 * @param home the project's folder, with data/catalogue, data/example and solver-config
 * @param look how what is printed may look
 * @param in standard input
 * @param programs the other programs of the machine
 * @param environment the variables of the environment: secrets come from there
 * @param ctrlC being told to end
 */
record Surroundings(
        PrintStream out,
        PrintStream err,
        InstantSource clock,
        Path home,
        Look look,
        InputStream in,
        Programs programs,
        Map<String, String> environment,
        CtrlC ctrlC) {
    Path catalogue() {
        return home.resolve("data").resolve("catalogue");
    }

    Path example() {
        return home.resolve("data").resolve("example");
    }

    Path config(String file) {
        return home.resolve("solver-config").resolve(file);
    }

    /** The same without a line that is drawn again, where a program reads what is printed. */
    Surroundings forFormat(Options.Format format) {
        return format == Options.Format.TEXT
                ? this
                : new Surroundings(out, err, clock, home, look.still(), in, programs, environment, ctrlC);
    }

    Progress progress() {
        return new Progress(err, look);
    }

    /** A message for the person at the terminal. */
    void say(String line) {
        progress().clear();
        err.println(Visible.of(line));
    }

    /** Like {@link #say}, for what went wrong or needs care. */
    void say(Tone tone, String line) {
        progress().clear();
        err.println(look.errColours() ? tone.of(Visible.of(line)) : Visible.of(line));
    }

    /** Prints a result as it is; text of ours only, in which what came from outside is visible already. */
    void show(String text) {
        progress().clear();
        out.print(text);
        out.flush();
    }
}
