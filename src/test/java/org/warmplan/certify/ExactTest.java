package org.warmplan.certify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ExactTest {
    private static final BigInteger LARGE = BigInteger.ONE.shiftLeft(120);

    private static BigInteger any(Random random) {
        BigInteger amount = new BigInteger(random.nextInt(121), random);
        return random.nextBoolean() ? amount : amount.negate();
    }

    @Test
    void countsAsBigIntegersDo() {
        Random random = new Random(1);
        for (int k = 0; k < 20_000; k++) {
            BigInteger a = any(random);
            BigInteger b = any(random);
            assertThat(Exact.of(a).toBig()).isEqualTo(a);
            assertThat(Exact.of(a).plus(Exact.of(b)).toBig()).isEqualTo(a.add(b));
            assertThat(Exact.of(a).minus(Exact.of(b)).toBig()).isEqualTo(a.subtract(b));
            assertThat(Integer.signum(Exact.of(a).compareTo(Exact.of(b)))).isEqualTo(a.compareTo(b));
            assertThat(Exact.product(a.longValue(), b.longValue()).toBig())
                    .isEqualTo(BigInteger.valueOf(a.longValue()).multiply(BigInteger.valueOf(b.longValue())));
        }
    }

    @Test
    void roundsDown() {
        assertThat(Exact.of(-1).floorOf(10)).isEqualTo(-1);
        assertThat(Exact.of(-10).floorOf(10)).isEqualTo(-1);
        assertThat(Exact.of(19).floorOf(10)).isEqualTo(1);
    }

    @Test
    void nothingMakesUpForNone() {
        Exact large = Exact.of(LARGE);
        assertThat(Exact.NONE.plus(large).plus(large).isNone()).isTrue();
        assertThat(large.plus(Exact.NONE).isNone()).isTrue();
        assertThat(Exact.of(LARGE.negate())).isGreaterThan(Exact.NONE);
    }
}
