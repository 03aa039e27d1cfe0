package org.warmplan.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;

final class OwnPriceTest {
    private static final Workload LLM = new Workload(Pipeline.LLM, "maker/model");

    @ParameterizedTest
    @CsvSource({
        "4768371, 1, WEI, 4768371",
        "1.5, 2, WEI, 0.75",
        "0.000000001, 1000, ETH, 1000000",
        "0.08, 1000000, USD, 32000000"
    })
    void isWeiForEachUnit(BigDecimal price, long units, Currency currency, String wei) {
        OwnPrice own = new OwnPrice(LLM, price, units, currency);

        assertThat(own.perUnit(BigDecimal.valueOf(2500)).text()).isEqualTo(wei);
    }

    @Test
    void isAboveZero() {
        assertThatThrownBy(() -> new OwnPrice(LLM, BigDecimal.ZERO, 1, Currency.WEI))
                .hasMessage("The price of llm/maker/model (0 per 1) must be above 0, for at least one unit.");
    }
}
