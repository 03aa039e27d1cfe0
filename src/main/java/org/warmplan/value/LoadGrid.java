package org.warmplan.value;

import java.util.Arrays;
import org.warmplan.demand.Demand;
import org.warmplan.demand.HourProfile;

/**
 * The loads of all scenarios and hours of a week on a few points, even in the logarithm. What a replica carries as a part of
 * the load changes slowly along it, so income is a sum over these points instead of over every hour of every scenario.
 */
final class LoadGrid {
    private static final double STEP = 1.0;

    /** Loads below this are so small that the part carried no longer depends on them. */
    private static final double LEAST = 0.01;

    private final double[] loads;
    private final double first;
    private final double step;
    /* By point: load, weighed by how likely it is. */
    private final double[] expected;

    private LoadGrid(double least, double most) {
        int points = most > least ? Math.max(2, (int) Math.ceil(Math.log(most / least) / STEP) + 1) : 1;
        step = points == 1 ? 1 : Math.log(most / least) / (points - 1);
        first = Math.log(least);
        loads = new double[points];
        expected = new double[points];
        for (int k = 0; k < points; k++) {
            loads[k] = least * Math.exp(step * k);
        }
    }

    /**
     * The loads of a demand.
     *
     * @param scenarios equally likely demands
     * @param risk how far the worst fifth of them counts instead of all, 0 to 1
     */
    static LoadGrid of(Demand demand, int scenarios, double risk) {
        double[] rates = demand.rate().scenarios(scenarios);
        double[] factors = demand.profile().factors();
        double most = rates[scenarios - 1]
                * demand.busyPerRate()
                * Arrays.stream(factors).max().orElse(1);
        double least = Arrays.stream(rates).filter(rate -> rate > 0).min().orElse(0)
                * demand.busyPerRate()
                * Arrays.stream(factors).filter(factor -> factor > 0).min().orElse(1);
        LoadGrid grid = new LoadGrid(Math.min(most, Math.max(least, LEAST)), most);
        int worst = Math.max(1, (int) Math.round(scenarios * 0.2));
        double[] logs = Arrays.stream(factors).map(Math::log).toArray();
        for (int s = 0; s < scenarios; s++) {
            double weight = (1 - risk) / scenarios + (s < worst ? risk / worst : 0);
            grid.add(rates[s] * demand.busyPerRate(), weight, factors, logs);
        }
        return grid;
    }

    /** How much each point counts when the week's rate is {@code rate}. */
    double[] at(Demand demand, double rate) {
        LoadGrid one = new LoadGrid(loads[0], loads[loads.length - 1]);
        double[] factors = demand.profile().factors();
        one.add(
                rate * demand.busyPerRate(),
                1,
                factors,
                Arrays.stream(factors).map(Math::log).toArray());
        return one.expected;
    }

    private void add(double load, double weight, double[] factors, double[] logs) {
        if (load <= 0 || loads[loads.length - 1] <= 0) {
            return;
        }
        double start = (Math.log(load) - first) / step;
        for (int hour = 0; hour < HourProfile.HOURS; hour++) {
            double place = Math.max(0, Math.min(loads.length - 1.0, start + logs[hour] / step));
            int below = Math.min(loads.length - 1, (int) place);
            put(below, place - below, weight * load * factors[hour] / HourProfile.HOURS);
        }
    }

    /** Shares an amount among the points around its place, so that what follows a cubic between them is summed up exactly. */
    private void put(int below, double part, double amount) {
        if (part == 0) {
            expected[below] += amount;
        } else if (loads.length == 2) {
            expected[below] += amount * (1 - part);
            expected[below + 1] += amount * part;
        } else if (below == 0) {
            expected[0] += amount * (1 - part) * (2 - part) / 2;
            expected[1] += amount * part * (2 - part);
            expected[2] -= amount * part * (1 - part) / 2;
        } else if (below + 2 == loads.length) {
            expected[below - 1] -= amount * part * (1 - part) / 2;
            expected[below] += amount * (1 + part) * (1 - part);
            expected[below + 1] += amount * part * (1 + part) / 2;
        } else {
            expected[below - 1] -= amount * part * (1 - part) * (2 - part) / 6;
            expected[below] += amount * (1 + part) * (1 - part) * (2 - part) / 2;
            expected[below + 1] += amount * part * (1 + part) * (2 - part) / 2;
            expected[below + 2] -= amount * part * (1 + part) * (1 - part) / 6;
        }
    }

    /** Whether there is any load at all. */
    boolean isEmpty() {
        return !(loads[loads.length - 1] > 0);
    }

    double[] loads() {
        return loads.clone();
    }

    /** How much each point counts on the whole: together the mean load, the worst weighed up. */
    double[] expected() {
        return expected.clone();
    }

    /** Containers kept busy on the whole, from what is carried at each point. */
    double carried(double[] weights, double[] carried) {
        double sum = 0;
        for (int k = 0; k < loads.length; k++) {
            sum += weights[k] * carried[k] / loads[k];
        }
        return sum;
    }
}
