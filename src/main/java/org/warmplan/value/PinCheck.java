package org.warmplan.value;

import org.jspecify.annotations.Nullable;
import org.warmplan.domain.InfeasibleException;
import org.warmplan.fleet.Fit;
import org.warmplan.fleet.FleetGpu;
import org.warmplan.fleet.FleetWorker;
import org.warmplan.fleet.Keep;
import org.warmplan.fleet.Pin;

/** Refuses warm pins that nothing can fulfil, with the reason, before a solver only finds that there is no plan. */
public final class PinCheck {
    private PinCheck() {}

    /**
     * Looks at every warm pin by itself.
     *
     * @throws InfeasibleException when a workload pinned warm fits none of the cards it may be on
     */
    public static void require(FleetCards cards, CurrentState current) {
        for (Pin pin : cards.fleet().pins()) {
            if (pin.keep() == Keep.WARM) {
                requireFits(cards, current, pin);
            }
        }
    }

    private static void requireFits(FleetCards cards, CurrentState current, Pin pin) {
        Fit last = null;
        boolean unreachable = false;
        for (FleetWorker worker : cards.fleet().workers()) {
            for (FleetGpu gpu : worker.gpus()) {
                if (!pin.covers(new Pin(pin.workload(), pin.keep(), worker.name(), gpu.device()))) {
                    continue;
                }
                if (Wishes.isUnreachable(pin.workload(), worker)) {
                    unreachable = true;
                    continue;
                }
                last = cards.fit(pin.workload(), gpu);
                boolean stands = current.warmOn(CurrentState.gpuId(worker.name(), gpu.device()))
                        .contains(pin.workload());
                if (stands || last instanceof Fit.Fits) {
                    return;
                }
            }
        }
        throw new InfeasibleException("The pin of %s cannot be kept: %s Maybe %s."
                .formatted(pin.workload(), reason(last, unreachable), wayOut(last)));
    }

    private static String reason(@Nullable Fit last, boolean unreachable) {
        if (last != null) {
            return last.reason();
        }
        return unreachable ? "go-livepeer sends no live video to remote workers." : "No card is where it should be.";
    }

    private static String wayOut(@Nullable Fit last) {
        if (last instanceof Fit.NoFigure none) {
            return none.wayOut();
        }
        return last instanceof Fit.Unfit unfit ? unfit.wayOut() : "remove the pin";
    }
}
