package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmplan.fleet.Catalogue;
import org.warmplan.fleet.Fleet;
import org.warmplan.fleet.FleetFile;
import org.warmplan.report.PublishedPlan;

final class InstalledFilesTest {
    private static final Path EXAMPLE = Path.of("reports", "example");

    @TempDir
    private Path folder;

    private Path now;
    private Fleet fleet;

    @BeforeEach
    void readTheFleet() throws IOException {
        now = folder.resolve("now.json");
        Path file = Files.writeString(
                folder.resolve("fleet.yaml"),
                "version: 1\nworkers: [{name: rig1, aiModels: now.json, gpus: [{name: RTX 4090}]}]\n");
        fleet = FleetFile.read(file, Catalogue.read(Path.of("data", "catalogue")));
    }

    private List<String> warnings(String worker) {
        return InstalledFiles.warnings(PublishedPlan.read(EXAMPLE), fleet, worker);
    }

    @Test
    void sayThatThePlanWasNeverInstalled() throws IOException {
        Files.copy(Path.of("data", "example", "aiModels.json"), now);

        assertThat(warnings("rig1"))
                .singleElement()
                .asString()
                .startsWith(now + " is still the file from before the plan: the plan was never installed. Maybe");
    }

    @Test
    void sayThatTheFileIsAnother() throws IOException {
        Files.writeString(now, "[]");

        assertThat(warnings("rig1")).singleElement().asString().startsWith(now + " is not the planned file");
    }

    @Test
    void sayThatTheFileIsGone() {
        assertThat(warnings("rig1")).singleElement().asString().startsWith("The aiModels.json of rig1 ");
        assertThat(warnings("rig2")).singleElement().asString().contains("no worker rig2");
    }

    @Test
    void sayNothingOfThePlannedFileHoweverItIsLaidOut() throws IOException {
        String planned = Files.readString(EXAMPLE.resolve("aiModels.json"));

        Files.writeString(now, planned);
        assertThat(warnings("rig1")).isEmpty();
        Files.writeString(now, planned.replace("\n", " "));
        assertThat(warnings("rig1")).isEmpty();
    }
}
