package org.warmplan.demand.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.warmplan.demand.Offers.address;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.warmplan.demand.SharePolicy;
import org.warmplan.demand.Supply;

final class ShareOfTest {
    private final ShareOf share = new ShareOf(new SharePolicy(0.8, 0.7, 0.3));

    private static Supply.Rival rival(int who, @Nullable Integer stake, long replicas) {
        return new Supply.Rival(address(who), stake == null ? null : BigDecimal.valueOf(stake), replicas);
    }

    @Test
    void whoeverIsAloneGetsAll() {
        assertThat(share.ofBatch(List.of(rival(1, null, 1)), Set.of(address(1))))
                .isEqualTo(ShareOf.Part.ALL);
        assertThat(share.ofLive(List.of(rival(1, null, 4)), Set.of(address(1)))).isEqualTo(ShareOf.Part.ALL);
    }

    @Test
    void followsKnownStakesOnChainAndLeavesTheRestOpen() {
        ShareOf.Part part = share.ofBatch(List.of(rival(1, 300, 1), rival(2, 100, 1)), Set.of(address(1)));

        // On chain 0.7 * 3/4 + 0.3/2 = 0.675 of 0.8; the 0.2 off chain go all to one of the two.
        assertThat(part.low()).isCloseTo(0.54, within(1e-9));
        assertThat(part.mid()).isCloseTo(0.54 + 0.1, within(1e-9));
        assertThat(part.high()).isCloseTo(0.74, within(1e-9));
    }

    @Test
    void partsOfAllTogetherAreOne() {
        List<Supply.Rival> warm = List.of(rival(1, null, 1), rival(2, 50, 1), rival(3, 7, 1), rival(4, null, 1));
        double sum = 0;
        for (int who = 1; who <= 4; who++) {
            sum += share.ofBatch(warm, Set.of(address(who))).mid();
        }

        assertThat(sum).isCloseTo(1, within(1e-9));
        assertThat(share.ofBatch(warm, Set.of(address(1), address(2), address(3), address(4))))
                .isEqualTo(ShareOf.Part.ALL);
    }

    @Test
    void isWiderWhereStakesAreNotKnown() {
        double known = share.ofBatch(List.of(rival(1, 100, 1), rival(2, 100, 1)), Set.of(address(1)))
                .spread();
        double unknown = share.ofBatch(List.of(rival(1, null, 1), rival(2, null, 1)), Set.of(address(1)))
                .spread();

        assertThat(unknown).isGreaterThan(1.5 * known);
    }

    @Test
    void givesLiveStreamsByContainers() {
        ShareOf.Part part = share.ofLive(List.of(rival(1, null, 1), rival(2, null, 3)), Set.of(address(1)));

        assertThat(part.mid()).isCloseTo(0.25, within(1e-9));
        assertThat(part.high() / part.low()).isCloseTo(9, within(1e-9));
    }
}
