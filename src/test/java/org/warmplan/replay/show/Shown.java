package org.warmplan.replay.show;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.warmplan.collect.SourceKinds;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.Workload;
import org.warmplan.replay.market.SmallMarket;
import org.warmplan.replay.market.WeekLog;

/** A small market of two weeks, as the program's own readers understand what its sources show. */
final class Shown {
    static final long SEED = 7;

    private final SmallMarket market = new SmallMarket();
    private final List<SmallMarket.Week> weeks;
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private final List<DataIssue> issues = new ArrayList<>();

    Shown(Rhythm rhythm) {
        weeks = market.weeks(2);
        Showing showing = new Showing(market.cast(), SEED, Showing.START, rhythm);
        weeks.forEach(week -> snapshots.addAll(showing.week(week.standing(), week.log())));
        for (Snapshot snapshot : snapshots) {
            Reading reading = SourceKinds.find(snapshot.kind()).orElseThrow().read(snapshot);
            observations.addAll(reading.observations());
            issues.addAll(reading.issues());
        }
    }

    /** With no source ever down. */
    static Shown whole(int everyHours) {
        return new Shown(new Rhythm(everyHours, 0));
    }

    SmallMarket market() {
        return market;
    }

    Workload workload(int index) {
        return market.cast().workloads().get(index).workload();
    }

    WeekLog log(int week) {
        return weeks.get(week).log();
    }

    SmallMarket.Week week(int week) {
        return weeks.get(week);
    }

    List<Snapshot> snapshots() {
        return snapshots;
    }

    List<DataIssue> issues() {
        return issues;
    }

    <T extends Observation> List<T> all(Class<T> kind) {
        return observations.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Hours since the market's start. */
    static int hour(Instant at) {
        return Objects.checkIndex(
                (int) ((at.getEpochSecond() - Showing.START.getEpochSecond()) / 3600), 2 * WeekLog.HOURS + 1);
    }
}
