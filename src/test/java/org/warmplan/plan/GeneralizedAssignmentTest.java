package org.warmplan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.certify.Certifier;
import org.warmplan.problem.GpuClass;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.Solution;
import org.warmplan.problem.WorkerSpec;
import org.warmplan.problem.WorkloadSpec;

/**
 * A problem of the textbooks: every job to one agent, at the least cost, within what each agent can carry. An agent is a card
 * of a class of its own, a job a workload that is wanted once.
 */
final class GeneralizedAssignmentTest {
    private static final Planner PLANNER = Planner.of(Path.of("solver-config", "solver.xml"));

    /** More than all jobs together can cost, so that none is left out. */
    private static final long WORTH = 1_000;

    private static final int[][] COST = {
        {17, 21, 22, 18, 24, 15, 20, 18}, {23, 16, 21, 16, 17, 16, 19, 25}, {16, 20, 16, 25, 24, 16, 17, 19}
    };
    private static final int[][] WEIGHT = {
        {8, 15, 14, 23, 8, 16, 8, 25}, {15, 7, 23, 22, 11, 11, 12, 10}, {21, 20, 6, 22, 24, 10, 24, 9}
    };
    private static final int[] CAPACITY = {36, 34, 38};

    @SuppressWarnings("ArrayRecordComponent") // Never compared, never handed out.
    private record Instance(int[][] cost, int[][] weight, int[] capacity) {
        int jobs() {
            return cost[0].length;
        }

        Problem toProblem() {
            List<GpuClass> classes = new ArrayList<>();
            List<GpuSpec> gpus = new ArrayList<>();
            for (int agent = 0; agent < capacity.length; agent++) {
                classes.add(new GpuClass("class" + agent, capacity[agent]));
                gpus.add(new GpuSpec("agent" + agent, "all", "class" + agent, jobs(), 0, List.of(), new TreeSet<>()));
            }
            List<WorkloadSpec> workloads = new ArrayList<>();
            for (int job = 0; job < jobs(); job++) {
                TreeMap<String, Long> need = new TreeMap<>();
                TreeMap<String, Long> linear = new TreeMap<>();
                for (int agent = 0; agent < capacity.length; agent++) {
                    need.put("class" + agent, (long) weight[agent][job]);
                    linear.put("class" + agent, (long) -cost[agent][job]);
                }
                workloads.add(new WorkloadSpec("job" + job, need, new TreeMap<>(), linear, List.of(WORTH), 0, 1, 0));
            }
            return new Problem(
                    classes,
                    List.of(new WorkerSpec("all", 0, false, List.of(), new TreeSet<>())),
                    gpus,
                    workloads,
                    List.of(),
                    null);
        }

        /** Over every way to give each job to an agent; {@link Integer#MAX_VALUE} when none is within what they carry. */
        int leastCost() {
            int least = Integer.MAX_VALUE;
            int ways = (int) Math.pow(capacity.length, jobs());
            for (int way = 0; way < ways; way++) {
                int[] left = capacity.clone();
                int sum = 0;
                int rest = way;
                for (int job = 0; job < jobs(); job++) {
                    int agent = rest % capacity.length;
                    rest /= capacity.length;
                    left[agent] -= weight[agent][job];
                    sum += cost[agent][job];
                }
                if (Arrays.stream(left).allMatch(room -> room >= 0)) {
                    least = Math.min(least, sum);
                }
            }
            return least;
        }
    }

    private static Instance drawn(long seed) {
        Random random = new Random(seed);
        int[][] cost = new int[3][8];
        int[][] weight = new int[3][8];
        int[] capacity = new int[3];
        for (int agent = 0; agent < capacity.length; agent++) {
            int all = 0;
            for (int job = 0; job < cost[agent].length; job++) {
                cost[agent][job] = 10 + random.nextInt(41);
                weight[agent][job] = 5 + random.nextInt(21);
                all += weight[agent][job];
            }
            capacity[agent] = all * 2 / 5;
        }
        return new Instance(cost, weight, capacity);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void costsWhatTryingEveryWayCosts(long seed) {
        Instance instance = seed == 0 ? new Instance(COST, WEIGHT, CAPACITY) : drawn(seed);
        Problem problem = instance.toProblem();
        int least = instance.leastCost();
        assertThat(least).isLessThan(Integer.MAX_VALUE);

        Solution solution = PLANNER.find(problem, Order.USUAL).toSolution();

        assertThat(solution.value()).isEqualTo(BigInteger.valueOf(instance.jobs() * WORTH - least));
        assertThat(solution.status()).isEqualTo(Solution.Status.OPTIMAL);
        assertThat(Certifier.certify(problem, solution).contradictions()).isEmpty();
        assertThat(placed(solution))
                .containsOnlyKeys(
                        problem.workloads().stream().map(WorkloadSpec::id).toList())
                .allSatisfy((job, times) -> assertThat(times).isEqualTo(1));
    }

    private static Map<String, Integer> placed(Solution solution) {
        Map<String, Integer> times = new TreeMap<>();
        Objects.requireNonNull(solution.assignment())
                .byGpu()
                .values()
                .forEach(jobs -> jobs.forEach(job -> times.merge(job, 1, Integer::sum)));
        return times;
    }
}
