package org.warmplan.certify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.BruteForce;
import org.warmplan.problem.Certificate;
import org.warmplan.problem.Certificate.Method;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.SmallProblems;
import org.warmplan.problem.Solution;
import org.warmplan.problem.Solution.FoundBy;
import org.warmplan.problem.Solution.Status;

/** The judge against brute force on small problems. */
final class CertifierTest {
    private static final BigInteger ONE = BigInteger.ONE;

    /** A small problem with all that can be done, the best first. */
    private record Case(long seed, Problem problem, List<Valued> feasible) {
        static Case of(long seed) {
            Problem problem = SmallProblems.random(seed);
            List<Valued> feasible = new ArrayList<>();
            BruteForce.visitFeasible(
                    problem, (assignment, value) -> feasible.add(new Valued(assignment, BigInteger.valueOf(value))));
            feasible.sort(Comparator.comparing(Valued::value).reversed());
            return new Case(seed, problem, feasible);
        }

        /** Random prices with the bound they prove. */
        Certificate certificate() {
            Certificate prices = Claims.randomPrices(problem, seed);
            return Claims.with(prices, Method.EXHAUSTED, bound(prices));
        }

        private BigInteger bound(Certificate prices) {
            Optional<BigInteger> bound = new PriceBound(new Priced(problem, prices)).gwei();
            return bound.orElse(BigInteger.ZERO);
        }

        Solution optimal(int rank) {
            return Claims.optimal(
                    Claims.written(problem, feasible.get(rank).assignment()),
                    feasible.get(rank).value(),
                    certificate());
        }

        Verdict judge(Solution solution) {
            return Certifier.certify(problem, solution);
        }
    }

    private record Valued(Assignment assignment, BigInteger value) {}

    @ParameterizedTest
    @ValueSource(longs = {0, 100, 200})
    void provesTheBestAgainAndNothingElse(long from) {
        for (long seed = from; seed < from + 100; seed++) {
            Case small = Case.of(seed);
            if (small.feasible().isEmpty()) {
                Verdict verdict = small.judge(Solution.infeasible("rules"));
                assertThat(verdict.contradictions()).as("seed %d", seed).isEmpty();
                assertThat(verdict.proof()).isIn(Verdict.Proof.PROVED_BY_PRICES, Verdict.Proof.EXHAUSTED);
                continue;
            }
            Verdict best = small.judge(small.optimal(0));
            assertThat(best.contradictions()).as("seed %d", seed).isEmpty();
            assertThat(best.proof()).isIn(Verdict.Proof.PROVED_BY_PRICES, Verdict.Proof.EXHAUSTED);
            assertThat(small.judge(Solution.infeasible("rules")).stands()).isFalse();
            for (int rank = 1; rank < small.feasible().size(); rank = 3 * rank) {
                if (!small.feasible().get(rank).value().equals(best.value())) {
                    Verdict worse = small.judge(small.optimal(rank));
                    assertThat(worse.contradictions())
                            .as("seed %d, rank %d", seed, rank)
                            .hasSize(1);
                    assertThat(worse.proof()).isEqualTo(Verdict.Proof.CONTRADICTED);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1000, 1100})
    void namesEveryBrokenRule(long from) {
        for (long seed = from; seed < from + 100; seed++) {
            Case small = Case.of(seed);
            Random random = new Random(seed);
            for (int k = 0; k < 20; k++) {
                Assignment assignment = Claims.written(small.problem(), anyAssignment(small.problem(), random));
                List<String> broken = Rules.broken(small.problem(), assignment);
                assertThat(broken.isEmpty())
                        .as("seed %d: %s breaks %s", seed, assignment, broken)
                        .isEqualTo(BruteForce.isFeasible(small.problem(), assignment));
                Verdict verdict = small.judge(
                        Claims.optimal(assignment, Value.of(small.problem(), assignment), small.certificate()));
                assertThat(verdict.broken()).isEqualTo(broken);
                assertThat(verdict.contradictions()).containsAll(broken);
            }
        }
    }

    private static Assignment anyAssignment(Problem problem, Random random) {
        SortedMap<String, List<String>> byGpu = new TreeMap<>();
        for (GpuSpec gpu : problem.gpus()) {
            List<String> replicas = new ArrayList<>(random.nextBoolean() ? gpu.current() : List.of());
            for (int k = random.nextInt(3); k > 0 && !problem.workloads().isEmpty(); k--) {
                int w = random.nextInt(problem.workloads().size());
                replicas.add(problem.workloads().get(w).id());
            }
            byGpu.put(gpu.id(), replicas);
        }
        return new Assignment(byGpu);
    }

    @ParameterizedTest
    @ValueSource(longs = {2000})
    void contradictsEveryWrongFigure(long from) {
        for (long seed = from; seed < from + 100; seed++) {
            Case small = Case.of(seed);
            if (small.feasible().isEmpty()) {
                continue;
            }
            Solution best = small.optimal(0);
            for (BigInteger off : List.of(ONE, ONE.negate(), BigInteger.valueOf(1000), ONE.shiftLeft(70))) {
                BigInteger value = small.feasible().get(0).value();
                Certificate certificate = small.certificate();
                assertWrong(
                        small,
                        claim(Status.OPTIMAL, value.add(off), value.add(off), best, certificate),
                        "not the value");
                assertWrong(
                        small,
                        claim(Status.OPTIMAL, value, value.add(off), best, certificate),
                        "OPTIMAL, but the value");
                BigInteger wrong = certificate.priceBound().add(off);
                assertWrong(
                        small,
                        claim(Status.OPTIMAL, value, value, best, Claims.with(certificate, Method.EXHAUSTED, wrong)),
                        "not the priceBound");
                assertWrong(
                        small,
                        claim(Status.FEASIBLE, value, wrong, best, Claims.with(certificate, Method.PRICES, wrong)),
                        "not the priceBound");
            }
        }
    }

    private static Solution claim(
            Status status, BigInteger value, BigInteger bound, Solution like, Certificate certificate) {
        return new Solution(status, value, bound, like.assignment(), certificate, FoundBy.START, null);
    }

    private static void assertWrong(Case small, Solution solution, String sentence) {
        assertThat(small.judge(solution).contradictions())
                .as("seed %d", small.seed())
                .anySatisfy(line -> assertThat(line).contains(sentence));
    }

    @ParameterizedTest
    @ValueSource(longs = {3000})
    void acceptsWhatIsOnlyFeasible(long from) {
        for (long seed = from; seed < from + 100; seed++) {
            Case small = Case.of(seed);
            for (int rank = 0; rank < small.feasible().size(); rank = 2 * rank + 1) {
                Certificate certificate = small.certificate();
                BigInteger bound = certificate.priceBound();
                BigInteger value = small.feasible().get(rank).value();
                Solution claim = claim(
                        value.equals(bound) ? Status.OPTIMAL : Status.FEASIBLE,
                        value,
                        bound,
                        small.optimal(rank),
                        Claims.with(certificate, Method.PRICES, bound));

                assertThat(small.judge(claim).contradictions())
                        .as("seed %d", seed)
                        .isEmpty();
            }
        }
    }
}
