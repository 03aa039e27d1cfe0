package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs on the example network with fleets and current files of their own. */
final class RunTest {
    private static final String REALVIS = "SG161222/RealVisXL_V4.0_Lightning";

    @TempDir
    private Path folder;

    private Cli.Result run(String fleet, String aiModels) throws IOException {
        Files.writeString(folder.resolve("aiModels.json"), aiModels);
        Path file = Files.writeString(folder.resolve("fleet.yaml"), "version: 1\n" + fleet);
        return Cli.run("run", "--example", "--fleet", file, "--out", folder.resolve("out"));
    }

    private String published() throws IOException {
        return Files.readString(folder.resolve("out").resolve("aiModels.json"));
    }

    private static String rig(String cards) {
        return "workers: [{name: rig1, aiModels: aiModels.json, gpus: [" + cards + "]}]\n";
    }

    private static String entry(String model, boolean warm, String more) {
        return "{\"pipeline\": \"text-to-image\", \"model_id\": \"" + model + "\", \"warm\": " + warm + more + "}";
    }

    @Test
    void publishesThePriceOfTheFleetFile() throws IOException {
        Cli.Result result = run(
                rig("{name: RTX 3090}")
                        + "pins: [{workload: text-to-image/" + REALVIS + ", keep: warm}]\n"
                        + "prices: [{workload: text-to-image/" + REALVIS + ", pricePerUnit: 9000000}]\n",
                "[" + entry(REALVIS, true, ", \"price_per_unit\": 4768371") + "]");

        assertThat(published()).contains("\"price_per_unit\": 9000000").doesNotContain("4768371");
        assertThat(result.out())
                .contains("asks 9000000 wei a unit for text-to-image/" + REALVIS + " instead of 4768371 wei a unit")
                .contains("hold from the next restart");
    }

    @Test
    void keepsTokensInTheOwnersFileOnly() throws IOException {
        Cli.Result result = run(
                rig("{name: RTX 3090}"),
                "["
                        + entry(
                                REALVIS,
                                false,
                                ", \"price_per_unit\": 1, \"url\": \"http://127.0.0.1:8000\", \"token\": \"s3cret\"")
                        + "]");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(published()).contains("\"token\": \"s3cret\"");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("out").resolve("aiModels.json"))))
                .isEqualTo("rw-------");
        assertThat(result.out() + result.err()).doesNotContain("s3cret");
        for (String file : new String[] {"plan.json", "problem.json", "report.md"}) {
            assertThat(folder.resolve("out").resolve(file)).content().doesNotContain("s3cret");
        }
    }

    @Test
    void takesAwayWhatIsPinnedNeverAndSaysSo() throws IOException {
        Cli.Result result = run(
                rig("{name: RTX 3090}") + "pins: [{workload: text-to-image/" + REALVIS + ", keep: never}]\n",
                "[" + entry(REALVIS, true, ", \"price_per_unit\": 4768371") + "]");

        assertThat(published()).doesNotContain(REALVIS);
        assertThat(result.out()).contains("You pinned it never.").contains("2. Restart go-livepeer itself");
        assertThat(folder.resolve("out").resolve("plan.json")).content().contains("\"chosen\": \"plan\"");
    }

    @Test
    void warnsThatTheCurrentFileWouldNotStartAndMendsIt() throws IOException {
        Cli.Result result = run(
                rig("{name: RTX 3090}"),
                "[" + entry(REALVIS, true, ", \"price_per_unit\": 1") + ","
                        + entry(REALVIS, false, ", \"price_per_unit\": 1") + "]");

        assertThat(result.out())
                .contains("The current file would not start.")
                .contains("Cannot have same model_id (" + REALVIS + ") as cold and warm")
                .contains("lets go-livepeer start, where the one you have would stop it");
    }

    @Test
    void namesACardThatHoldsTheOthersUp() throws IOException {
        Cli.Result result = run(rig("{name: RTX 5090, reservedMib: 32000}, {name: RTX 3090}"), "[]");

        assertThat(result.out())
                .contains("! Nothing more of worth fits rig1/0 (NVIDIA GeForce RTX 5090)")
                .contains("Nothing is warm now, and nothing that can go onto these cards is worth warming.");
    }

    @Test
    void refusesAFolderWithAnotherPlansFiles() throws IOException {
        Files.createDirectories(folder.resolve("out").resolve("rig9"));
        Files.writeString(folder.resolve("out").resolve("rig9").resolve("aiModels.json"), "[]");
        Cli.Result result = run(rig("{name: RTX 3090}"), "[]");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("holds rig9/aiModels.json of another plan. Maybe choose an empty folder.");
    }

    @Test
    void publishesAFolderPerWorker() throws IOException {
        Cli.Result result =
                run("workers: [{name: a, gpus: [{name: RTX 4090}]}, {name: b, gpus: [{name: RTX 3090}]}]\n", "[]");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(folder.resolve("out").resolve("a").resolve("aiModels.json")).exists();
        assertThat(folder.resolve("out").resolve("b").resolve("aiModels.json")).exists();
    }
}
