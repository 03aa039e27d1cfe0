package org.warmplan.demand.forecast;

import java.util.List;
import java.util.SortedMap;
import org.warmplan.demand.Reading;
import org.warmplan.domain.Workload;

/** Says what the coming week asks for. */
public interface Forecaster {
    /**
     * The outlook for the week that begins now, for every workload with a reading.
     *
     * @param readings by workload, in any order; each list not empty
     */
    SortedMap<Workload, Outlook> forecast(SortedMap<Workload, List<Reading>> readings);
}
