package org.warmplan.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.warmplan.bench.Contender;
import org.warmplan.bench.KeepCurrent;
import org.warmplan.bench.MostValuableFirst;
import org.warmplan.domain.UsageException;

/** Who takes part in the bench. */
final class Contenders {
    private Contenders() {}

    /** Our own, and whoever else the jar holds: foreign solvers are left out of the usual one. */
    static List<Contender> all() {
        List<Contender> all = new ArrayList<>(ours());
        ServiceLoader.load(Contender.class).forEach(all::add);
        return all;
    }

    /** The planner's variants belong here. */
    private static List<Contender> ours() {
        return List.of(new KeepCurrent(), new MostValuableFirst());
    }

    /** Those named, separated by commas, in that order. */
    static List<Contender> named(String names) {
        List<Contender> all = all();
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
