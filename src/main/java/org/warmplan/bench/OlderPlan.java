package org.warmplan.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.warmplan.bench.DrawnFleet.DrawnCard;
import org.warmplan.bench.DrawnFleet.DrawnWorker;

/**
 * A plan that was good for the demand of another week: worker after worker, slot after slot, whatever brings most for
 * the part of the card that it takes.
 */
final class OlderPlan {
    private static final double LOAD_SPREAD = 0.9;
    private static final double WORTH_SPREAD = 0.5;
    private static final double LEFT_FREE = 0.05;

    private final List<DrawnWorkload> workloads;
    private final List<List<Long>> curves = new ArrayList<>();
    private final int[] units;
    private final int[] replicas;
    private final Map<String, List<String>> byGpu = new HashMap<>();

    private OlderPlan(List<DrawnWorkload> workloads, Draw draw) {
        this.workloads = workloads;
        this.units = new int[workloads.size()];
        this.replicas = new int[workloads.size()];
        for (DrawnWorkload workload : workloads) {
            curves.add(workload.curveAt(
                    workload.load() * draw.factor(LOAD_SPREAD), workload.worth() * draw.factor(WORTH_SPREAD)));
        }
    }

    static OlderPlan of(DrawnFleet fleet, List<DrawnWorkload> workloads, Draw draw) {
        OlderPlan plan = new OlderPlan(workloads, draw);
        fleet.workers().forEach(worker -> plan.fill(worker, draw));
        return plan;
    }

    List<String> on(DrawnCard card) {
        return byGpu.getOrDefault(card.id(), List.of());
    }

    int replicas(int workload) {
        return replicas[workload];
    }

    /** Gwei per week of a replica today, the mean over all of them; 0 without any. */
    double worthEach(int workload) {
        if (replicas[workload] == 0) {
            return 0;
        }
        List<Long> today = workloads.get(workload).spec().marginal();
        long income = today.stream().limit(units[workload]).mapToLong(u -> u).sum();
        return (double) income / replicas[workload];
    }

    private void fill(DrawnWorker worker, Draw draw) {
        int free = draw.chance(LEFT_FREE) ? 1 : 0;
        long[] room = worker.cards().stream().mapToLong(DrawnCard::roomMib).toArray();
        for (int slot = 0; slot < worker.allSlots() - free; slot++) {
            int place = slot % room.length;
            DrawnCard card = worker.cards().get(place);
            int best = best(worker, card, room[place]);
            if (best >= 0) {
                place(card, best);
                room[place] -= need(best, card);
            } else if (worker.prefix()) {
                return;
            }
        }
    }

    private int best(DrawnWorker worker, DrawnCard card, long room) {
        int best = -1;
        double most = 0;
        for (int w = 0; w < workloads.size(); w++) {
            String id = workloads.get(w).spec().id();
            if (need(w, card) <= room
                    && !card.forbid().contains(id)
                    && !worker.forbid().contains(id)) {
                double worth = worth(w, card) / part(w, card, worker.slots());
                if (worth > most) {
                    most = worth;
                    best = w;
                }
            }
        }
        return best;
    }

    /** Of the card, that a replica takes: a slot, or more VRAM than its share. */
    private double part(int workload, DrawnCard card, int slots) {
        return Math.max(1.0 / slots, (double) need(workload, card) / card.roomMib());
    }

    private double worth(int workload, DrawnCard card) {
        List<Long> curve = curves.get(workload);
        double worth = 0;
        int more = workloads.get(workload).spec().unitsOn(card.kind().id());
        for (int unit = units[workload]; unit < Math.min(curve.size(), units[workload] + more); unit++) {
            worth += curve.get(unit);
        }
        return worth;
    }

    private long need(int workload, DrawnCard card) {
        return workloads.get(workload).spec().vramMib().getOrDefault(card.kind().id(), Long.MAX_VALUE);
    }

    private void place(DrawnCard card, int workload) {
        byGpu.computeIfAbsent(card.id(), c -> new ArrayList<>())
                .add(workloads.get(workload).spec().id());
        units[workload] += workloads.get(workload).spec().unitsOn(card.kind().id());
        replicas[workload]++;
    }
}
