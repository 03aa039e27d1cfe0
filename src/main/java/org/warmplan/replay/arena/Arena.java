package org.warmplan.replay.arena;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.warmplan.demand.DemandPolicy;
import org.warmplan.demand.SharePolicy;
import org.warmplan.demand.forecast.ForecastMethod;
import org.warmplan.demand.forecast.ForecastPolicy;
import org.warmplan.demand.forecast.Outlook;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.SnapshotReader;
import org.warmplan.domain.Workload;
import org.warmplan.history.SnapshotReaders;
import org.warmplan.replay.market.Cast;
import org.warmplan.replay.market.Market;
import org.warmplan.replay.market.MarketGateway;
import org.warmplan.replay.market.MarketWorkload;
import org.warmplan.replay.market.WeekLog;
import org.warmplan.replay.show.Rhythm;
import org.warmplan.replay.show.Showing;

/**
 * Plays simulated markets and lets every method forecast their weeks from what the sources would have shown: no method
 * sees the market itself.
 *
 * @param firstWeek weeks before are for learning; counted from 0
 * @param weeks played in all, more than {@code firstWeek}
 */
public record Arena(
        SnapshotReaders readers,
        DemandPolicy demand,
        ForecastPolicy forecast,
        SharePolicy share,
        int firstWeek,
        int weeks) {
    private static final double WEI_PER_GWEI = 1e9;
    private static final int EVERY_HOURS = 6;

    /**
     * What each method forecast on one market, and what came of it. Each workload's units are worth their usual price. Which
     * gateway tests how much load is borne is known, as to an operator who named it in the policy.
     */
    public Map<ForecastMethod, List<Told>> play(Market market, long seed) {
        Cast cast = market.cast();
        DemandPolicy told = demand.withLoadTestGateways(cast.gateways().stream()
                .filter(MarketGateway::loadTester)
                .map(gateway -> gateway.address().value())
                .collect(Collectors.toSet()));
        Showing showing = new Showing(cast, seed, Showing.START, Rhythm.every(EVERY_HOURS));
        Contest contest = new Contest(
                told, forecast, share, cast.orchestrators().get(Cast.SELF).address());
        List<Observation> seen = new ArrayList<>();
        Map<ForecastMethod, SortedMap<Workload, Outlook>> pending = new EnumMap<>(ForecastMethod.class);
        for (int week = 0; week < weeks; week++) {
            WeekLog log = market.play();
            tell(contest, pending, seed, cast, log);
            showing.week(market.standing(week), log).forEach(snapshot -> read(snapshot, seen));
            Instant end = showing.end(week);
            seen.removeIf(o -> o.seenAt().isBefore(end.minus(demand.window())));
            pending = week + 1 >= firstWeek ? contest.forecast(seen, end) : Map.of();
        }
        return contest.told();
    }

    private void read(Snapshot snapshot, List<Observation> seen) {
        SnapshotReader reader = readers.find(snapshot.kind()).orElseThrow();
        seen.addAll(reader.read(snapshot).observations());
    }

    private void tell(
            Contest contest,
            Map<ForecastMethod, SortedMap<Workload, Outlook>> forecasts,
            long seed,
            Cast cast,
            WeekLog log) {
        for (int index = 0; index < cast.workloads().size(); index++) {
            MarketWorkload asked = cast.workloads().get(index);
            double units = demand.unitsPerRate(asked.workload().pipeline());
            double truth = log.wantedUnits(index) / units;
            double gwei = units * asked.usualWeiPerUnit() / WEI_PER_GWEI;
            forecasts.forEach((method, outlooks) -> {
                Outlook outlook = outlooks.get(asked.workload());
                if (outlook != null) {
                    contest.tell(method, new Told(seed, asked.workload(), log.week(), outlook.rate(), truth, gwei));
                }
            });
        }
    }
}
