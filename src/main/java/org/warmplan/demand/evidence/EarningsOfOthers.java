package org.warmplan.demand.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.warmplan.demand.EvidenceKind;
import org.warmplan.demand.Reading;
import org.warmplan.demand.Supply;
import org.warmplan.domain.Address;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;

/**
 * Demand that explains what orchestrators earned: each is thought to earn, of every workload it has warm, the network's rate
 * times its share times what one request bills at its price. Rates are fitted so that none is negative. A workload that the
 * earnings do not tell from others gets no reading, nor one whose rate they would just as well have at nothing.
 */
final class EarningsOfOthers {
    private static final double GWEI_PER_WEI = 1e-9;

    /** A rate known worse than this, as a part of itself, is not known. */
    private static final double MOST_ERROR = 1;

    /** How many times the uncertainty of one workload may grow because others look alike. */
    private static final double MOST_INFLATION = 10;

    /** Tickets are too lumpy to be surer than this many events. */
    private static final double MOST_EVENTS = 100;

    private final Setting setting;
    private final DailyEarnings earnings;

    EarningsOfOthers(Setting setting, DailyEarnings earnings) {
        this.setting = setting;
        this.earnings = earnings;
    }

    /** Readings of every week for which earnings are known. */
    List<Reading> find(Collection<Workload> workloads) {
        List<Reading> readings = new ArrayList<>();
        for (int week = 0; week < setting.weeks().count() && !earnings.isEmpty(); week++) {
            Income income = income(week, workloads);
            if (!income.workloads.isEmpty() && income.earned.size() > income.workloads.size()) {
                readings.addAll(fit(week, income));
            }
        }
        return readings;
    }

    /** What each orchestrator earned in a week, and would earn at a rate of 1 of each workload; gwei per week. */
    private static final class Income {
        private final List<Workload> workloads = new ArrayList<>();
        private final List<Double> earned = new ArrayList<>();
        private double[][] perRate = new double[0][];
    }

    private Income income(int week, Collection<Workload> workloads) {
        Income income = new Income();
        SortedMap<Workload, SortedMap<Address, Double>> perRate = new TreeMap<>();
        NavigableSet<Address> sellers = new TreeSet<>();
        for (Workload workload : new TreeSet<>(workloads)) {
            SortedMap<Address, Double> prices = AskedPrices.of(setting.supply().of(week), workload);
            // Orchestrator and gateway count its units differently (ai_http.go:1568, ai_process.go:874 at 176aa415).
            if (!prices.isEmpty() && workload.pipeline() != Pipeline.TEXT_TO_SPEECH && !setting.isIgnored(workload)) {
                perRate.put(workload, perRate(week, workload, prices));
                income.workloads.add(workload);
                sellers.addAll(prices.keySet());
            }
        }
        List<double[]> rows = new ArrayList<>();
        for (Address seller : sellers) {
            OptionalDouble earned = earnings.findWeek(seller, week);
            if (earned.isPresent()) {
                income.earned.add(earned.getAsDouble());
                rows.add(perRate.values().stream()
                        .mapToDouble(of -> of.getOrDefault(seller, 0.0))
                        .toArray());
            }
        }
        income.perRate = rows.toArray(double[][]::new);
        return income;
    }

    private SortedMap<Address, Double> perRate(int week, Workload workload, SortedMap<Address, Double> prices) {
        double units = setting.policy().unitsPerRate(workload.pipeline());
        SortedMap<Address, Double> perRate = new TreeMap<>();
        prices.forEach((address, wei) -> perRate.put(
                address,
                wei
                        * units
                        * GWEI_PER_WEI
                        * setting.shareOf(week, workload, Set.of(address)).mid()));
        return perRate;
    }

    private List<Reading> fit(int week, Income income) {
        EarningsFit fit = EarningsFit.of(
                income.perRate, income.earned, setting.evidence().earnings().ridge());
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < income.workloads.size(); i++) {
            double rate = fit.rate(i);
            double error = fit.relativeError(i);
            boolean told = rate > 0 && error <= MOST_ERROR && fit.inflation(i) <= MOST_INFLATION;
            if (told && couldBeServed(week, income.workloads.get(i), rate)) {
                double events = Math.min(MOST_EVENTS, 1 / (error * error));
                String text = "AI earnings of %d orchestrators fit %.3g %s, give or take %.0f %%"
                        .formatted(
                                income.earned.size(),
                                rate,
                                income.workloads.get(i).pipeline().isLive() ? "streams at once" : "requests a week",
                                100 * error);
                readings.add(new Reading(
                        EvidenceKind.EARNINGS,
                        income.workloads.get(i),
                        week,
                        events,
                        events / rate,
                        setting.evidence().earnings().spread(),
                        text));
            }
        }
        return readings;
    }

    /** Nobody earns from more than what all replicas together can do: such a rate makes up for what others do not explain. */
    private boolean couldBeServed(int week, Workload workload, double rate) {
        double replicas = setting.warmIn(week, workload).stream()
                .mapToDouble(Supply.Rival::replicas)
                .sum();
        return rate * setting.policy().busyPerRate(workload.pipeline()) <= replicas;
    }
}
