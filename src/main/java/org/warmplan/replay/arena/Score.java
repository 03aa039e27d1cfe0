package org.warmplan.replay.arena;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.warmplan.domain.Workload;

/**
 * How well one way to forecast did.
 *
 * @param loss pinball loss as a part of all that was asked for, both as money
 * @param covered part of the workload-weeks inside the range of 80 %
 * @param thirds the same within the workloads of smallest, middle and largest mean volume in their market, a third of the
 *     workload-weeks each; by what was asked for in the week itself, the small third would be those it was too high for
 * @param count workload-weeks
 */
public record Score(double loss, double covered, List<Double> thirds, int count) {
    private static final int PARTS = 3;

    public Score {
        thirds = List.copyOf(thirds);
    }

    /** The score of forecasts; at least one for each third. */
    public static Score of(List<Told> told) {
        if (told.size() < PARTS) {
            throw new IllegalArgumentException("The forecasts (" + told.size() + ") must be at least " + PARTS + ".");
        }
        Map<Asked, Double> means =
                told.stream().collect(Collectors.groupingBy(Asked::of, Collectors.averagingDouble(Told::volume)));
        List<Told> byVolume = told.stream()
                .sorted(Comparator.comparingDouble(one -> means.getOrDefault(Asked.of(one), 0.0)))
                .toList();
        List<Double> thirds = new ArrayList<>();
        for (int i = 0; i < PARTS; i++) {
            thirds.add(covered(byVolume.subList(told.size() * i / PARTS, told.size() * (i + 1) / PARTS)));
        }
        double loss = told.stream().mapToDouble(Told::lossGwei).sum();
        double volume = told.stream().mapToDouble(Told::volume).sum();
        return new Score(loss / volume, covered(told), thirds, told.size());
    }

    /** A workload of a market. */
    private record Asked(long market, Workload workload) {
        static Asked of(Told told) {
            return new Asked(told.market(), told.workload());
        }
    }

    private static double covered(List<Told> told) {
        return (double) told.stream().filter(Told::isInside).count() / told.size();
    }
}
