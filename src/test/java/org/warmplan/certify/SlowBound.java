package org.warmplan.certify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.warmplan.problem.Certificate;
import org.warmplan.problem.GpuClass;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.PinSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.WorkerSpec;
import org.warmplan.problem.WorkloadSpec;

/** The bound of DESIGN as it stands there, by trying everything; amounts must be small. */
final class SlowBound {
    private final Problem problem;
    private final Certificate certificate;
    private final long lambda;

    private SlowBound(Problem problem, Certificate certificate) {
        this.problem = problem;
        this.certificate = certificate;
        this.lambda = problem.maxChanges() == null ? 0 : certificate.changePrice();
    }

    /** Empty for minus infinity. */
    static OptionalLong of(Problem problem, Certificate certificate) {
        SlowBound slow = new SlowBound(problem, certificate);
        long sum = problem.maxChanges() == null ? 0 : slow.lambda * problem.maxChanges();
        List<@Nullable Long> parts = new ArrayList<>();
        problem.workers().forEach(worker -> parts.add(slow.best(worker)));
        problem.workloads().forEach(workload -> parts.add(slow.surplus(workload)));
        for (Long part : parts) {
            if (part == null) {
                return OptionalLong.empty();
            }
            sum += part;
        }
        return OptionalLong.of(Math.floorDiv(sum, (long) certificate.scale()));
    }

    private @Nullable Long best(WorkerSpec worker) {
        List<GpuSpec> gpus = problem.gpusOf(worker.id());
        List<Map<Integer, Long>> worth = gpus.stream().map(this::best).toList();
        @Nullable Long most = max(null, keep(worker, gpus));
        for (List<Integer> counts : counts(gpus)) {
            if (worker.prefix() && !isInOrder(counts)) {
                continue;
            }
            long sum = free(worker, gpus, counts) - worker.reloadCost() * certificate.scale();
            boolean possible = true;
            for (int j = 0; j < gpus.size(); j++) {
                Long part = worth.get(j).get(counts.get(j));
                possible &= part != null;
                sum += part == null ? 0 : part;
            }
            most = possible ? max(most, sum) : most;
        }
        return most;
    }

    private @Nullable Long keep(WorkerSpec worker, List<GpuSpec> gpus) {
        long sum = 0;
        List<String> held = new ArrayList<>();
        for (GpuSpec gpu : gpus) {
            held.addAll(gpu.current());
            long need = 0;
            for (String w : gpu.current()) {
                Long vram = workload(w).vramMib().get(gpu.gpuClass());
                if (vram == null) {
                    return null;
                }
                need += vram;
                sum += worth(w, gpu);
            }
            if (need > room(gpu) || !meets(gpu.id(), true, gpu.current())) {
                return null;
            }
        }
        List<Integer> counts = gpus.stream().map(gpu -> gpu.current().size()).toList();
        boolean stays = meets(worker.id(), false, held) && (!worker.prefix() || isInOrder(counts));
        return stays ? (Long) (sum + free(worker, gpus, counts)) : null;
    }

    private boolean meets(String place, boolean onGpu, List<String> held) {
        return problem.pins().stream()
                .filter(pin -> pin.onGpu() == onGpu && pin.place().equals(place))
                .allMatch(pin -> Collections.frequency(held, pin.workload())
                        >= Collections.frequency(problem.pins(), new PinSpec(onGpu, place, pin.workload())));
    }

    private static boolean isInOrder(List<Integer> counts) {
        int n = counts.stream().mapToInt(Integer::intValue).sum();
        for (int j = 0; j < counts.size(); j++) {
            if (counts.get(j) != n / counts.size() + (j < n % counts.size() ? 1 : 0)) {
                return false;
            }
        }
        return true;
    }

    private long free(WorkerSpec worker, List<GpuSpec> gpus, List<Integer> counts) {
        int slots = gpus.stream().mapToInt(GpuSpec::slots).sum();
        int held = counts.stream().mapToInt(Integer::intValue).sum();
        return certificate.scale()
                * worker.freeSlot().stream()
                        .limit(slots - held)
                        .mapToLong(Long::longValue)
                        .sum();
    }

    /** Every number of replicas on each gpu. */
    private static List<List<Integer>> counts(List<GpuSpec> gpus) {
        List<List<Integer>> all = List.of(List.of());
        for (GpuSpec gpu : gpus) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> counts : all) {
                for (int c = 0; c <= gpu.slots(); c++) {
                    List<Integer> more = new ArrayList<>(counts);
                    more.add(c);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }

    /** B_g by the number of replicas, missing where there is no way. */
    private Map<Integer, Long> best(GpuSpec gpu) {
        Map<Integer, Long> best = new HashMap<>();
        fill(gpu, 0, new ArrayList<>(), best);
        return best;
    }

    private void fill(GpuSpec gpu, int from, List<String> held, Map<Integer, Long> best) {
        if (isAllowed(gpu, held)) {
            long sum = held.stream().mapToLong(w -> worth(w, gpu)).sum();
            List<String> added = new ArrayList<>(held);
            gpu.current().forEach(added::remove);
            List<String> removed = new ArrayList<>(gpu.current());
            held.forEach(removed::remove);
            sum -= added.stream()
                    .mapToLong(w -> workload(w).changeCost() * certificate.scale())
                    .sum();
            sum -= lambda * Math.max(added.size(), removed.size());
            best.merge(held.size(), sum, Math::max);
        }
        for (int w = from; w < problem.workloads().size() && held.size() < gpu.slots(); w++) {
            held.add(problem.workloads().get(w).id());
            fill(gpu, w, held, best);
            held.remove(held.size() - 1);
        }
    }

    private boolean isAllowed(GpuSpec gpu, List<String> held) {
        long need = 0;
        for (String w : held) {
            Long vram = workload(w).vramMib().get(gpu.gpuClass());
            if (vram == null
                    || isForbidden(gpu, w)
                    || Collections.frequency(held, w) > workload(w).maxReplicas()) {
                return false;
            }
            need += vram;
        }
        return need <= room(gpu) && meets(gpu.id(), true, held);
    }

    private boolean isForbidden(GpuSpec gpu, String w) {
        boolean onWorker = problem.workers().stream()
                .anyMatch(worker ->
                        worker.id().equals(gpu.worker()) && worker.forbid().contains(w));
        return (onWorker || gpu.forbid().contains(w)) && !gpu.current().contains(w);
    }

    private @Nullable Long surplus(WorkloadSpec workload) {
        List<long[]> ways = List.of(new long[] {0, 0, 0});
        for (GpuClass gpuClass : problem.classes()) {
            long most = problem.gpus().stream()
                    .filter(gpu -> gpu.gpuClass().equals(gpuClass.id()) && !isForbidden(gpu, workload.id()))
                    .mapToLong(gpu -> capacity(gpu, workload))
                    .sum();
            List<long[]> longer = new ArrayList<>();
            for (long[] way : ways) {
                for (long n = 0; n <= most; n++) {
                    longer.add(new long[] {
                        way[0] + n,
                        way[1] + n * workload.unitsOn(gpuClass.id()),
                        way[2] + n * certificate.price(workload.id(), gpuClass.id())
                    });
                }
            }
            ways = longer;
        }
        Long best = null;
        for (long[] way : ways) {
            if (way[0] >= workload.minReplicas() && way[0] <= workload.maxReplicas()) {
                long curve = workload.marginal().stream()
                        .limit(way[1])
                        .mapToLong(Long::longValue)
                        .sum();
                best = max(best, curve * certificate.scale() - way[2]);
            }
        }
        return best;
    }

    private long capacity(GpuSpec gpu, WorkloadSpec workload) {
        Long vram = workload.vramMib().get(gpu.gpuClass());
        if (vram == null) {
            return 0;
        }
        return vram == 0 ? gpu.slots() : Math.min(gpu.slots(), room(gpu) / vram);
    }

    private long room(GpuSpec gpu) {
        return problem.classes().stream()
                .filter(c -> c.id().equals(gpu.gpuClass()))
                .mapToLong(c -> Math.max(0, c.vramMib() - gpu.reservedMib()))
                .sum();
    }

    private long worth(String w, GpuSpec gpu) {
        return certificate.price(w, gpu.gpuClass()) + workload(w).linearOn(gpu.gpuClass()) * certificate.scale();
    }

    private WorkloadSpec workload(String id) {
        return problem.workloads().stream()
                .filter(w -> w.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable Long max(@Nullable Long a, @Nullable Long b) {
        return a == null ? b : b == null ? a : (Long) Math.max(a, b);
    }
}
