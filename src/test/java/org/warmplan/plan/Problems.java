package org.warmplan.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.warmplan.problem.GpuClass;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.PinSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.WorkerSpec;
import org.warmplan.problem.WorkloadSpec;

/** Small problems, by hand and by seed. */
public final class Problems {
    public static final String BIG = "big";
    public static final String SMALL = "small";

    private final List<GpuClass> classes = List.of(new GpuClass(BIG, 24_000), new GpuClass(SMALL, 8_000));
    private final List<WorkerSpec> workers = new ArrayList<>();
    private final List<GpuSpec> gpus = new ArrayList<>();
    private final List<WorkloadSpec> workloads = new ArrayList<>();
    private final List<PinSpec> pins = new ArrayList<>();
    private @Nullable Long maxChanges;

    public static Problems problem() {
        return new Problems();
    }

    public Problems worker(String id, long reloadCost, boolean prefix, Long... freeSlot) {
        workers.add(new WorkerSpec(id, reloadCost, prefix, Arrays.asList(freeSlot), new TreeSet<>()));
        return this;
    }

    public Problems gpu(String worker, String gpuClass, int slots, String... current) {
        return gpu(worker, gpuClass, slots, List.of(), current);
    }

    public Problems gpu(String worker, String gpuClass, int slots, List<String> forbid, String... current) {
        long place = gpus.stream().filter(g -> g.worker().equals(worker)).count();
        gpus.add(
                new GpuSpec(worker + "/" + place, worker, gpuClass, slots, 0, List.of(current), new TreeSet<>(forbid)));
        return this;
    }

    /** A workload that needs {@code vramMib} on either class. */
    public Problems workload(String id, long vramMib, Long... marginal) {
        return workload(id, Map.of(BIG, vramMib, SMALL, vramMib), 0, Integer.MAX_VALUE, 0, marginal);
    }

    public Problems workload(
            String id, Map<String, Long> vramMib, int min, int max, long changeCost, Long... marginal) {
        workloads.add(new WorkloadSpec(
                id,
                new TreeMap<>(vramMib),
                new TreeMap<>(),
                new TreeMap<>(),
                Arrays.asList(marginal),
                min,
                max,
                changeCost));
        return this;
    }

    public Problems pin(boolean onGpu, String place, String workload) {
        pins.add(new PinSpec(onGpu, place, workload));
        return this;
    }

    public Problems maxChanges(long most) {
        maxChanges = most;
        return this;
    }

    public Problem build() {
        return new Problem(classes, workers, gpus, workloads, pins, maxChanges);
    }

    /** One to four cards of one or two slots, one to four workloads, every rule on or off at random. */
    public static Problem random(long seed) {
        Random random = new Random(seed);
        Problems p = problem();
        int workloads = 1 + random.nextInt(4);
        for (int w = 0; w < workloads; w++) {
            p.workload(
                    "w" + w,
                    needs(random),
                    chance(random, 8) ? 1 : 0,
                    chance(random, 4) ? 1 : 9,
                    random.nextInt(50),
                    falling(random, 1 + random.nextInt(4), 1000));
        }
        int gpus = 1 + random.nextInt(4);
        int workers = 1 + random.nextInt(2);
        int slots = 1 + random.nextInt(2);
        for (int i = 0; i < workers; i++) {
            p.worker("rig" + i, random.nextInt(600), random.nextBoolean(), falling(random, random.nextInt(3), 200));
        }
        for (int g = 0; g < gpus; g++) {
            String current = "w" + random.nextInt(workloads);
            List<String> forbid = chance(random, 5) ? List.of("w" + random.nextInt(workloads)) : List.of();
            String gpuClass = random.nextBoolean() ? BIG : SMALL;
            String rig = "rig" + random.nextInt(workers);
            if (random.nextBoolean()) {
                p.gpu(rig, gpuClass, slots, forbid, current);
            } else {
                p.gpu(rig, gpuClass, slots, forbid);
            }
        }
        if (chance(random, 4)) {
            p.pin(true, p.gpus.get(0).id(), "w0");
        }
        if (chance(random, 5)) {
            p.pin(false, p.gpus.get(0).worker(), "w" + (workloads - 1));
        }
        if (chance(random, 4)) {
            p.maxChanges(random.nextInt(3));
        }
        return p.build();
    }

    private static Map<String, Long> needs(Random random) {
        Map<String, Long> needs = new TreeMap<>();
        if (!chance(random, 6)) {
            needs.put(BIG, 2_000L + random.nextInt(14_000));
        }
        if (!chance(random, 3)) {
            needs.put(SMALL, 1_000L + random.nextInt(8_000));
        }
        return needs;
    }

    private static Long[] falling(Random random, int length, int most) {
        Long[] amounts = new Long[length];
        long next = random.nextInt(most);
        for (int k = 0; k < length; k++) {
            amounts[k] = next;
            next = random.nextInt((int) next + 1);
        }
        return amounts;
    }

    private static boolean chance(Random random, int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
