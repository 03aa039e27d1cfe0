package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real browser without a window.
 *
 * @param folder for its profile and its output
 */
record Chromium(Path program, Path folder) {
    private static final long SECONDS = 60;

    /** What a page became, and what the browser's console said. */
    record Page(String dom, List<String> console) {}

    /** The first of the usual names on the PATH. */
    static Optional<Path> find() {
        List<String> folders =
                List.of(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)));
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens a file, waits until nothing moves any more, and returns what has become of it. */
    Page open(Path html) throws IOException, InterruptedException {
        Path dom = Files.createTempFile(folder, "dom", ".html");
        Path log = Files.createTempFile(folder, "log", ".txt");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--hide-scrollbars",
                        "--disable-dev-shm-usage",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--window-size=1400,900",
                        "--virtual-time-budget=10000",
                        "--enable-logging=stderr",
                        "--dump-dom",
                        html.toUri().toString())
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS))
                    .as("the browser ends within %d s", SECONDS)
                    .isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return new Page(
                Files.readString(dom),
                Files.readString(log)
                        .lines()
                        .filter(line -> line.contains("CONSOLE"))
                        .toList());
    }
}
