package org.warmplan.replay.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmplan.files.JsonText;
import org.warmplan.fleet.Catalogue;
import org.warmplan.fleet.Fleet;
import org.warmplan.fleet.FleetFile;
import org.warmplan.history.SnapshotStore;
import org.warmplan.replay.market.SmallMarket;
import tools.jackson.databind.JsonNode;

final class MarketFolderTest {
    private final SmallMarket market = new SmallMarket();
    private final List<SmallMarket.Week> weeks = market.weeks(1);

    @TempDir
    private Path folder;

    @BeforeEach
    void write() {
        Showing showing = new Showing(market.cast(), Shown.SEED, Showing.START, new Rhythm(24, 0));
        MarketFolder written = new MarketFolder(folder, market.cast(), Shown.SEED, showing);
        weeks.forEach(week -> written.add(week.standing(), week.log()));
        written.finish(weeks.get(0).standing());
        assertThat(written.snapshots()).isEqualTo(7 * 6);
    }

    @Test
    void filesWhatWasShown() {
        SnapshotStore store = SnapshotStore.at(folder.resolve("data"));

        assertThat(store.list(Instant.MAX)).hasSize(7 * 6);
        assertThat(store.list(Instant.MAX))
                .allSatisfy(id -> assertThat(store.get(id).parts()).isNotEmpty());
    }

    @Test
    void writesAFleetThatCanBeRead() {
        Fleet fleet = FleetFile.read(folder.resolve("fleet.yaml"), Catalogue.read(Path.of("data", "catalogue")));

        assertThat(fleet.workers()).singleElement().satisfies(worker -> {
            assertThat(worker.gpus()).hasSize(3);
            assertThat(worker.aiModels()).exists();
        });
        assertThat(fleet.orchestrator())
                .isEqualTo(market.cast().orchestrators().get(0).address());
        assertThat(fleet.prices()).hasSize(market.cast().workloads().size());
    }

    /** The free card in the middle comes last, so that the order of entries is where they land. */
    @Test
    void listsWhatRunsInTheOrderOfCards() throws IOException {
        JsonNode entries = JsonText.read("aiModels", Files.readString(folder.resolve("rig1/aiModels.json")));

        assertThat(entries.size()).isEqualTo(2);
        assertThat(entries.get(0).get("model_id").stringValue()).isEqualTo("streamdiffusion-sdxl");
        assertThat(entries.get(1).get("model_id").stringValue()).isEqualTo("SG161222/RealVisXL_V4.0_Lightning");
        assertThat(entries.get(1).get("price_per_unit").longValue()).isEqualTo(4_768_371);
    }

    @Test
    void tellsTheTruth() throws IOException {
        JsonNode truth = JsonText.read("truth", Files.readString(folder.resolve("truth.json")));
        JsonNode whisper = truth.get("workloads").get(SmallMarket.WHISPER);

        assertThat(truth.get("weekEnds").get(0).stringValue()).isEqualTo("2026-01-12T00:00:00Z");
        assertThat(whisper.get("weeklyUnits").get(0).longValue())
                .isEqualTo(Math.round(weeks.get(0).log().wantedUnits(SmallMarket.WHISPER)));
        assertThat(truth.get("ownWeeklyGwei").get(0).longValue())
                .isEqualTo(Math.round(weeks.get(0).log().wei(0) / 1e9));
        assertThat(whisper.get("ownWeeklyGwei").get(0).longValue()).isZero();
    }
}
