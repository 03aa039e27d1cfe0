package org.warmplan.certify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.problem.BruteForce;
import org.warmplan.problem.Certificate;
import org.warmplan.problem.Problem;
import org.warmplan.problem.SmallProblems;

final class PriceBoundTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 100, 200, 300})
    void isWhatTheFormulaSaysAndNeverBelowTheBest(long from) {
        for (long seed = from; seed < from + 100; seed++) {
            Problem problem = SmallProblems.random(seed);
            OptionalLong best = BruteForce.best(problem);
            for (int k = 0; k < 3; k++) {
                Certificate certificate = Claims.randomPrices(problem, 3 * seed + k);
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
}
