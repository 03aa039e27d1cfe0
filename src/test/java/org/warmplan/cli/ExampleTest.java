package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped example, end to end. Run the tests with -Dwarmplan.update to write what it gives, then read the change. */
final class ExampleTest {
    private static final Path KEPT = Path.of("reports", "example");

    @TempDir
    private Path folder;

    @Test
    void writesTheReportThatIsKept() throws IOException {
        if (System.getProperty("warmplan.update") != null) {
            assertThat(Cli.run("run", "--example", "--out", KEPT).exitCode()).isZero();
        }
        Cli.Result result = Cli.run("run", "--example", "--out", folder);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(files(folder)).isEqualTo(files(KEPT));
    }

    @Test
    void printsTheSameBytesTwice() {
        String at = "2026-11-23T08:00:00Z";
        String first = Cli.run("run", "--example", "--at", at, "--out", folder.resolve("a"))
                .out();
        String second = Cli.run("run", "--example", "--at", at, "--out", folder.resolve("b"))
                .out();

        assertThat(second).isEqualTo(first);
        assertThat(files(folder.resolve("a"))).isEqualTo(files(folder.resolve("b")));
    }

    @Test
    void readmeShowsWhatItPrints() {
        String out = Cli.run("run", "--example", "--out", folder).out();
        String shown = out.substring(0, out.indexOf("\n\nWhat changes"));

        assertThat(Path.of("README.md")).content().contains(shown);
    }

    @Test
    void saysThatItIsExampleData() {
        Cli.Result result = Cli.run("run", "--example", "--out", folder);

        assertThat(result.out()).startsWith("Warmplan for 2026-11-23 06:00 UTC · example data\n");
        assertThat(folder.resolve("report.md")).content().contains("**Example data.**");
        assertThat(result.err()).isEqualTo("Published to " + folder + "\n");
    }

    @Test
    void planOnAFleetOfOneCardEnds() {
        Cli.Result result =
                Cli.run("run", "--example", "--fleet", Path.of("data", "example", "fleet-1.yaml"), "--out", folder);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(folder.resolve("aiModels.json")).content().contains("\"warm\": true");
    }

    @Test
    void printsPlanJsonAndNothingElseWhenAsked() {
        Cli.Result result = Cli.run("run", "--example", "--format", "json", "--out", folder);

        assertThat(folder.resolve("plan.json")).content().isEqualTo(result.out());
    }

    private static SortedMap<String, String> files(Path root) {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            paths.filter(Files::isRegularFile)
                    .forEach(path -> files.put(root.relativize(path).toString(), text(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
