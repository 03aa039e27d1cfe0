package org.warmplan.certify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.warmplan.problem.Certificate;
import org.warmplan.problem.GpuClass;
import org.warmplan.problem.Problem;
import org.warmplan.problem.WorkloadSpec;

/** A problem with its ids as numbers and its amounts in 1/scale gwei, beside the prices of a certificate. */
final class Priced {
    /** The need of a workload on a class that cannot host it. */
    private static final long NOWHERE = -1;

    private final Problem problem;
    private final Certificate certificate;
    private final Map<String, Integer> workloadIndex = new HashMap<>();
    private final Map<String, Integer> classIndex = new HashMap<>();
    private final long[][] vram;
    private final long[][] price;
    private final long[][] worth;

    Priced(Problem problem, Certificate certificate) {
        this.problem = problem;
        this.certificate = certificate;
        problem.workloads().forEach(w -> workloadIndex.put(w.id(), workloadIndex.size()));
        problem.classes().forEach(c -> classIndex.put(c.id(), classIndex.size()));
        int workloads = problem.workloads().size();
        this.vram = new long[workloads][problem.classes().size()];
        this.price = new long[workloads][problem.classes().size()];
        this.worth = new long[workloads][problem.classes().size()];
        for (int w = 0; w < workloads; w++) {
            WorkloadSpec workload = problem.workloads().get(w);
            for (int c = 0; c < problem.classes().size(); c++) {
                String id = problem.classes().get(c).id();
                vram[w][c] = workload.vramMib().getOrDefault(id, NOWHERE);
                price[w][c] = certificate.price(workload.id(), id);
                worth[w][c] = price[w][c] + workload.linearOn(id) * certificate.scale();
            }
        }
    }

    Problem problem() {
        return problem;
    }

    int scale() {
        return certificate.scale();
    }

    int workloads() {
        return vram.length;
    }

    int classes() {
        return problem.classes().size();
    }

    WorkloadSpec workload(int w) {
        return problem.workloads().get(w);
    }

    GpuClass gpuClass(int c) {
        return problem.classes().get(c);
    }

    int workload(String id) {
        return workloadIndex.getOrDefault(id, -1);
    }

    int gpuClass(String id) {
        return classIndex.getOrDefault(id, -1);
    }

    /** Workloads as numbers, ascending. */
    List<Integer> workloads(Iterable<String> ids) {
        List<Integer> numbers = new ArrayList<>();
        ids.forEach(id -> numbers.add(workload(id)));
        numbers.sort(null);
        return List.copyOf(numbers);
    }

    /** The ids of workloads. */
    List<String> ids(List<Integer> workloads) {
        return workloads.stream().map(w -> workload(w).id()).toList();
    }

    boolean hosts(int c, int w) {
        return vram[w][c] != NOWHERE;
    }

    long vram(int w, int c) {
        return vram[w][c];
    }

    int units(int w, int c) {
        return workload(w).unitsOn(gpuClass(c).id());
    }

    /** π of one replica, at most 10^18 in size. */
    long price(int w, int c) {
        return price[w][c];
    }

    /** π + linear of one replica, at most 2·10^18 in size. */
    long worth(int w, int c) {
        return worth[w][c];
    }

    /** What one added replica costs, at most 10^18. */
    long changeCost(int w) {
        return workload(w).changeCost() * scale();
    }

    /** λ; without a limit on changes it says nothing and counts as 0. */
    long changePrice() {
        return problem.maxChanges() == null ? 0 : certificate.changePrice();
    }

    /** λ·maxChanges. */
    Exact changeAllowance() {
        Long most = problem.maxChanges();
        return most == null ? Exact.ZERO : Exact.product(changePrice(), most);
    }
}
