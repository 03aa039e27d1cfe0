package org.warmplan.certify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.Certificate;
import org.warmplan.problem.Certificate.Method;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.Solution;
import org.warmplan.problem.Solution.FoundBy;
import org.warmplan.problem.Solution.Status;

/** Solutions as a solver would write them. */
final class Claims {
    private Claims() {}

    /** An assignment in the order of the file format. */
    static Assignment written(Problem problem, Assignment assignment) {
        SortedMap<String, List<String>> byGpu = new TreeMap<>();
        for (GpuSpec gpu : problem.gpus()) {
            List<String> added = new ArrayList<>(assignment.on(gpu.id()));
            List<String> replicas = new ArrayList<>();
            for (String w : gpu.current()) {
                if (added.remove(w)) {
                    replicas.add(w);
                }
            }
            added.sort(null);
            replicas.addAll(added);
            byGpu.put(gpu.id(), replicas);
        }
        return new Assignment(byGpu);
    }

    /** Prices at random: none, about as high as the amounts of the problem, or of either sign. */
    static Certificate randomPrices(Problem problem, long seed) {
        Random random = new Random(seed);
        random.nextInt();
        int scale = random.nextInt(3) == 0 ? 1 + random.nextInt(20) : 1;
        int most = random.nextInt(4) == 0 ? 1 : 1 + random.nextInt(2000) * scale;
        int least = random.nextBoolean() ? 0 : -most;
        SortedMap<String, SortedMap<String, Long>> prices = new TreeMap<>();
        problem.workloads().forEach(workload -> {
            SortedMap<String, Long> byClass = new TreeMap<>();
            problem.classes().forEach(c -> {
                if (random.nextInt(8) > 0) {
                    byClass.put(c.id(), (long) least + random.nextInt(most - least + 1));
                }
            });
            prices.put(workload.id(), byClass);
        });
        long changePrice = problem.maxChanges() == null || random.nextBoolean() ? 0 : random.nextInt(500 * scale);
        return new Certificate(Method.EXHAUSTED, BigInteger.ZERO, scale, prices, changePrice);
    }

    static Certificate with(Certificate certificate, Method method, BigInteger priceBound) {
        return new Certificate(
                method, priceBound, certificate.scale(), certificate.prices(), certificate.changePrice());
    }

    /** An exhausted optimum. */
    static Solution optimal(Assignment assignment, BigInteger value, Certificate certificate) {
        return new Solution(Status.OPTIMAL, value, value, assignment, certificate, FoundBy.EXHAUSTED, null);
    }
}
