package org.warmplan.value;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.demand.share.Erlang;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.FleetGpu;
import org.warmplan.fleet.FleetWorker;
import org.warmplan.fleet.Keep;

/**
 * What free slots earn with cold models. A gateway asks for a cold one only while nobody has it warm (go-livepeer
 * server/ai_session.go:360-370 at 176aa415), and its load keeps every other job of the worker waiting (ai/worker/docker.go:
 * 223-249). Every such workload counts on one worker only, and warming it earns so much less, so that nothing counts twice.
 */
public final class FreeSlots {
    private final FleetCards cards;
    private final CurrentState current;
    private final ReloadPolicy reload;
    private final double coldServed;
    private final Wishes wishes;
    /** By worker, what it may serve cold. */
    private final SortedMap<String, List<ValuedWorkload>> cold = new TreeMap<>();

    /** Free slots of a fleet. */
    public FreeSlots(
            FleetCards cards,
            CurrentState current,
            Collection<ValuedWorkload> valued,
            ReloadPolicy reload,
            ValuePolicy policy) {
        this.cards = cards;
        this.current = current;
        this.reload = reload;
        this.coldServed = policy.coldServed();
        this.wishes = new Wishes(cards.fleet(), current);
        for (ValuedWorkload workload : valued) {
            if (workload.isValued() && workload.curve().cold().gwei() > 0) {
                assign(workload);
            }
        }
    }

    /** To the worker that lists it now, else to the first that could. */
    private void assign(ValuedWorkload valued) {
        Workload workload = valued.workload();
        List<FleetWorker> able = cards.fleet().workers().stream()
                .filter(worker -> mayServe(workload, worker))
                .toList();
        able.stream()
                .filter(worker -> current.listedOn(worker.name()).contains(workload))
                .findFirst()
                .or(() -> able.stream().findFirst())
                .ifPresent(worker -> cold.computeIfAbsent(worker.name(), w -> new ArrayList<>())
                        .add(valued));
    }

    private boolean mayServe(Workload workload, FleetWorker worker) {
        return !Wishes.isUnreachable(workload, worker)
                && !current.isExternal(worker.name(), workload)
                && !wishes.pinned(worker, Keep.NEVER).contains(workload)
                && worker.gpus().stream()
                        .allMatch(gpu -> cards.findNeed(workload, gpu).isPresent());
    }

    /**
     * What free slots of a worker earn.
     *
     * @param first gwei per week of the first, second ... free slot; never rises
     * @param parts gwei per week of a single free slot by workload
     */
    record Worth(List<Long> first, Map<Workload, Long> parts) {
        static final Worth NONE = new Worth(List.of(), Map.of());
    }

    /**
     * What they earn.
     *
     * @param weeklyGwei what the worker earns with what is warm, which waits while a cold model loads
     */
    Worth of(FleetWorker worker, long weeklyGwei) {
        List<ValuedWorkload> served = cold.getOrDefault(worker.name(), List.of());
        double requests =
                served.stream().mapToDouble(w -> w.curve().cold().requests()).sum();
        double busy = 0;
        double earned = 0;
        SortedMap<Workload, Double> net = new TreeMap<>();
        for (ValuedWorkload workload : served) {
            Curve.ColdDemand demand = workload.curve().cold();
            double loads = demand.requests() * (1 - demand.requests() / requests);
            // The first request of a week finds it gone in any case.
            loads = Math.max(loads, Math.min(1, demand.requests()));
            double answered = 1 - loads / demand.requests() * (1 - coldServed);
            double loading = loads * seconds(workload.workload(), worker) / ReloadPolicy.WEEK_SECONDS;
            double gwei = demand.gwei() * answered - loading * weeklyGwei;
            if (gwei > 0) {
                net.put(workload.workload(), gwei);
                earned += gwei;
                busy += demand.busy() * answered + loading;
            }
        }
        return earned > 0 ? worth(net, earned, busy, worker.slots()) : Worth.NONE;
    }

    private static Worth worth(SortedMap<Workload, Double> net, double earned, double busy, int slots) {
        List<Long> first = new ArrayList<>();
        long last = Long.MAX_VALUE;
        for (int k = 0; k < slots && last > 0; k++) {
            double more = (Erlang.carried(k + 1L, busy) - Erlang.carried(k, busy)) / busy;
            last = Math.min(last, (long) Math.floor(earned * more));
            if (last > 0) {
                first.add(last);
            }
        }
        double single = Erlang.carried(1, busy) / busy;
        SortedMap<Workload, Long> parts = new TreeMap<>();
        net.forEach((workload, gwei) -> parts.put(workload, (long) Math.floor(gwei * single)));
        return new Worth(first, parts);
    }

    private double seconds(Workload workload, FleetWorker worker) {
        return worker.gpus().stream()
                .map(FleetGpu::name)
                .mapToDouble(name -> cards.rules()
                        .findLoadSeconds(workload, name)
                        .map(seconds ->
                                seconds.setScale(0, RoundingMode.CEILING).doubleValue())
                        .orElse((double) reload.loadSeconds()))
                .max()
                .orElse((double) reload.loadSeconds());
    }
}
