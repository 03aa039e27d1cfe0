package org.warmplan.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.warmplan.demand.Demand;
import org.warmplan.domain.Gwei;

/** Makes one workload's curve: income by number of replicas, averaged over scenarios and hours. */
final class CurveMaker {
    private static final double WEI_PER_GWEI = 1e9;
    private static final double MOST = 1e12;

    /** Where more containers than this can be busy at once, they are looked at in bundles. */
    private static final double LARGE = 120;

    /** Replicas looked at one by one; further ones in steps that grow with them, on a straight line between. */
    private static final int EACH = 4;

    /** A replica that brings no more than this part of the first brings as good as nothing. */
    private static final double LITTLE = 4e-3;

    /** Speeds of cards that are looked at. */
    private static final int KNOTS = 4;

    private static final double GROWTH = 1.6;

    private static final double AMPLE = 1_000;
    private static final double MANY = 250;

    private final Demand demand;
    private final Market market;
    private final double gweiPerBusy;
    private final LoadGrid grid;
    private final double[] expected;
    private final double[] low;
    private final double[] high;
    private final double[] loads;
    private final int bundle;
    private final int most;

    /**
     * @param weiPerUnit what one billed unit brings, the chance that the price is accepted already in it
     * @param most replicas of ours
     */
    CurveMaker(Demand demand, Market market, double weiPerUnit, ValuePolicy policy, int most) {
        this.demand = demand;
        gweiPerBusy = weiPerUnit / WEI_PER_GWEI / demand.busyPerRate() * demand.unitsPerRate();
        grid = LoadGrid.of(demand, policy.scenarios(), policy.risk());
        expected = grid.expected();
        low = grid.at(demand, demand.rate().quantile(0.1));
        high = grid.at(demand, demand.rate().quantile(0.9));
        loads = grid.loads();
        this.most = most;
        bundle = Math.max(1, (int)
                Math.ceil(Math.min(loads[loads.length - 1], (double) (market.containers() + most)) / LARGE));
        this.market = bundle == 1 ? market : market.bundled(bundle);
        double ample = ample(this.market.containers() + (double) most / bundle);
        for (int k = 0; k < loads.length; k++) {
            loads[k] = Math.min(ample, loads[k] / bundle);
        }
    }

    /** A load that keeps all of so many containers busy: what is more changes nothing, but the sums of the formulas overflow. */
    private static double ample(double containers) {
        return containers > MANY ? 2 * containers : AMPLE;
    }

    /** Gwei per week of so many replicas: on the whole, in bad luck, in good luck. */
    private record Income(double even, double bad, double good) {
        static final Income NONE = new Income(0, 0, 0);

        Income towards(Income other, double part) {
            return new Income(
                    even + part * (other.even - even),
                    bad + part * (other.bad - bad),
                    good + part * (other.good - good));
        }
    }

    /**
     * The curve.
     *
     * @param served replicas that serve it already outside the plan, at a {@code url}; the curve begins after them
     * @param speeds of other cards by name, as a factor of the reference card
     */
    Curve curve(int served, SortedMap<String, Double> speeds) {
        if (grid.isEmpty() || !(gweiPerBusy > 0) || most < 1) {
            return Curve.NOTHING;
        }
        List<Double> amounts = new ArrayList<>();
        List<Gwei> lows = new ArrayList<>();
        List<Gwei> highs = new ArrayList<>();
        Income before = income(served, 1);
        int from = 0;
        while (from < most) {
            int to = Math.min(most, next(from));
            Income income = income(served + to, 1);
            double each = Math.max(0, income.even() - before.even()) / (to - from);
            for (int k = from; k < to; k++) {
                amounts.add(each);
            }
            for (int k = from; k < Math.min(to, Curve.RANGES); k++) {
                lows.add(gwei((income.bad() - before.bad()) / (to - from)));
                highs.add(gwei((income.good() - before.good()) / (to - from)));
            }
            if (each < Math.max(1, LITTLE * amounts.get(0))) {
                break;
            }
            before = income;
            from = to;
        }
        List<Double> falling = Concave.majorant(amounts);
        return new Curve(whole(falling), lows, highs, units(falling, served, speeds), Curve.ColdDemand.NONE);
    }

    private int next(int replicas) {
        int step = replicas < EACH ? 1 : (int) Math.ceil(replicas * (GROWTH - 1));
        return bundle == 1 ? replicas + step : (replicas / bundle + Math.max(1, step / bundle)) * bundle;
    }

    private Income income(int replicas, double speed) {
        if (replicas == 0) {
            return Income.NONE;
        }
        int rest = replicas % bundle;
        if (rest > 0) {
            return income(replicas - rest, speed)
                    .towards(income(replicas - rest + bundle, speed), (double) rest / bundle);
        }
        Carried carried = market.carried(loads, replicas / bundle, speed);
        return new Income(gwei(expected, carried.even()), gwei(low, carried.bad()), gwei(high, carried.good()));
    }

    private double gwei(double[] weights, double[] carried) {
        for (int k = 0; k < carried.length; k++) {
            // No more than there is, whatever the last digits say.
            carried[k] = Math.min(carried[k], loads[k]);
        }
        double[] whole = carried.clone();
        for (int k = 0; k < whole.length; k++) {
            whole[k] *= bundle;
        }
        return grid.carried(weights, whole) * gweiPerBusy;
    }

    private static Gwei gwei(double amount) {
        return new Gwei((long) Math.max(0, Math.min(MOST, amount)));
    }

    private static List<Long> whole(List<Double> falling) {
        return falling.stream()
                .map(amount -> (long) Math.min(MOST, Math.floor(amount)))
                .takeWhile(amount -> amount > 0)
                .toList();
    }

    /**
     * Units of a replica on each other card: as many as earn on reference cards what it earns as the first. That lies between
     * one replica, when it is hardly ever asked for two things at once, and as many as it is faster, when it always is.
     */
    private SortedMap<String, Integer> units(List<Double> falling, int served, SortedMap<String, Double> speeds) {
        SortedMap<String, Integer> units = new TreeMap<>();
        if (demand.workload().pipeline().isLive() || falling.isEmpty()) {
            return units;
        }
        NavigableMap<Double, Double> earned = served > 0 ? new TreeMap<>() : earned(speeds.values(), falling.get(0));
        speeds.forEach((name, speed) -> units.put(name, units(falling, speed, earned)));
        return units;
    }

    /**
     * What the first replica earns by speed: at the ends, at some speeds between, and as known at the reference speed. It
     * changes slowly, so further ones follow a straight line in the logarithm.
     */
    private NavigableMap<Double, Double> earned(Collection<Double> speeds, double reference) {
        NavigableMap<Double, Double> earned = new TreeMap<>();
        SortedSet<Double> asked = new TreeSet<>(speeds);
        asked.remove(1.0);
        if (asked.size() > KNOTS) {
            double slowest = asked.first();
            double fastest = asked.last();
            asked.clear();
            for (int k = 0; k < KNOTS; k++) {
                asked.add(slowest * Math.pow(fastest / slowest, (double) k / (KNOTS - 1)));
            }
        }
        asked.forEach(speed -> earned.put(speed, income(1, speed).even()));
        earned.put(1.0, reference);
        return earned;
    }

    private static double between(NavigableMap<Double, Double> earned, double speed) {
        Map.Entry<Double, Double> below = earned.floorEntry(speed);
        Map.Entry<Double, Double> above = earned.ceilingEntry(speed);
        if (below == null || above == null) {
            return (below == null ? earned.firstEntry() : earned.lastEntry()).getValue();
        }
        if (below.getKey().equals(above.getKey())) {
            return below.getValue();
        }
        double part = Math.log(speed / below.getKey()) / Math.log(above.getKey() / below.getKey());
        return below.getValue() * (1 - part) + above.getValue() * part;
    }

    private static int units(List<Double> falling, double speed, NavigableMap<Double, Double> earned) {
        int most = Math.max(1, (int) Math.round(speed * Curve.REFERENCE_UNITS));
        if (speed == 1 || earned.isEmpty()) {
            return most;
        }
        double replicas = replicas(falling, between(earned, speed));
        int units = (int) Math.round(Math.min(Curve.REFERENCE_UNITS * replicas, 1_000));
        return speed > 1
                ? Math.max(Curve.REFERENCE_UNITS, Math.min(most, units))
                : Math.max(most, Math.min(Curve.REFERENCE_UNITS, units));
    }

    /** Replicas on reference cards that earn so much together; very many when no number does. */
    private static double replicas(List<Double> falling, double earns) {
        double sum = 0;
        for (int k = 0; k < falling.size(); k++) {
            if (sum + falling.get(k) >= earns) {
                return k + (earns - sum) / falling.get(k);
            }
            sum += falling.get(k);
        }
        return Double.MAX_VALUE;
    }
}
