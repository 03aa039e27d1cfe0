package org.warmplan.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/** Small problems by seed, every rule of the file format on or off at random. */
public final class SmallProblems {
    /** Assignments that a problem has at most, so that each can be looked at. */
    private static final long MOST_ASSIGNMENTS = 50_000;

    private final Random random;
    private final List<GpuClass> classes = new ArrayList<>();
    private final List<WorkerSpec> workers = new ArrayList<>();
    private final List<GpuSpec> gpus = new ArrayList<>();
    private final List<WorkloadSpec> workloads = new ArrayList<>();
    private final List<PinSpec> pins = new ArrayList<>();
    private final int scale;

    private SmallProblems(long seed) {
        this.random = new Random(seed);
        random.nextInt();
        this.scale = oneIn(2) ? 6 : 1000;
    }

    /** The same problem for the same seed, with at most 50,000 assignments that the slots allow. */
    public static Problem random(long seed) {
        return new SmallProblems(seed).problem();
    }

    private Problem problem() {
        int count = 1 + random.nextInt(3);
        for (int c = 0; c < count; c++) {
            classes.add(new GpuClass("c" + c, oneIn(10) ? 0 : 4 + random.nextInt(20)));
        }
        count = oneIn(15) ? 0 : 1 + random.nextInt(5);
        for (int w = 0; w < count; w++) {
            workloads.add(workload("w" + w));
        }
        count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            addWorker("rig" + i);
        }
        if (oneIn(3)) {
            addPins();
        }
        Long maxChanges = oneIn(3) ? (Long) (long) random.nextInt(5) : null;
        return new Problem(classes, workers, gpus, workloads, pins, maxChanges);
    }

    private WorkloadSpec workload(String id) {
        boolean limited = oneIn(2);
        return new WorkloadSpec(
                id,
                byClass(5, () -> oneIn(8) ? 0 : random.nextInt(12)),
                ints(byClass(2, () -> 1 + random.nextInt(oneIn(2) ? 2 : 12))),
                byClass(2, () -> random.nextInt(2 * scale) - scale),
                falling(random.nextInt(7), 3 * scale),
                limited && oneIn(3) ? random.nextInt(3) : 0,
                limited ? random.nextInt(4) : Integer.MAX_VALUE,
                oneIn(2) ? 0 : random.nextInt(scale));
    }

    private void addWorker(String id) {
        boolean prefix = oneIn(2);
        workers.add(new WorkerSpec(
                id,
                oneIn(2) ? 0 : random.nextInt(2 * scale),
                prefix,
                oneIn(2) ? List.of() : falling(random.nextInt(4), scale),
                some(6)));
        int count = oneIn(6) ? 0 : 1 + random.nextInt(4);
        int slots = 1 + random.nextInt(4);
        for (int j = 0; j < count; j++) {
            GpuSpec gpu = gpu(id + "/" + j, id, prefix ? slots : 1 + random.nextInt(4));
            if (assignments() * ways(gpu.slots()) <= MOST_ASSIGNMENTS) {
                gpus.add(!gpus.isEmpty() && oneIn(3) ? twin(gpu) : gpu);
            }
        }
    }

    private GpuSpec gpu(String id, String worker, int slots) {
        String gpuClass = classes.get(random.nextInt(classes.size())).id();
        List<String> current = new ArrayList<>();
        for (int k = oneIn(3) ? slots : random.nextInt(slots + 1); k > 0 && !workloads.isEmpty() && !oneIn(4); k--) {
            current.add(anyWorkload());
        }
        return new GpuSpec(id, worker, gpuClass, slots, oneIn(3) ? random.nextInt(8) : 0, current, some(6));
    }

    /** The gpu as the last one of its size is, so that some are alike. */
    private GpuSpec twin(GpuSpec gpu) {
        GpuSpec like = gpus.get(gpus.size() - 1);
        return like.slots() != gpu.slots()
                ? gpu
                : new GpuSpec(
                        gpu.id(),
                        gpu.worker(),
                        like.gpuClass(),
                        like.slots(),
                        like.reservedMib(),
                        like.current(),
                        like.forbid());
    }

    private void addPins() {
        for (int k = 1 + random.nextInt(3); k > 0 && !workloads.isEmpty(); k--) {
            boolean onGpu = !gpus.isEmpty() && random.nextBoolean();
            String place = onGpu
                    ? gpus.get(random.nextInt(gpus.size())).id()
                    : workers.get(random.nextInt(workers.size())).id();
            PinSpec pin = new PinSpec(onGpu, place, anyWorkload());
            pins.add(pin);
            if (oneIn(4)) {
                pins.add(pin);
            }
        }
    }

    private long assignments() {
        return gpus.stream().mapToLong(gpu -> ways(gpu.slots())).reduce(1, (a, b) -> a * b);
    }

    /** Sets of up to so many replicas. */
    private long ways(int slots) {
        long ways = 1;
        for (int k = 1; k <= slots; k++) {
            ways = ways * (workloads.size() + k) / k;
        }
        return ways;
    }

    private String anyWorkload() {
        return workloads.get(random.nextInt(workloads.size())).id();
    }

    private SortedSet<String> some(int oneIn) {
        SortedSet<String> some = new TreeSet<>();
        for (WorkloadSpec workload : workloads) {
            if (oneIn(oneIn)) {
                some.add(workload.id());
            }
        }
        return some;
    }

    private SortedMap<String, Long> byClass(int missingOneIn, LongSupplier amount) {
        SortedMap<String, Long> map = new TreeMap<>();
        for (GpuClass gpuClass : classes) {
            if (!oneIn(missingOneIn)) {
                map.put(gpuClass.id(), amount.getAsLong());
            }
        }
        return map;
    }

    private static SortedMap<String, Integer> ints(SortedMap<String, Long> amounts) {
        SortedMap<String, Integer> map = new TreeMap<>();
        amounts.forEach((gpuClass, amount) -> map.put(gpuClass, (int) (long) amount));
        return map;
    }

    private List<Long> falling(int length, int most) {
        List<Long> amounts = new ArrayList<>();
        long next = random.nextInt(most);
        for (int k = 0; k < length; k++) {
            amounts.add(next);
            next = oneIn(3) ? next : random.nextInt((int) next + 1);
        }
        return amounts;
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }
}
