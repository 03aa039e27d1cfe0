package org.warmplan.replay.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.warmplan.domain.Address;
import org.warmplan.domain.Earnings;
import org.warmplan.domain.EthPrice;
import org.warmplan.domain.StakeSeen;
import org.warmplan.replay.market.MarketOrchestrator;
import org.warmplan.replay.market.SmallMarket;
import org.warmplan.replay.market.WeekLog;

/** What the explorer and the payouts tell of a market, against what was earned there. */
final class ShownMoneyTest {
    private final Shown shown = Shown.whole(24);

    @Test
    void tellsEveryStakeInTheListOfPayouts() {
        for (MarketOrchestrator orchestrator : shown.market().cast().orchestrators()) {
            assertThat(shown.all(StakeSeen.class))
                    .filteredOn(stake -> stake.orchestrator().equals(orchestrator.address()))
                    .isNotEmpty()
                    .allSatisfy(stake -> {
                        assertThat(stake.stakeLpt()).isEqualByComparingTo(BigDecimal.valueOf(orchestrator.stakeLpt()));
                        assertThat(stake.active()).isTrue();
                    });
        }
    }

    @Test
    void paysInWholeTickets() {
        BigDecimal ticket = BigDecimal.valueOf(TicketLedger.eth(1));

        assertThat(shown.all(Earnings.class))
                .allSatisfy(earnings -> assertThat(earnings.eth()
                                .divide(ticket, 6, RoundingMode.HALF_EVEN)
                                .stripTrailingZeros()
                                .scale())
                        .isLessThanOrEqualTo(0));
    }

    /** Over a quarter and all orchestrators, tickets are many enough to tell what was earned. */
    @Test
    void paysWhatWasEarnedButLater() {
        SmallMarket market = new SmallMarket();
        TicketLedger ledger = new TicketLedger(market.cast(), Shown.SEED);
        double earned = 0;
        long before = 0;
        for (SmallMarket.Week week : market.weeks(12)) {
            ledger.add(week.log());
            before = Math.max(before, tickets(ledger, -30, -1));
            for (int orchestrator = 0; orchestrator < 4; orchestrator++) {
                for (int hour = 0; hour < WeekLog.HOURS; hour++) {
                    earned += week.log().wei(orchestrator, hour) + week.log().testWei(orchestrator, hour);
                }
            }
        }
        long paid = tickets(ledger, 0, 12 * 7 + 5);

        assertThat(TicketLedger.eth(paid)).isCloseTo(earned / 1e18, within(earned / 1e18 * 0.15));
        assertThat(tickets(ledger, 12 * 7, 12 * 7 + 5)).isPositive();
        assertThat(before).isCloseTo(paid * 30 / 84, within(paid * 30 / 84 / 2));
    }

    private static long tickets(TicketLedger ledger, int first, int last) {
        return IntStream.range(0, 4)
                .mapToLong(who -> ledger.tickets(who, first, last))
                .sum();
    }

    @Test
    void doesNotShowTheDayThatIsNotOver() {
        assertThat(shown.all(Earnings.class))
                .filteredOn(earnings -> earnings.jobs() == Earnings.Jobs.AI)
                .isNotEmpty()
                .allMatch(earnings -> earnings.to().isBefore(earnings.seenAt()));
    }

    @Test
    void listsAllWhoAreFewerThanAHundredOnTheExplorersPage() {
        List<Earnings> rows = shown.all(Earnings.class).stream()
                .filter(earnings -> earnings.jobs() == Earnings.Jobs.ALL)
                .filter(earnings ->
                        Duration.between(earnings.from(), earnings.to()).toDays() == 30)
                .toList();
        Set<Address> first = rows.stream()
                .filter(row -> row.seenAt().equals(rows.get(0).seenAt()))
                .map(Earnings::orchestrator)
                .collect(Collectors.toSet());

        assertThat(first).hasSize(89);
    }

    @Test
    void tellsWhatEthCosts() {
        assertThat(shown.all(EthPrice.class))
                .hasSize(14)
                .allMatch(price ->
                        price.usd().doubleValue() > 1_000 && price.usd().doubleValue() < 9_000)
                .allMatch(price -> price.asOf().isBefore(price.seenAt()));
    }
}
