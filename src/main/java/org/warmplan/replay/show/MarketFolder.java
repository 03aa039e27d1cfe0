package org.warmplan.replay.show;

import java.nio.file.Path;
import java.util.List;
import org.warmplan.domain.Snapshot;
import org.warmplan.files.WholeFile;
import org.warmplan.history.SnapshotStore;
import org.warmplan.replay.market.Cast;
import org.warmplan.replay.market.Standing;
import org.warmplan.replay.market.WeekLog;

/**
 * A market on disk: {@code data/snapshots} as if it had been collected, {@code fleet.yaml} with what the operator runs, and
 * {@code truth.json}.
 */
public final class MarketFolder {
    private final Path folder;
    private final Cast cast;
    private final long seed;
    private final Showing showing;
    private final SnapshotStore store;
    private final Truth truth;
    private int snapshots;

    /**
     * Writes a market to {@code folder}, which is made as needed.
     *
     * @throws org.warmplan.domain.UsageException when nothing can be written there
     */
    public MarketFolder(Path folder, Cast cast, long seed, Showing showing) {
        WholeFile.requireWritable(folder);
        this.folder = folder;
        this.cast = cast;
        this.seed = seed;
        this.showing = showing;
        this.store = SnapshotStore.at(data());
        this.truth = new Truth(cast);
    }

    /** Files what a week showed. */
    public void add(Standing standing, WeekLog log) {
        List<Snapshot> shown = showing.week(standing, log);
        // Nobody else files here, and no two have one place: nothing needs to be looked at first.
        shown.forEach(store::put);
        snapshots += shown.size();
        truth.add(log, showing.end(log.week()));
    }

    /** Writes what the operator has, as it stands in {@code last}, and the truth. */
    public void finish(Standing last) {
        new OwnFleet(cast, last).files().forEach((path, text) -> WholeFile.write(folder.resolve(path), text));
        WholeFile.write(folder.resolve("truth.json"), truth.text(seed));
    }

    /** Where snapshots are. */
    public Path data() {
        return folder.resolve("data");
    }

    /** The operator's file. */
    public Path fleet() {
        return folder.resolve("fleet.yaml");
    }

    /** How many snapshots were filed. */
    public int snapshots() {
        return snapshots;
    }
}
