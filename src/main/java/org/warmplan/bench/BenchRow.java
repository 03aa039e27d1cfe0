package org.warmplan.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How a contender did at a size. What is empty was answered on no seed.
 *
 * @param seeds how many problems there were
 * @param answered on how many of them there was a feasible answer
 * @param broken on how many the answer broke a rule
 * @param optimal on how many nobody can do better
 * @param refuted on how many someone did better than the contender's bound
 * @param share median of value / best bound
 * @param looseness median of how far its own bound is above the best, as a part of that
 * @param gap median and worst of (best bound - value) / best bound
 * @param seconds median and worst
 * @param heapBytes worst
 */
public record BenchRow(
        Size size,
        String contender,
        int seeds,
        int answered,
        int broken,
        int optimal,
        int refuted,
        Optional<Double> share,
        Optional<Double> looseness,
        Optional<Spread> gap,
        Spread seconds,
        long heapBytes) {
    private static final double NANOS = 1e9;

    /** The rows of a table: by size, then by contender, both as they came first. */
    public static List<BenchRow> of(List<Round> rounds) {
        List<BenchRow> rows = new ArrayList<>();
        Set<Size> sizes = new LinkedHashSet<>(rounds.stream().map(Round::size).toList());
        for (Size size : sizes) {
            List<Round> here =
                    rounds.stream().filter(round -> round.size().equals(size)).toList();
            Set<String> names = new LinkedHashSet<>();
            here.forEach(round -> round.runs().forEach(run -> names.add(run.contender())));
            names.forEach(name -> rows.add(of(size, name, here)));
        }
        return rows;
    }

    private static BenchRow of(Size size, String contender, List<Round> rounds) {
        List<Turn> turns = rounds.stream()
                .flatMap(round -> round.runs().stream()
                        .filter(run -> run.contender().equals(contender))
                        .map(run -> new Turn(round, run)))
                .toList();
        List<Double> gaps =
                turns.stream().flatMap(t -> t.round.gap(t.run).stream()).toList();
        return new BenchRow(
                size,
                contender,
                turns.size(),
                count(turns, t -> t.run.value().isPresent()),
                count(turns, t -> t.run.broken()),
                count(turns, t -> t.round.isOptimal(t.run)),
                count(turns, t -> t.round.isRefuted(t.run)),
                Spread.of(gaps).map(gap -> 1 - gap.median()),
                Spread.of(turns.stream()
                                .flatMap(t -> t.round.looseness(t.run).stream())
                                .toList())
                        .map(Spread::median),
                Spread.of(gaps),
                Spread.of(turns.stream()
                                .map(t -> t.run.time().toNanos() / NANOS)
                                .toList())
                        .orElseThrow(),
                turns.stream().mapToLong(t -> t.run.heapBytes()).max().orElse(0));
    }

    private static int count(List<Turn> turns, Predicate<Turn> wanted) {
        return (int) turns.stream().filter(wanted).count();
    }

    private record Turn(Round round, Run run) {}
}
