package org.warmplan.cli;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Fleet;
import org.warmplan.fleet.Keep;
import org.warmplan.value.CurrentState;
import org.warmplan.value.OwnCards;
import org.warmplan.value.PriceBook;

/**
 * Who asks for estimates, as far as they depend on that.
 *
 * @param fleet null for anybody
 * @param files what the fleet runs now; null for anybody
 */
record Operator(@Nullable Fleet fleet, @Nullable CurrentFiles files) {
    /** Anybody: without a stake, without prices, with nothing warm. */
    static final Operator ANYBODY = new Operator(null, null);

    private static final CurrentState NOTHING =
            new CurrentState(Collections.emptySortedMap(), Collections.emptySortedMap(), Collections.emptySortedMap());

    @Nullable
    Address self() {
        return fleet == null ? null : fleet.orchestrator();
    }

    CurrentState state() {
        return files == null ? NOTHING : files.state();
    }

    /** What there is to serve with, and at least {@code slots} of it. */
    OwnCards cards(int slots) {
        OwnCards own = fleet == null ? OwnCards.of(slots) : OwnCards.of(fleet);
        return new OwnCards(Math.max(slots, own.slots()), own.nodes(), own.gpuNames());
    }

    /** Own prices: those of the fleet file come before those of the current files. */
    void addPrices(PriceBook prices, BigDecimal usdPerEth) {
        if (fleet != null) {
            fleet.prices()
                    .forEach(
                            own -> prices.addOwn(own.workload(), own.perUnit(usdPerEth), "yours, in fleet.yaml", true));
        }
        if (files != null) {
            files.prices(usdPerEth)
                    .forEach(file -> file.prices()
                            .forEach((workload, price) -> prices.addOwn(workload, price, file.text(), false)));
        }
    }

    /** What runs now or is pinned warm is valued too, whether or not anybody is known to ask for it. */
    Set<Workload> besides() {
        Set<Workload> besides = new LinkedHashSet<>(state().warmAnywhere());
        if (fleet != null) {
            fleet.pins().stream().filter(pin -> pin.keep() == Keep.WARM).forEach(pin -> besides.add(pin.workload()));
        }
        return besides;
    }

    /** For when no source lists the own stake. */
    DataIssue stakeUnknown() {
        Address self = self();
        String what = fleet == null
                ? "No fleet file says who you are"
                : self == null
                        ? "The fleet file names no orchestrator address"
                        : "No source lists the stake of your orchestrator";
        return new DataIssue(
                "stakeUnknown",
                "plan",
                "orchestrator",
                self == null ? "" : self.value(),
                what + ", so your share of on-chain work is a range: from none by stake to an even part.");
    }
}
