package org.warmplan.worker.watch;

import java.util.List;
import org.warmplan.domain.Address;
import org.warmplan.domain.Offer;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Workload;

/**
 * What the network shows of one orchestrator: all its nodes, whichever worker is behind them.
 *
 * @param offers those of the orchestrator
 */
public record NetworkView(Address orchestrator, List<Offer> offers) {
    public NetworkView {
        offers = List.copyOf(offers);
    }

    /** Picks the orchestrator's offers. */
    public static NetworkView of(Address orchestrator, List<Offer> all) {
        return new NetworkView(
                orchestrator,
                all.stream().filter(o -> o.orchestrator().equals(orchestrator)).toList());
    }

    boolean isAdvertisedWarm(Workload workload) {
        return offers.stream().anyMatch(o -> o.isWarm() && o.workload().equals(workload));
    }

    boolean isAdvertised(Workload workload) {
        return offers.stream().anyMatch(o -> o.workload().equals(workload));
    }

    /** Whether a node that has it warm states a price for it. */
    boolean isPriced(Workload workload) {
        return offers.stream().anyMatch(o -> o.isWarm() && o.workload().equals(workload) && o.price() != null);
    }

    /** What it says of a workload, in a few words. */
    String words(Workload workload) {
        if (!isAdvertised(workload)) {
            return offers.isEmpty()
                    ? "%s is not listed".formatted(orchestrator.brief())
                    : "%s is listed without this workload".formatted(orchestrator.brief());
        }
        if (!isAdvertisedWarm(workload)) {
            return "%s advertises it as cold".formatted(orchestrator.brief());
        }
        return offers.stream()
                .filter(o -> o.isWarm() && o.workload().equals(workload) && o.price() != null)
                .findFirst()
                .map(o -> "%s advertises it as warm, at %s".formatted(orchestrator.brief(), price(o)))
                .orElse("%s advertises it as warm, without a price".formatted(orchestrator.brief()));
    }

    private static String price(Offer offer) {
        UnitPrice price = offer.price();
        return price == null ? "no price" : "%s wei for %s units".formatted(price.wei(), price.units());
    }
}
