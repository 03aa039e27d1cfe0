package org.warmplan.example;

import java.util.Arrays;
import org.warmplan.domain.Workload;

/** What the truth of the example network counts in. */
public final class ExampleUnits {
    private ExampleUnits() {}

    /** Billed units per week at a rate of 1: a stream all week, or one job. */
    public static double perRate(Workload workload) {
        return Arrays.stream(Asked.values())
                .filter(asked -> asked.workload().equals(workload))
                .findFirst()
                .orElseThrow()
                .units();
    }
}
