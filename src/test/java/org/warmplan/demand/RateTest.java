package org.warmplan.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class RateTest {
    @Test
    void tellsTheQuantilesOfAGammaDistribution() {
        // Shape 4, rate 2: mean 2; quantiles are those of chi-square with 8 degrees of freedom, over 4.
        Rate rate = Rate.gamma(4, 2);

        assertThat(rate.mean()).isCloseTo(2, within(0.01));
        assertThat(rate.quantile(0.1)).isCloseTo(0.8724, within(0.01));
        assertThat(rate.quantile(0.5)).isCloseTo(1.8360, within(0.01));
        assertThat(rate.quantile(0.9)).isCloseTo(3.3404, within(0.01));
    }

    @Test
    void findsQuantilesBetweenValuesByAStraightLine() {
        Rate rate = Rate.of(30, 10, 20);

        assertThat(rate.quantile(0.5)).isEqualTo(20);
        assertThat(rate.quantile(2.0 / 3)).isCloseTo(25, within(1e-9));
        assertThat(rate.quantile(0.01)).isEqualTo(10);
        assertThat(rate.quantile(1)).isEqualTo(30);
        assertThat(rate.scenarios(3)).containsExactly(10, 20, 30);
    }

    @Test
    void isNeverNegativeNorWithoutEnd() {
        assertThatThrownBy(() -> Rate.of(1, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rate.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rate.of(Double.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(Rate::of).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rate.gamma(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
