package org.warmplan.certify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.problem.BruteForce;
import org.warmplan.problem.Certificate;
import org.warmplan.problem.Problem;
import org.warmplan.problem.SmallProblems;
import org.warmplan.problem.WorkerSpec;
import org.warmplan.problem.WorkloadSpec;

final class PriceBoundTest {
    private static final long FACTOR = 330_000_000;

    @ParameterizedTest
    @ValueSource(longs = {0, 100, 200})
    void isWhatTheFormulaSaysAndNeverBelowTheBest(long from) {
        for (long seed = from; seed < from + 100; seed++) {
            Problem problem = SmallProblems.random(seed);
            OptionalLong best = BruteForce.best(problem);
            for (int k = 0; k < 2; k++) {
                Certificate certificate = Claims.randomPrices(problem, 2 * seed + k);
                Optional<BigInteger> bound = new PriceBound(new Priced(problem, certificate)).gwei();

                OptionalLong slow = SlowBound.of(problem, certificate);
                assertThat(bound)
                        .as("seed %d, prices %d", seed, k)
                        .isEqualTo(
                                slow.isPresent()
                                        ? Optional.of(BigInteger.valueOf(slow.getAsLong()))
                                        : Optional.empty());
                best.ifPresent(
                        value -> assertThat(bound.orElseThrow()).isGreaterThanOrEqualTo(BigInteger.valueOf(value)));
            }
        }
    }

    /** Amounts near the largest that are allowed, whose sums pass 64 bits, prove as much as small ones. */
    @Test
    void growsWithTheAmounts() {
        int passed = 0;
        for (long seed = 0; seed < 200; seed++) {
            Problem problem = SmallProblems.random(seed);
            Certificate random = Claims.randomPrices(problem, seed);
            if (random.scale() == 1) {
                Certificate certificate = random.changePrice() > 0 ? random : lowered(random);
                Exact small = new PriceBound(new Priced(problem, certificate)).total();
                Exact large = new PriceBound(new Priced(times(problem), times(certificate))).total();

                assertThat(large.isNone()).as("seed %d", seed).isEqualTo(small.isNone());
                if (!small.isNone()) {
                    assertThat(large.toBig())
                            .as("seed %d", seed)
                            .isEqualTo(small.toBig().multiply(BigInteger.valueOf(FACTOR * Certificate.MAX_SCALE)));
                    passed += large.toBig().bitLength() > 63 ? 1 : 0;
                }
            }
        }
        assertThat(passed).isPositive();
    }

    private static Certificate times(Certificate certificate) {
        long factor = FACTOR * Certificate.MAX_SCALE;
        return new Certificate(
                certificate.method(),
                BigInteger.ZERO,
                Certificate.MAX_SCALE,
                mapped(certificate, price -> price * factor),
                certificate.changePrice() * factor);
    }

    /** Prices so low that every workload wants every replica. */
    private static Certificate lowered(Certificate certificate) {
        return new Certificate(
                certificate.method(),
                BigInteger.ZERO,
                1,
                mapped(certificate, price -> -1000 - Math.abs(price)),
                certificate.changePrice());
    }

    private static SortedMap<String, SortedMap<String, Long>> mapped(
            Certificate certificate, LongUnaryOperator operator) {
        SortedMap<String, SortedMap<String, Long>> prices = new TreeMap<>();
        certificate.prices().forEach((workload, byClass) -> {
            SortedMap<String, Long> row = new TreeMap<>();
            byClass.forEach((gpuClass, price) -> row.put(gpuClass, operator.applyAsLong(price)));
            prices.put(workload, row);
        });
        return prices;
    }

    private static Problem times(Problem problem) {
        return new Problem(
                problem.classes(),
                problem.workers().stream()
                        .map(w -> new WorkerSpec(
                                w.id(), w.reloadCost() * FACTOR, w.prefix(), times(w.freeSlot()), w.forbid()))
                        .toList(),
                problem.gpus(),
                problem.workloads().stream()
                        .map(w -> new WorkloadSpec(
                                w.id(),
                                w.vramMib(),
                                w.units(),
                                times(w.linear()),
                                times(w.marginal()),
                                w.minReplicas(),
                                w.maxReplicas(),
                                w.changeCost() * FACTOR))
                        .toList(),
                problem.pins(),
                problem.maxChanges());
    }

    private static List<Long> times(List<Long> amounts) {
        return amounts.stream().map(amount -> amount * FACTOR).toList();
    }

    private static SortedMap<String, Long> times(SortedMap<String, Long> amounts) {
        SortedMap<String, Long> all = new TreeMap<>();
        amounts.forEach((gpuClass, amount) -> all.put(gpuClass, amount * FACTOR));
        return all;
    }
}
