package org.warmplan.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.warmplan.demand.Demand;
import org.warmplan.explain.Money;
import org.warmplan.value.PlannedPrice;
import org.warmplan.value.ValuedWorkload;

/** A row of the demand table as text. */
public record DemandTable(
        String workload,
        String low,
        String mid,
        String high,
        String unit,
        String rivals,
        String share,
        String price,
        String worth,
        String range,
        String evidence) {

    /** Workloads with demand, the most valuable first. */
    public static List<ValuedWorkload> byWorth(Collection<ValuedWorkload> valued) {
        return valued.stream()
                .filter(w -> w.demand() != null)
                .sorted(Comparator.comparingLong((ValuedWorkload w) -> -first(w))
                        .thenComparing(ValuedWorkload::workload))
                .toList();
    }

    static DemandTable of(ValuedWorkload valued, Money money) {
        Demand demand = valued.demand();
        if (demand == null) {
            throw new IllegalArgumentException("The workload " + valued.workload() + " has no demand to show.");
        }
        PlannedPrice price = valued.price();
        return new DemandTable(
                valued.workload().id(),
                Wording.count(demand.low()),
                Wording.count(demand.mid()),
                Wording.count(demand.high()),
                valued.workload().pipeline().unit(),
                String.valueOf(valued.warmRivals()),
                share(valued),
                price == null ? "none" : price.price().text() + (price.isSuggested() ? " (suggested)" : ""),
                Wording.bare(money, first(valued)),
                Wording.bare(money, valued.curve().low().amount()) + " to "
                        + Wording.bare(money, valued.curve().high().amount()),
                String.join("; ", demand.evidence().stream().map(e -> e.text()).toList()));
    }

    private static long first(ValuedWorkload valued) {
        List<Long> marginal = valued.curve().marginal();
        return marginal.isEmpty() ? 0 : marginal.get(0);
    }

    /** By stake where gateways draw; live video goes by latency, which nobody publishes. */
    static String share(ValuedWorkload valued) {
        if (valued.workload().pipeline().isLive()) {
            return "by latency";
        }
        String low = Wording.percent(valued.share().low());
        String high = Wording.percent(valued.share().high());
        return low.equals(high) ? low : low + " to " + high;
    }
}
