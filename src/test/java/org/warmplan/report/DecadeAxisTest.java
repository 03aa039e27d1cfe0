package org.warmplan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DecadeAxisTest {
    private static final long ETH = 1_000_000_000;

    @Test
    void spansTheWholeDecadesAroundAllAmounts() {
        assertThat(DecadeAxis.of(List.of(2 * ETH, ETH / 50, ETH / 3))).isEqualTo(new DecadeAxis(-2, 1));
    }

    @Test
    void endsAtAnAmountThatIsAPowerOfTen() {
        assertThat(DecadeAxis.of(List.of(ETH, ETH / 1000))).isEqualTo(new DecadeAxis(-3, 0));
    }

    @Test
    void hasADecadeEvenForASingleAmount() {
        assertThat(DecadeAxis.of(List.of(ETH))).isEqualTo(new DecadeAxis(-1, 0));
    }

    @Test
    void leavesOutWhatIsVeryLow() {
        DecadeAxis axis = DecadeAxis.of(List.of(0L, 1L, ETH));

        assertThat(axis).isEqualTo(new DecadeAxis(-DecadeAxis.MOST, 0));
        assertThat(axis.isBelow(1)).isTrue();
        assertThat(axis.position(1)).isZero();
    }

    @Test
    void standsEvenWhenThereIsNothing() {
        DecadeAxis axis = DecadeAxis.of(List.of(0L, 0L));

        assertThat(axis.bottom()).isLessThan(axis.top());
        assertThat(axis.position(0)).isZero();
        assertThat(axis.isBelow(0)).isTrue();
    }

    @Test
    void givesEveryDecadeTheSameRoom() {
        DecadeAxis axis = new DecadeAxis(-4, 0);

        assertThat(axis.position(ETH)).isEqualTo(1);
        assertThat(axis.position(ETH / 10)).isEqualTo(0.75, within(1e-12));
        assertThat(axis.position(ETH / 10_000)).isZero();
        assertThat(axis.position(100 * ETH)).isEqualTo(1);
        assertThat(axis.isBelow(ETH / 10_000)).isFalse();
    }

    @Test
    void labelsDecadesAsFarAsThereIsRoom() {
        assertThat(new DecadeAxis(-2, 2).decades())
                .containsExactly(
                        new DecadeAxis.Decade("0.00%", "0.01"),
                        new DecadeAxis.Decade("25.00%", "0.1"),
                        new DecadeAxis.Decade("50.00%", "1"),
                        new DecadeAxis.Decade("75.00%", "10"),
                        new DecadeAxis.Decade("100.00%", "100"));
        assertThat(new DecadeAxis(-6, 0).decades())
                .extracting(DecadeAxis.Decade::label)
                .containsExactly("10⁻⁶", "", "0.0001", "", "0.01", "", "1");
    }
}
