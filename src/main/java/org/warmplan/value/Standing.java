package org.warmplan.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.domain.Vram;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.FleetGpu;

/**
 * What stands on one card now, with the VRAM each replica counts for. It runs there, so together it fits, whatever the
 * figures say: what has no figure gets what the others leave, and when the figures are too much for the card all are
 * scaled down to it.
 *
 * @param counted MiB by replica, in the order of {@code replicas}; together at most the card's room
 * @param crowded whether the figures of what stands there are too much for the card
 */
record Standing(List<Workload> replicas, List<Long> counted, boolean crowded) {
    Standing {
        replicas = List.copyOf(replicas);
        counted = List.copyOf(counted);
    }

    static Standing on(FleetCards cards, FleetGpu gpu, List<Workload> replicas) {
        long room = cards.room(gpu).mib();
        List<Optional<Long>> figures = replicas.stream()
                .map(workload -> cards.findNeed(workload, gpu).map(Vram::mib))
                .toList();
        long known = figures.stream().mapToLong(f -> f.orElse(0L)).sum();
        long unknown = figures.stream().filter(Optional::isEmpty).count();
        boolean crowded = known > room;
        long rest = unknown == 0 ? 0 : crowded ? room / replicas.size() : (room - known) / unknown;
        List<Long> counted = new ArrayList<>();
        for (Optional<Long> figure : figures) {
            counted.add(figure.orElse(rest));
        }
        return new Standing(replicas, crowded ? scaled(counted, room) : counted, crowded);
    }

    private static List<Long> scaled(List<Long> figures, long room) {
        long sum = figures.stream().mapToLong(Long::longValue).sum();
        return figures.stream().map(figure -> figure * room / sum).toList();
    }

    /** The least that any replica of a workload counts for here. */
    SortedMap<Workload, Long> needs() {
        SortedMap<Workload, Long> needs = new TreeMap<>();
        for (int i = 0; i < replicas.size(); i++) {
            needs.merge(replicas.get(i), counted.get(i), Math::min);
        }
        return needs;
    }

    /**
     * Whether another workload could come to a crowded card beside all that stands there but one: scaled figures would
     * otherwise make room that there is not.
     */
    boolean hasRoomFor(Workload workload, FleetCards cards, FleetGpu gpu) {
        if (!crowded) {
            return true;
        }
        List<Long> others = replicas.stream()
                .map(other -> cards.findNeed(other, gpu).map(Vram::mib).orElse(0L))
                .sorted()
                .skip(1)
                .toList();
        long beside = others.stream().mapToLong(Long::longValue).sum();
        return cards.findNeed(workload, gpu)
                .filter(need -> need.mib() + beside <= cards.room(gpu).mib())
                .isPresent();
    }
}
