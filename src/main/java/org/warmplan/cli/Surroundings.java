package org.warmplan.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import org.warmplan.files.Visible;

/**
 * What a command meets outside the program.
 *
 * @param home the project's folder, with data/catalogue, data/example and solver-config
 */
record Surroundings(PrintStream out, PrintStream err, InstantSource clock, Path home) {
    Path catalogue() {
        return home.resolve("data").resolve("catalogue");
    }

    Path example() {
        return home.resolve("data").resolve("example");
    }

    Path config(String file) {
        return home.resolve("solver-config").resolve(file);
    }

    /** A message for the person at the terminal. */
    void say(String line) {
        err.println(Visible.of(line));
    }
}
