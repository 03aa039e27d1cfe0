package org.warmplan.worker.lint;

import java.util.Optional;
import org.warmplan.domain.Vram;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.CardClass;
import org.warmplan.fleet.CatalogueModel;
import org.warmplan.fleet.Figure;
import org.warmplan.fleet.Fit;
import org.warmplan.fleet.FleetGpu;

/**
 * The memory a workload takes on a card.
 *
 * @param warm what to plan with
 * @param peak during a request: the documented high end where that is more than {@code warm}
 * @param reason whole sentences: the figure, and where it comes from
 */
record CardNeed(Vram warm, Vram peak, String reason) {
    /** Empty when nothing says how much. */
    static Optional<CardNeed> find(Known known, Workload workload, FleetGpu card) {
        Fit fit = known.rules().fit(workload, CardClass.of(card, known.headroom()));
        if (fit instanceof Fit.Fits fits) {
            return Optional.of(of(known, workload, fits.need(), fits.reason()));
        }
        return fit instanceof Fit.Unfit unfit
                ? Optional.of(of(known, workload, unfit.need(), unfit.reason()))
                : Optional.empty();
    }

    private static CardNeed of(Known known, Workload workload, Vram warm, String reason) {
        Vram peak = known.catalogue()
                .findModel(workload)
                .flatMap(CardNeed::documentedPeak)
                .filter(documented -> !documented.fitsIn(warm))
                .orElse(warm);
        return new CardNeed(warm, peak, reason);
    }

    private static Optional<Vram> documentedPeak(CatalogueModel model) {
        return Optional.ofNullable(model.vram().peakGb())
                .filter(Figure::isOfRunner)
                .map(peak -> Vram.ofGb(peak.high()));
    }
}
