package org.warmplan.value;

import java.util.ArrayList;
import java.util.List;
import org.warmplan.demand.Demand;
import org.warmplan.domain.Gwei;

/**
 * What warm replicas of one workload earn.
 *
 * @param marginal gwei per week of the first, second ... replica; never rises, ends where the next brings nothing
 * @param low gwei per week of the first replica when demand and place among rivals turn out badly (one in ten)
 * @param high the same when they turn out well
 */
public record Curve(List<Long> marginal, Gwei low, Gwei high) {
    /** Equally likely demands the income is averaged over. */
    static final int SCENARIOS = 25;

    public static final Curve NOTHING = new Curve(List.of(), Gwei.ZERO, Gwei.ZERO);
    private static final double WEI_PER_GWEI = 1e9;
    private static final long MOST = 1_000_000_000_000L;

    public Curve {
        marginal = List.copyOf(marginal);
    }

    /**
     * Values up to {@code most} replicas.
     *
     * @param weiPerUnit what one billed unit brings, the chance that the price is accepted already in it
     * @param served replicas that serve it already outside the plan, at a {@code url}; the curve begins after them
     */
    static Curve of(Demand demand, Market market, double weiPerUnit, int served, int most) {
        double[] rates = demand.rate().scenarios(SCENARIOS);
        List<Long> marginal = new ArrayList<>();
        double before = mean(demand, market, rates, served);
        for (int n = served + 1; n <= served + most; n++) {
            double sum = mean(demand, market, rates, n);
            long gwei = gwei(demand, sum - before, weiPerUnit);
            before = sum;
            // Rounding errors of the last digits must not make the curve rise.
            gwei = marginal.isEmpty() ? gwei : Math.min(gwei, marginal.get(marginal.size() - 1));
            if (gwei <= 0) {
                break;
            }
            marginal.add(gwei);
        }
        return new Curve(
                marginal,
                first(demand, market, weiPerUnit, served, 0.1, Market.Luck.BAD),
                first(demand, market, weiPerUnit, served, 0.9, Market.Luck.GOOD));
    }

    private static double mean(Demand demand, Market market, double[] rates, int replicas) {
        double sum = 0;
        for (double rate : rates) {
            sum += market.busy(rate * demand.busyPerRate(), replicas, Market.Luck.EVEN);
        }
        return sum / rates.length;
    }

    private static Gwei first(
            Demand demand, Market market, double weiPerUnit, int served, double quantile, Market.Luck luck) {
        double load = demand.rate().quantile(quantile) * demand.busyPerRate();
        double busy = market.busy(load, served + 1L, luck) - market.busy(load, served, luck);
        return new Gwei(Math.max(0, gwei(demand, busy, weiPerUnit)));
    }

    /** Income of so many replicas kept busy: their part of the units that the demand bills. */
    private static long gwei(Demand demand, double busy, double weiPerUnit) {
        double units = busy / demand.busyPerRate() * demand.unitsPerRate();
        return Math.min(MOST, (long) Math.floor(units * weiPerUnit / WEI_PER_GWEI));
    }
}
