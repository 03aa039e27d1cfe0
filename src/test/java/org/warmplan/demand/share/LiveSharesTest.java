package org.warmplan.demand.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LiveSharesTest {
    /** Streams so long that it does not matter for how long a full seller is passed over. */
    private static final LiveShares LONG = new LiveShares(500_000, 1);

    private static final LiveShares SHORT = new LiveShares(300, 1);

    @ParameterizedTest
    @CsvSource({"1, 0.2", "2, 1", "5, 4", "3, 9"})
    void givesTheOnlyOneWarmWhatErlangLeaves(int containers, double load) {
        for (LiveShares shares : List.of(LONG, SHORT)) {
            Split split = shares.split(List.of(Seller.of(1, containers)), load);

            assertThat(split.carried(0)).isCloseTo(Erlang.carried(containers, load), within(2e-3 * load));
        }
    }

    /** The one at place k carries what is lost by those before and not by it: load * (B(2) - B(2 + 3)). */
    @ParameterizedTest
    @CsvSource({"0.5", "2", "6"})
    void huntsInOrderWhenStreamsAreLong(double load) {
        Split split = LONG.split(List.of(Seller.of(1, 2), Seller.of(1, 3), Seller.of(1, 1)), load);

        assertThat(split.carried(0)).isCloseTo(Erlang.carried(2, load), within(0.02 * load));
        assertThat(split.carried(1)).isCloseTo(Erlang.carried(5, load) - Erlang.carried(2, load), within(0.02 * load));
        assertThat(split.lost()).isCloseTo(load * Erlang.blocked(6, load), within(0.02 * load));
    }

    @Test
    void passesOverForAWhileWhomItMetFull() {
        List<Seller> sellers = List.of(Seller.of(1, 2), Seller.of(1, 4));

        assertThat(SHORT.split(sellers, 3).carried(0))
                .isLessThan(0.9 * LONG.split(sellers, 3).carried(0));
        assertThat(SHORT.split(sellers, 3).carried(1))
                .isGreaterThan(1.1 * LONG.split(sellers, 3).carried(1));
    }

    @Test
    void caresForStakeInNoWay() {
        Split one = SHORT.split(List.of(Seller.of(1, 2), Seller.of(900, 2)), 2);
        Split other = SHORT.split(List.of(Seller.of(900, 2), Seller.of(1, 2)), 2);

        assertThat(one.carried()).isEqualTo(other.carried());
    }

    @Test
    void placesOneMoreSellerAmongTheOthers() {
        LiveHunt hunt = new LiveHunt(LONG, List.of(2, 2), 3);

        // First of three: what two containers carry; behind the first with two; behind both.
        assertThat(hunt.carried(0, 2)).isCloseTo(Erlang.carried(2, 3), within(0.03));
        assertThat(hunt.carried(1, 2)).isCloseTo(Erlang.carried(4, 3) - Erlang.carried(2, 3), within(0.03));
        assertThat(hunt.carried(2, 2)).isCloseTo(Erlang.carried(6, 3) - Erlang.carried(4, 3), within(0.03));
    }

    @Test
    void givesEverythingToTheOnlyOneThatIsPlaced() {
        assertThat(new LiveHunt(SHORT, List.of(), 2).carried(0, 3)).isCloseTo(Erlang.carried(3, 2), within(0.01));
    }
}
