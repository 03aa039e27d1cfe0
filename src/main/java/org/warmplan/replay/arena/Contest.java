package org.warmplan.replay.arena;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.warmplan.demand.DemandPolicy;
import org.warmplan.demand.Reading;
import org.warmplan.demand.SharePolicy;
import org.warmplan.demand.Supply;
import org.warmplan.demand.evidence.EvidenceGatherer;
import org.warmplan.demand.forecast.ForecastMethod;
import org.warmplan.demand.forecast.ForecastPolicy;
import org.warmplan.demand.forecast.Forecaster;
import org.warmplan.demand.forecast.Outlook;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Workload;

/**
 * One market's weeks, forecast by every method from the same readings: what its operator would have known at the end of
 * each week, against what was asked for in the next.
 */
final class Contest {
    private final DemandPolicy demand;
    private final SharePolicy share;
    private final Address self;
    private final Map<ForecastMethod, Forecaster> methods = new EnumMap<>(ForecastMethod.class);
    private final Map<ForecastMethod, List<Told>> told = new EnumMap<>(ForecastMethod.class);

    Contest(DemandPolicy demand, ForecastPolicy forecast, SharePolicy share, Address self) {
        this.demand = demand;
        this.share = share;
        this.self = self;
        for (ForecastMethod method : ForecastMethod.values()) {
            methods.put(method, method.forecaster(forecast));
            told.put(method, new ArrayList<>());
        }
    }

    /**
     * Every method forecasts the week that begins at {@code at}.
     *
     * @param known what was seen before
     */
    Map<ForecastMethod, SortedMap<Workload, Outlook>> forecast(List<Observation> known, Instant at) {
        Supply supply = Supply.of(known, at, demand.supplyWindow());
        SortedMap<Workload, List<Reading>> readings = new EvidenceGatherer(demand, share, supply, self, at)
                .gather(known, new DataIssues())
                .readings();
        Map<ForecastMethod, SortedMap<Workload, Outlook>> forecasts = new EnumMap<>(ForecastMethod.class);
        methods.forEach((method, forecaster) -> forecasts.put(method, forecaster.forecast(readings)));
        return forecasts;
    }

    /** What came of a forecast, for one workload. */
    void tell(ForecastMethod method, Told one) {
        told.computeIfAbsent(method, m -> new ArrayList<>()).add(one);
    }

    /** All that was told, by method. */
    Map<ForecastMethod, List<Told>> told() {
        return Collections.unmodifiableMap(told);
    }
}
