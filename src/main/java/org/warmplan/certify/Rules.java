package org.warmplan.certify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.PinSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.WorkerSpec;
import org.warmplan.problem.WorkloadSpec;

/** Holds an assignment against every rule of its problem; a sentence for each that is broken. */
final class Rules {
    private final Problem problem;
    private final Assignment assignment;
    private final Declared declared;
    private final List<String> broken = new ArrayList<>();

    private Rules(Problem problem, Assignment assignment) {
        this.problem = problem;
        this.assignment = assignment;
        this.declared = new Declared(problem);
    }

    /** What an assignment of declared workloads breaks, in the order of the problem; empty when it keeps every rule. */
    static List<String> broken(Problem problem, Assignment assignment) {
        Rules rules = new Rules(problem, assignment);
        problem.gpus().forEach(rules::checkGpu);
        problem.workers().stream().filter(WorkerSpec::prefix).forEach(rules::checkOrder);
        rules.checkPins();
        rules.checkReplicas();
        rules.checkChanges();
        return rules.broken;
    }

    private void checkGpu(GpuSpec gpu) {
        List<String> replicas = assignment.on(gpu.id());
        if (replicas.size() > gpu.slots()) {
            say("The gpu %s holds %d replicas in %d slots.".formatted(gpu.id(), replicas.size(), gpu.slots()));
        }
        long need = 0;
        for (String replica : replicas) {
            Long vram = declared.workload(replica).vramMib().get(gpu.gpuClass());
            need += vram == null ? 0 : vram;
        }
        for (String replica : new TreeSet<>(replicas)) {
            checkReplica(gpu, replica);
        }
        long room = Math.max(0, declared.gpuClass(gpu.gpuClass()).vramMib() - gpu.reservedMib());
        if (need > room) {
            say("The gpu %s holds %s, which need %d MiB of %d MiB.".formatted(gpu.id(), replicas, need, room));
        }
    }

    private void checkReplica(GpuSpec gpu, String workload) {
        if (!declared.workload(workload).vramMib().containsKey(gpu.gpuClass())) {
            say("The gpu %s holds %s, which its class %s cannot host.".formatted(gpu.id(), workload, gpu.gpuClass()));
        }
        boolean onWorker = declared.worker(gpu.worker()).forbid().contains(workload);
        boolean forbidden = onWorker || gpu.forbid().contains(workload);
        if (forbidden && !gpu.current().contains(workload)) {
            say("The gpu %s holds %s, which is forbidden on the %s."
                    .formatted(gpu.id(), workload, onWorker ? "worker" : "gpu"));
        }
    }

    private void checkOrder(WorkerSpec worker) {
        List<GpuSpec> gpus = declared.gpusOf(worker.id());
        int all = gpus.stream().mapToInt(g -> assignment.on(g.id()).size()).sum();
        for (int j = 0; j < gpus.size(); j++) {
            int wanted = all / gpus.size() + (j < all % gpus.size() ? 1 : 0);
            int held = assignment.on(gpus.get(j).id()).size();
            if (held != wanted) {
                say("The gpu %s holds %d replicas; in the slot order of worker %s it must hold %d of all %d."
                        .formatted(gpus.get(j).id(), held, worker.id(), wanted, all));
            }
        }
    }

    private void checkPins() {
        for (PinSpec pin : new LinkedHashSet<>(problem.pins())) {
            int demanded = Collections.frequency(problem.pins(), pin);
            int held = 0;
            for (GpuSpec gpu : pin.onGpu() ? List.of(declared.gpu(pin.place())) : declared.gpusOf(pin.place())) {
                held += Collections.frequency(assignment.on(gpu.id()), pin.workload());
            }
            if (held < demanded) {
                say("The %s %s holds %d replicas of %s; its pins demand %d."
                        .formatted(pin.onGpu() ? "gpu" : "worker", pin.place(), held, pin.workload(), demanded));
            }
        }
    }

    private void checkReplicas() {
        Map<String, Integer> counts = new HashMap<>();
        problem.gpus().forEach(gpu -> assignment.on(gpu.id()).forEach(w -> counts.merge(w, 1, Integer::sum)));
        for (WorkloadSpec workload : problem.workloads()) {
            int count = counts.getOrDefault(workload.id(), 0);
            if (count < workload.minReplicas()) {
                say("The workload %s has %d replicas, but minReplicas is %d."
                        .formatted(workload.id(), count, workload.minReplicas()));
            }
            if (count > workload.maxReplicas()) {
                say("The workload %s has %d replicas, but maxReplicas is %d."
                        .formatted(workload.id(), count, workload.maxReplicas()));
            }
        }
    }

    private void checkChanges() {
        long changed = problem.gpus().stream()
                .mapToLong(gpu -> Change.of(gpu, assignment.on(gpu.id())).slots())
                .sum();
        Long most = problem.maxChanges();
        if (most != null && changed > most) {
            say("The assignment changes %d slots, but maxChanges is %d.".formatted(changed, most));
        }
    }

    private void say(String sentence) {
        broken.add(sentence);
    }
}
