package org.warmplan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.warmplan.demand.Demand;
import org.warmplan.demand.Evidence;
import org.warmplan.demand.EvidenceKind;
import org.warmplan.demand.HourProfile;
import org.warmplan.demand.Rate;
import org.warmplan.demand.SharePolicy;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Workload;
import org.warmplan.explain.Money;
import org.warmplan.value.Curve;
import org.warmplan.value.DocumentedFigures;
import org.warmplan.value.MarketPrices;
import org.warmplan.value.PlannedPrice;
import org.warmplan.value.PriceComparison;
import org.warmplan.value.ValuedWorkload;

final class DemandChartTest {
    private static final Money MONEY = new Money(BigDecimal.valueOf(3000));

    /** A workload whose rate is known closely: about {@code units} a week. */
    private static ValuedWorkload valued(String model, double units, @Nullable UnitPrice price) {
        Workload workload = new Workload(Pipeline.TEXT_TO_IMAGE, model);
        Demand demand = new Demand(
                workload,
                Rate.gamma(10_000, 10_000),
                HourProfile.FLAT,
                OptionalDouble.of(0),
                units,
                1,
                List.of(new Evidence(EvidenceKind.REGISTRATIONS, 1, 1, "seen")));
        return new ValuedWorkload(
                workload,
                demand,
                price == null ? null : new PlannedPrice(price, PlannedPrice.Origin.OWN, "yours", false),
                new PriceComparison(new MarketPrices(List.of()), new DocumentedFigures(List.of())),
                0,
                new SharePolicy.Share(1, 1),
                Curve.NOTHING);
    }

    private static DemandChart.Bar onlyBar(ValuedWorkload workload) {
        DemandChart chart = DemandChart.of(List.of(workload), MONEY);
        assertThat(chart.bars()).hasSize(1);
        return chart.bars().get(0);
    }

    private static double percent(String text) {
        return Double.parseDouble(text.replace("%", ""));
    }

    @Test
    void drawsUnitsAtTheirPrice() {
        // 2e9 units at 1e9 wei are 2 ETH.
        DemandChart.Bar bar = onlyBar(valued("a/b", 2e9, UnitPrice.ofWei(1_000_000_000)));

        assertThat(Double.parseDouble(bar.worth())).isBetween(1.99, 2.01);
        assertThat(percent(bar.from())).isLessThan(percent(bar.middle()));
        assertThat(percent(bar.middle())).isLessThan(percent(bar.to()));
        // log10 of 2 is 0.3, on an axis from 1 to 10.
        assertThat(percent(bar.middle())).isBetween(30.0, 30.3);
        assertThat(bar.cut()).isFalse();
    }

    @Test
    void keepsTheOrderItIsGiven() {
        UnitPrice price = UnitPrice.ofWei(1_000_000);
        DemandChart chart = DemandChart.of(List.of(valued("low", 1e6, price), valued("high", 1e12, price)), MONEY);

        assertThat(chart.bars()).extracting(bar -> bar.workload().model()).containsExactly("low", "high");
        assertThat(percent(chart.bars().get(0).to()))
                .isLessThan(percent(chart.bars().get(1).from()));
        assertThat(chart.note()).isEmpty();
    }

    @Test
    void putsDemandForNothingAtTheBeginOfTheAxis() {
        DemandChart.Bar bar = onlyBar(valued("a/b", 1, UnitPrice.ofWei(1)));

        assertThat(bar.from()).isEqualTo("0.00%");
        assertThat(bar.to()).isEqualTo("0.00%");
        assertThat(bar.worth()).isEqualTo("0");
        assertThat(bar.cut()).isTrue();
    }

    @Test
    void leavesOutWhatHasNoPriceAndSaysSo() {
        DemandChart chart = DemandChart.of(
                List.of(valued("priced", 1e9, UnitPrice.ofWei(5)), valued("unpriced", 1e9, null)), MONEY);

        assertThat(chart.bars()).extracting(bar -> bar.workload().model()).containsExactly("priced");
        assertThat(chart.note()).isEqualTo("Not drawn, but in the table: 1 more. Without a price: 1 of them.");
    }

    @Test
    void drawsTheFirstOnlyOfMany() {
        List<ValuedWorkload> many = IntStream.range(0, DemandChart.MOST + 3)
                .mapToObj(i -> valued("model-" + i, 1e9, UnitPrice.ofWei(5)))
                .toList();
        DemandChart chart = DemandChart.of(many, MONEY);

        assertThat(chart.bars()).hasSize(DemandChart.MOST);
        assertThat(chart.note()).isEqualTo("Not drawn, but in the table: 3 more.");
    }

    @Test
    void keepsAbsurdAmountsWithinANumber() {
        assertThat(DemandChart.gwei(Long.MAX_VALUE, UnitPrice.ofWei(Long.MAX_VALUE)))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(DemandChart.gwei(3, new UnitPrice(BigInteger.valueOf(1_000_000_000), BigInteger.TWO)))
                .isEqualTo(2);
    }

    @Test
    void hasNoBarsWithoutDemand() {
        assertThat(DemandChart.of(List.of(), MONEY).bars()).isEmpty();
    }
}
