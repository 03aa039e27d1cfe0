package org.warmplan.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.warmplan.demand.Demand;
import org.warmplan.domain.UnitPrice;
import org.warmplan.explain.Money;
import org.warmplan.value.PlannedPrice;
import org.warmplan.value.ValuedWorkload;

/**
 * What the network asks for in a week as bars, in ETH at the planned price, because every pipeline bills another unit.
 *
 * @param decades the axis
 * @param bars the most valuable workload first
 * @param note on workloads with demand that have no bar; empty when all have one
 */
record DemandChart(List<DecadeAxis.Decade> decades, List<Bar> bars, String note) {
    static final int MOST = 12;

    private static final BigInteger WEI_PER_GWEI = BigInteger.TEN.pow(9);

    /**
     * One workload's range.
     *
     * @param from where the bar begins
     * @param to where it ends
     * @param middle where the middle estimate stands
     * @param cut whether it begins below the axis
     * @param worth the middle estimate in ETH a week
     * @param range the whole range
     */
    record Bar(
            ShownWorkload workload, String from, String to, String middle, boolean cut, String worth, String range) {}

    /** A range in gwei a week. */
    private record Amounts(ShownWorkload workload, long low, long mid, long high) {}

    /** @param valued workloads with demand, the most valuable first */
    static DemandChart of(List<ValuedWorkload> valued, Money money) {
        List<Amounts> priced = valued.stream().flatMap(DemandChart::amounts).toList();
        List<Amounts> shown = priced.stream().limit(MOST).toList();
        DecadeAxis axis = DecadeAxis.of(shown.stream()
                .flatMap(a -> Stream.of(a.low(), a.mid(), a.high()))
                .toList());
        return new DemandChart(
                axis.decades(),
                shown.stream().map(amounts -> bar(amounts, axis, money)).toList(),
                note(valued.size() - shown.size(), valued.size() - priced.size()));
    }

    private static String note(int others, int unpriced) {
        String priceless = unpriced == 0 ? "" : " Without a price: %d of them.".formatted(unpriced);
        return others == 0 ? "" : "Not drawn, but in the table: %d more.%s".formatted(others, priceless);
    }

    private static Stream<Amounts> amounts(ValuedWorkload valued) {
        Demand demand = valued.demand();
        PlannedPrice price = valued.price();
        return demand == null || price == null
                ? Stream.empty()
                : Stream.of(new Amounts(
                        ShownWorkload.of(valued.workload()),
                        gwei(demand.low(), price.price()),
                        gwei(demand.mid(), price.price()),
                        gwei(demand.high(), price.price())));
    }

    /** What so many units cost, to the nearest gwei. */
    static long gwei(long units, UnitPrice price) {
        BigInteger gwei = new BigDecimal(price.wei().multiply(BigInteger.valueOf(units)))
                .divide(new BigDecimal(price.units().multiply(WEI_PER_GWEI)), 0, RoundingMode.HALF_EVEN)
                .toBigInteger();
        return gwei.min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
    }

    private static Bar bar(Amounts amounts, DecadeAxis axis, Money money) {
        return new Bar(
                amounts.workload(),
                Percent.of(axis.position(amounts.low())),
                Percent.of(axis.position(amounts.high())),
                Percent.of(axis.position(amounts.mid())),
                axis.isBelow(amounts.low()),
                Wording.bare(money, amounts.mid()),
                Wording.bare(money, amounts.low()) + " to " + Wording.bare(money, amounts.high()));
    }
}
