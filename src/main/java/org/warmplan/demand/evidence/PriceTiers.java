package org.warmplan.demand.evidence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.warmplan.demand.Supply;
import org.warmplan.domain.Address;
import org.warmplan.domain.Gwei;
import org.warmplan.domain.Workload;

/**
 * Who has a workload warm at which price, and what they earn. Nobody tells what an orchestrator earned with one workload of
 * several, so earnings are a range.
 *
 * @param median wei per unit, the lower middle price of those that name one
 * @param tiers below, around and above it, those with anybody in them, in this order
 */
public record PriceTiers(Workload workload, double median, List<Tier> tiers) {
    public PriceTiers {
        tiers = List.copyOf(tiers);
    }

    /** Where a price stands. */
    public enum Place {
        BELOW,
        AROUND,
        ABOVE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The orchestrators of one tier together.
     *
     * @param lowestWei wei per unit, the least of them
     * @param highestWei wei per unit, the most of them
     * @param orchestrators how many, at least 1
     * @param known of how many the AI earnings are known
     * @param low gwei per week of those that have nothing else warm
     * @param high gwei per week of all of them with all they have warm
     */
    public record Tier(
            Place place, double lowestWei, double highestWei, int orchestrators, int known, Gwei low, Gwei high) {}

    static List<PriceTiers> of(Setting setting, DailyEarnings earnings, Iterable<Workload> workloads) {
        Supply supply = setting.supply().of(0);
        SortedMap<Address, Integer> offered = WarmWorkloads.count(supply);
        List<PriceTiers> all = new ArrayList<>();
        for (Workload workload : workloads) {
            SortedMap<Address, Double> prices = AskedPrices.of(supply, workload);
            if (!prices.isEmpty()) {
                double median = AskedPrices.middle(List.copyOf(prices.values()));
                double width = setting.evidence().earnings().tierWidth();
                Map<Place, Builder> tiers = new EnumMap<>(Place.class);
                prices.forEach((address, wei) -> tiers.computeIfAbsent(place(wei, median, width), p -> new Builder())
                        .add(wei, earnings, address, offered.getOrDefault(address, 1) == 1));
                all.add(new PriceTiers(
                        workload,
                        median,
                        tiers.entrySet().stream()
                                .map(tier -> tier.getValue().build(tier.getKey()))
                                .toList()));
            }
        }
        return all;
    }

    private static Place place(double wei, double median, double width) {
        if (Math.abs(wei - median) <= width * median) {
            return Place.AROUND;
        }
        return wei < median ? Place.BELOW : Place.ABOVE;
    }

    private static final class Builder {
        private double lowest = Double.POSITIVE_INFINITY;
        private double highest;
        private int orchestrators;
        private int known;
        private double low;
        private double high;

        void add(double wei, DailyEarnings earnings, Address address, boolean nothingElse) {
            lowest = Math.min(lowest, wei);
            highest = Math.max(highest, wei);
            orchestrators++;
            if (earnings.isKnown(address)) {
                double gwei = earnings.perWeek(address);
                known++;
                high += gwei;
                low += nothingElse ? gwei : 0;
            }
        }

        Tier build(Place place) {
            return new Tier(
                    place,
                    lowest,
                    highest,
                    orchestrators,
                    known,
                    new Gwei(Math.round(low)),
                    new Gwei(Math.round(high)));
        }
    }
}
