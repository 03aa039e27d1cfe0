package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.warmplan.files.InstalledFile;
import org.warmplan.files.InstalledFile.Step;
import org.warmplan.files.KeptCopies;

/** The process is killed after each step: the old or the new file is there whole, and the next call goes on from there. */
final class ApplyKilledTest {
    private static final Path PLAN = Path.of("reports", "example");
    private static final int KILLED = 9;

    @TempDir
    private Path folder;

    private Path fleet;
    private Path target;
    private String old;
    private String published;

    /** The process that is killed. */
    static final class Killed {
        private Killed() {}

        public static void main(String[] args) throws IOException {
            Step last = Step.valueOf(args[2]);
            InstalledFile.at(Path.of(args[0]))
                    .replace(
                            Files.readAllBytes(Path.of(args[1])),
                            Instant.parse("2026-11-23T06:00:00Z"),
                            KeptCopies.Kind.valueOf(args[3]),
                            step -> {
                                if (step == last) {
                                    Runtime.getRuntime().halt(KILLED);
                                }
                            });
        }
    }

    @BeforeEach
    void copyTheExample() throws IOException {
        old = Files.readString(Path.of("data", "example", "aiModels.json"));
        published = Files.readString(PLAN.resolve("aiModels.json"));
        target = Files.writeString(Files.createDirectory(folder.resolve("rig")).resolve("aiModels.json"), old);
        fleet = Files.writeString(folder.resolve("fleet.yaml"), """
                version: 1
                workers:
                  - name: rig1
                    aiModels: rig/aiModels.json
                    gpus: [{name: RTX 4090}, {name: RTX 3090}, {name: RTX 4070 Ti SUPER}, {name: RTX 5090}]
                """);
    }

    private void kill(Path wanted, Step step, KeptCopies.Kind kind) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Killed.class.getName(),
                        target.toString(),
                        wanted.toString(),
                        step.name(),
                        kind.name())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isEqualTo(KILLED);
    }

    private List<Path> ending(String ending) throws IOException {
        try (Stream<Path> files = Files.list(target.getParent())) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private Cli.Result apply(Object... words) {
        return Cli.run(Stream.concat(Stream.of("apply", "--fleet", fleet, "--yes"), Stream.of(words))
                .toArray());
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void anInstallationLeavesTheOldOrTheNewFile(Step step) throws IOException, InterruptedException {
        kill(PLAN.resolve("aiModels.json"), step, KeptCopies.Kind.INSTALLED);

        assertThat(target).hasContent(step.compareTo(Step.REPLACED) < 0 ? old : published);
        assertThat(ending(".bak"))
                .hasSize(step.compareTo(Step.KEPT) < 0 ? 0 : 1)
                .allSatisfy(copy -> assertThat(copy).hasContent(old));
        Cli.Result result = apply("--plan", PLAN);
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(target).hasContent(published);
        assertThat(apply("--rollback").exitCode()).isZero();
        assertThat(target).hasContent(old);
        assertThat(apply("--rollback").exitCode()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aRollbackLeavesTheOldOrTheNewFile(Step step) throws IOException, InterruptedException {
        assertThat(apply("--plan", PLAN).exitCode()).isZero();
        kill(ending(".bak").get(0), step, KeptCopies.Kind.ROLLED_BACK);

        boolean done = step.compareTo(Step.REPLACED) >= 0;
        assertThat(target).hasContent(done ? old : published);
        assertThat(ending(".rolled-back")).allSatisfy(copy -> assertThat(copy).hasContent(published));
        assertThat(apply("--rollback").exitCode()).isEqualTo(done ? 3 : 0);
        assertThat(target).hasContent(old);
        assertThat(apply("--plan", PLAN).exitCode()).isZero();
        assertThat(target).hasContent(published);
    }
}
