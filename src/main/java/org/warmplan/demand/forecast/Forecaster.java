package org.warmplan.demand.forecast;

import java.util.List;
import java.util.SortedMap;
import org.warmplan.demand.Rate;
import org.warmplan.demand.Reading;
import org.warmplan.domain.Workload;

/** Says what the coming week asks for. */
public interface Forecaster {
    /**
     * The rate of the week that begins now, for every workload with a reading.
     *
     * @param readings by workload, in any order; each list not empty
     */
    SortedMap<Workload, Rate> forecast(SortedMap<Workload, List<Reading>> readings);
}
