package org.warmplan.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.domain.UnitPrice;

final class WrittenPriceTest {
    @ParameterizedTest(name = "{0} wei per {1}")
    @CsvSource({
        "0, 1, 0, 1",
        "4768371, 1, 4768371, 1",
        "10000000000000, 54901722631, 10000000000000, 54901722631",
        "9223372036854775807, 2, 9223372036854775807, 2"
    })
    void isExactWhereTheFractionFits(BigInteger wei, BigInteger units, BigInteger price, BigInteger pixels) {
        assertThat(WrittenPrice.of(new UnitPrice(wei, units))).isEqualTo(new WrittenPrice(price, pixels));
    }

    @ParameterizedTest(name = "{0} wei")
    @CsvSource({
        "1.23456789012345678901234567890e-7",
        "7.000000000000000000000000000001",
        "123456789123456789123456789.1",
        "3.3333333333333333333333333333e-40"
    })
    void keepsNineDigitsWhereItDoesNot(BigDecimal wei) {
        UnitPrice exact = UnitPrice.of(wei, BigDecimal.ONE);

        WrittenPrice written = WrittenPrice.of(exact);

        BigDecimal difference = new BigDecimal(written.price())
                .subtract(wei.multiply(new BigDecimal(written.units())))
                .abs();
        assertThat(difference).isLessThan(new BigDecimal(written.price()).movePointLeft(9));
    }
}
