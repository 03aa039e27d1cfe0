package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two commands on one data folder: the second stops and writes nothing, but for collecting, which only adds. */
final class DataLockTest {
    private static final Path NETWORK =
            Path.of("data", "example", "network", "network-capabilities-20261123T060000Z.json");

    @TempDir
    private Path folder;

    private Path data;
    private Path fleet;

    @BeforeEach
    void writeAFleet() throws IOException {
        data = folder.resolve("data");
        fleet = Files.writeString(
                folder.resolve("fleet.yaml"), "version: 1\nworkers: [{name: rig1, gpus: [{name: RTX 4090}]}]\n");
    }

    private Cli.Result run() {
        return Cli.run("run", "--fleet", fleet, "--sources", NETWORK, "--data", data, "--out", folder.resolve("out"));
    }

    private Cli.Result collect() {
        return Cli.run("collect", "--sources", NETWORK, "--data", data);
    }

    private Cli.Result plan() {
        return Cli.run("plan", "--fleet", fleet, "--data", data, "--out", folder.resolve("out"));
    }

    private void assertStopped(List<Cli.Result> results) {
        assertThat(results).allSatisfy(result -> {
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.out()).isEmpty();
            assertThat(result.err())
                    .isEqualTo("Another warmplan works with " + data
                            + " just now, so nothing was done. Maybe wait until it has ended.\n");
        });
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(data.resolve("snapshots")).doesNotExist();
    }

    @Test
    void theSecondCommandStops() {
        List<Cli.Result> results = new ArrayList<>();
        DataLock.holding(data, () -> {
            results.addAll(List.of(run(), plan()));
            return 0;
        });

        assertThat(results).hasSize(2);
        assertStopped(results);
        assertThat(run().exitCode()).isZero();
    }

    @Test
    void theSecondProgramStopsAndALockEndsWithItsProgram() throws IOException, InterruptedException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo("holding");
            assertStopped(List.of(run(), plan()));
            assertThat(collect().exitCode()).isZero();
        } finally {
            other.destroyForcibly().waitFor();
        }

        assertThat(data.resolve(".lock")).exists();
        assertThat(run().exitCode()).isZero();
    }

    @Test
    void collectingGoesOnBesideARun() {
        List<Cli.Result> results = new ArrayList<>();
        DataLock.holding(data, () -> {
            results.addAll(List.of(collect(), collect()));
            return 0;
        });

        assertThat(results).extracting(Cli.Result::exitCode).containsExactly(0, 0);
        assertThat(data.resolve("snapshots")
                        .resolve("network-capabilities")
                        .toFile()
                        .list())
                .as("the same twice is filed once")
                .hasSize(1);
    }

    @Test
    void otherFoldersAndTheExampleStayFree() {
        List<Cli.Result> results = new ArrayList<>();
        DataLock.holding(data, () -> {
            results.add(Cli.run("run", "--example", "--out", folder.resolve("example")));
            results.add(Cli.run("collect", "--sources", NETWORK, "--data", folder.resolve("other")));
            return 0;
        });

        assertThat(results).extracting(Cli.Result::exitCode).containsExactly(0, 0);
    }

    @Test
    void aMistakeGivesTheFolderBack() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "version: 2\n");
        Cli.run("run", "--fleet", broken, "--sources", NETWORK, "--data", data);

        assertThat(run().exitCode()).isZero();
    }

    @Test
    void planningFromAFolderThatIsNotThereMakesNone() {
        assertThat(plan().exitCode()).isEqualTo(3);
        assertThat(data).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeLockedIsRefused() throws IOException {
        Files.createDirectories(data.resolve(".lock"));
        Cli.Result result = run();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("cannot be locked").contains("Maybe").hasLineCount(1);
    }

    /** A program that holds the folder until it is ended. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) {
            DataLock.holding(Path.of(args[0]), () -> {
                System.out.println("holding");
                try {
                    return System.in.read();
                } catch (IOException e) {
                    return 1;
                }
            });
        }
    }
}
