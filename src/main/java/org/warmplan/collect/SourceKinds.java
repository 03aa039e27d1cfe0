package org.warmplan.collect;

import java.util.List;
import java.util.Optional;
import org.warmplan.collect.ask.Source;
import org.warmplan.collect.explorer.ExplorerLeaderboardSource;
import org.warmplan.collect.explorer.ExplorerOrchestratorsSource;
import org.warmplan.collect.leaderboard.LeaderboardSource;
import org.warmplan.collect.metrics.OrchestratorMetricsSource;
import org.warmplan.collect.naap.NaapSource;
import org.warmplan.collect.network.NetworkCapabilitiesSource;
import org.warmplan.collect.page.CapabilitiesPageSource;
import org.warmplan.collect.payouts.PayoutsSource;

/** The kinds of source this version understands. */
public final class SourceKinds {
    /** Goes up whenever a reader reads something else out of the same snapshot than before: what is indexed is read again. */
    public static final int READERS_VERSION = 2;

    private static final List<Source> KINDS = List.of(
            new CapabilitiesPageSource(),
            new ExplorerLeaderboardSource(),
            new ExplorerOrchestratorsSource(),
            new LeaderboardSource(),
            new NaapSource(),
            new NetworkCapabilitiesSource(),
            new OrchestratorMetricsSource(),
            new PayoutsSource());

    private SourceKinds() {}

    /** One per kind, ordered by kind. */
    public static List<Source> list() {
        return KINDS;
    }

    /** The kinds in alphabetical order, as sources.yaml names them. */
    public static List<String> listKinds() {
        return KINDS.stream().map(Source::kind).toList();
    }

    public static Optional<Source> find(String kind) {
        return KINDS.stream().filter(source -> source.kind().equals(kind)).findFirst();
    }
}
