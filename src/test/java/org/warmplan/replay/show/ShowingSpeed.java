package org.warmplan.replay.show;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.warmplan.collect.SourceKinds;
import org.warmplan.demand.DemandPolicy;
import org.warmplan.domain.Snapshot;
import org.warmplan.files.Document;
import org.warmplan.fleet.Catalogue;
import org.warmplan.replay.market.Market;
import org.warmplan.replay.market.MarketSize;
import org.warmplan.replay.market.WeekLog;

/** How much computing playing, showing and reading a week takes in this thread; run by hand: {@code STUDY|MEDIUM|BIG seed weeks hours}. */
final class ShowingSpeed {
    private ShowingSpeed() {}

    /** Nanoseconds this thread has computed: others may share the machine. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    public static void main(String[] args) {
        MarketSize size = switch (args[0]) {
            case "BIG" -> MarketSize.BIG;
            case "MEDIUM" -> MarketSize.MEDIUM;
            default -> MarketSize.STUDY;
        };
        long seed = Long.parseLong(args[1]);
        DemandPolicy policy = DemandPolicy.of(Document.ofYaml(Path.of("solver-config", "policy.yaml"), "The policy")
                .fields()
                .object("demand"));
        Market market = Market.of(Catalogue.read(Path.of("data", "catalogue")), policy, size, seed);
        Showing showing = new Showing(market.cast(), seed, Showing.START, Rhythm.every(Integer.parseInt(args[3])));
        for (int week = 0; week < Integer.parseInt(args[2]); week++) {
            long start = cpu();
            WeekLog log = market.play();
            long played = cpu();
            List<Snapshot> shown = showing.week(market.standing(week), log);
            long emitted = cpu();
            long observations = shown.stream()
                    .mapToLong(snapshot -> SourceKinds.find(snapshot.kind())
                            .orElseThrow()
                            .read(snapshot)
                            .observations()
                            .size())
                    .sum();
            long read = cpu();
            long bytes = shown.stream()
                    .flatMap(snapshot -> snapshot.parts().stream())
                    .mapToLong(part -> part.body().length())
                    .sum();
            System.out.printf(
                    "week %d: %d requests; played in %.2f s, shown in %.2f s (%d snapshots, %.1f MB), read in %.2f s (%d)%n",
                    week,
                    log.requested(),
                    (played - start) / 1e9,
                    (emitted - played) / 1e9,
                    shown.size(),
                    bytes / 1e6,
                    (read - emitted) / 1e9,
                    observations);
        }
    }
}
