package org.warmplan.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.warmplan.bench.Contender;
import org.warmplan.bench.KeepCurrent;
import org.warmplan.bench.MostValuableFirst;
import org.warmplan.bench.OwnPlanner;
import org.warmplan.bench.StockPlanner;
import org.warmplan.domain.UsageException;
import org.warmplan.plan.Order;
import org.warmplan.plan.Planner;

/** Who takes part in the bench. */
final class Contenders {
    private Contenders() {}

    /** Our own, and whoever else the jar holds: foreign solvers are left out of the usual one. */
    static List<Contender> all(Path solverXml) {
        List<Contender> all = new ArrayList<>(ours(solverXml));
        ServiceLoader.load(Contender.class).forEach(all::add);
        return all;
    }

    /** The planner, without one of its parts, without all of them, and what operators do today. */
    private static List<Contender> ours(Path solverXml) {
        Planner planner = Planner.of(solverXml);
        return List.of(
                new OwnPlanner("warmplan", planner, Order.USUAL),
                new OwnPlanner("no-prices", planner, Order.USUAL.withoutPrices()),
                new OwnPlanner("no-optaplanner", planner, Order.USUAL.withoutSearch()),
                new StockPlanner(),
                new KeepCurrent(),
                new MostValuableFirst());
    }

    /** Those named, separated by commas, in that order. */
    static List<Contender> named(String names, Path solverXml) {
        List<Contender> all = all(solverXml);
        return Arrays.stream(names.split(","))
                .map(name -> all.stream()
                        .filter(contender -> contender.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new UsageException(
                                "--contenders has %s, which is none. Maybe one of these was meant: %s."
                                        .formatted(name, names(all)))))
                .toList();
    }

    private static String names(List<Contender> contenders) {
        return contenders.stream().map(Contender::name).collect(Collectors.joining(", "));
    }
}
