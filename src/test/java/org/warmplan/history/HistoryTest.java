package org.warmplan.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.warmplan.history.Snapshots.NOON;
import static org.warmplan.history.Snapshots.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.Window;

final class HistoryTest {
    private final SnapshotStore store = SnapshotStore.inMemory();

    @Test
    void tellsOldestFirst() {
        store.add(snapshot("b", NOON.minusSeconds(1), "earlier"));
        store.add(snapshot("a", NOON, "now"));
        store.add(snapshot("c", NOON.minusSeconds(3600), "first"));

        assertThat(models(observe(store))).containsExactly("first", "earlier", "now");
    }

    @Test
    void leavesOutWhatIsOutsideTheWindow() {
        store.add(snapshot("a", NOON.plusSeconds(1), "later"));
        store.add(snapshot("a", NOON, "now"));
        store.add(snapshot("a", NOON.minus(Duration.ofDays(7)), "a week ago"));
        store.add(snapshot("a", NOON.minus(Duration.ofDays(7)).minusSeconds(1), "longer ago"));

        assertThat(models(History.of(store, Snapshots.READERS).observe(Window.before(NOON, Duration.ofDays(7)))))
                .containsExactly("a week ago", "now");
    }

    @Test
    void namesItsInputs() {
        Snapshot now = store.add(snapshot("a", NOON, "now"));

        assertThat(observe(store).inputs())
                .containsExactly(new InputSnapshot("a", "model-id", NOON, SnapshotHash.of(now)));
    }

    @Test
    void keepsWhatWasOdd() {
        store.add(snapshot("a", NOON, "odd"));

        assertThat(observe(store).issues()).extracting(DataIssue::kind).containsExactly("odd");
    }

    @Test
    void countsWhatNoReaderTakes() {
        store.add(snapshot("a", NOON, "  "));
        store.add(snapshot("b", "tickets", NOON, new byte[] {1}));
        Observed observed = observe(store);

        assertThat(observed.inputs()).isEmpty();
        assertThat(observed.observations()).isEmpty();
        assertThat(observed.issues())
                .extracting(DataIssue::kind, DataIssue::source, DataIssue::path, DataIssue::value)
                .containsExactly(
                        tuple("snapshotUnreadable", "a", NOON.toString(), "The model is blank. Maybe ask again."),
                        tuple("kindUnknown", "b", NOON.toString(), "tickets"));
    }

    @Test
    void goesOnPastADamagedFile(@TempDir Path data) throws IOException {
        SnapshotStore filed = SnapshotStore.at(data);
        filed.add(snapshot("a", NOON, "sound"));
        filed.add(snapshot("b", NOON, "damaged"));
        Files.writeString(data.resolve("snapshots/b/20261123T120000Z.json.gz"), "no gzip");
        Observed observed = observe(filed);

        assertThat(models(observed)).containsExactly("sound");
        assertThat(observed.issues())
                .extracting(DataIssue::kind, DataIssue::source)
                .containsExactly(tuple("snapshotUnreadable", "b"));
    }

    @Test
    void hashesPartsInTheirOrder() {
        Snapshot one = snapshot("a", NOON, "one");
        Snapshot two = snapshot("b", NOON, "two");
        Snapshot both = new Snapshot(
                "a", "k", NOON, List.of(one.parts().get(0), two.parts().get(0)));
        Snapshot turned = new Snapshot(
                "a", "k", NOON, List.of(two.parts().get(0), one.parts().get(0)));

        // printf '%s\n%s' "$(printf one | sha256sum | cut -c-64)" "$(printf two | sha256sum | cut -c-64)" | sha256sum
        assertThat(SnapshotHash.of(both)).isEqualTo("8f76189278d8bfe0b2df727dbdda218086c1057bf492d1ae9178f8848d022c26");
        assertThat(SnapshotHash.of(turned)).isNotEqualTo(SnapshotHash.of(both));
    }

    private static Observed observe(SnapshotStore store) {
        return History.of(store, Snapshots.READERS).observe(new Window(Instant.EPOCH, NOON));
    }

    private static List<String> models(Observed observed) {
        return observed.observations().stream()
                .map(observation -> ((Offer) observation).workload().modelId())
                .toList();
    }
}
