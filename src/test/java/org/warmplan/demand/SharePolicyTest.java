package org.warmplan.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SharePolicyTest {
    private final SharePolicy policy = new SharePolicy(0.8, 0.7, 0.3);

    private SharePolicy.Share share(@Nullable Integer own, @Nullable Integer... rivals) {
        List<@Nullable BigDecimal> stakes = new ArrayList<>();
        Arrays.asList(rivals).forEach(s -> stakes.add(s == null ? null : BigDecimal.valueOf(s)));
        return policy.share(own == null ? null : BigDecimal.valueOf(own), stakes);
    }

    @Test
    void givesEverythingToTheOnlyOneWarm() {
        assertThat(share(null)).isEqualTo(new SharePolicy.Share(1, 1));
    }

    @Test
    void isOneNumberWhenEveryStakeIsKnown() {
        // 0.7 * 100 / 400 + 0.3 / 3
        assertThat(share(100, 200, 100).low()).isCloseTo(0.275, within(1e-12));
        assertThat(share(100, 200, 100).high()).isCloseTo(0.275, within(1e-12));
    }

    @Test
    void spansFromNoStakeToEvenWhenOwnStakeIsUnknown() {
        assertThat(share(null, 200, 100).low()).isCloseTo(0.1, within(1e-12));
        assertThat(share(null, 200, 100).high()).isCloseTo(1.0 / 3, within(1e-12));
    }

    @Test
    void spansToEvenWhenARivalIsUnknown() {
        // The unknown rival counts as 300: 0.7 * 100 / 700 + 0.3 / 3.
        assertThat(share(100, 300, null).low()).isCloseTo(0.2, within(1e-12));
        assertThat(share(100, 300, null).high()).isCloseTo(1.0 / 3, within(1e-12));
    }

    @Test
    void spansFromTheRandomPartToEvenWhenNothingIsKnown() {
        assertThat(share(null, null, null).low()).isCloseTo(0.1, within(1e-12));
        assertThat(share(null, null, null).high()).isCloseTo(1.0 / 3, within(1e-12));
    }

    @Test
    void isEvenWhenNobodyHasStake() {
        assertThat(share(0, 0, 0).mid()).isCloseTo(1.0 / 3, within(1e-12));
    }
}
