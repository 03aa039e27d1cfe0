package org.warmplan.demand.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ErlangTest {
    /** B(1,1) = 1/2, B(2,1) = 1/5, B(10,5) = 0.018385: Erlang's tables. */
    @ParameterizedTest
    @CsvSource({"0, 3, 1", "1, 1, 0.5", "2, 1, 0.2", "10, 5, 0.018385", "3, 0, 0"})
    void blocksAsErlangsTablesSay(long servers, double load, double blocked) {
        assertThat(Erlang.blocked(servers, load)).isCloseTo(blocked, within(1e-6));
        assertThat(Erlang.carried(servers, load)).isCloseTo(load * (1 - blocked), within(1e-5));
    }
}
