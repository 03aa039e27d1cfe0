package org.warmplan.fleet;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Vram;
import org.warmplan.domain.Workload;

/** The VRAM to plan a workload with on a class of cards: the first of the five rules that has a figure. */
final class VramNeeds {
    /** A need, by which rule, and the sentence that says so. */
    record Need(Vram vram, VramRule rule, String reason) {}

    private record Claim(Vram vram, String text) {}

    private static final Vram LEAST_MARGIN = Vram.ofMib(1024);
    private static final BigDecimal WARM_FACTOR = new BigDecimal("1.3");

    private final Catalogue catalogue;
    private final Overrides overrides;
    private final List<SeenAlone> seen;

    VramNeeds(Catalogue catalogue, Overrides overrides, List<SeenAlone> seen) {
        this.catalogue = catalogue;
        this.overrides = overrides;
        this.seen = seen;
    }

    Optional<Need> find(Workload workload, CardClass card) {
        Optional<CatalogueModel> model = catalogue.findModel(workload);
        return ownFigure(workload, card)
                .or(() -> seenAlone(workload, card))
                .or(() -> model.flatMap(VramNeeds::measuredIdle))
                .or(() -> model.flatMap(VramNeeds::documentedPeak))
                .or(() -> model.flatMap(VramNeeds::documentedWarm));
    }

    /** Where a workload was seen alone on such a card: by the caller's observations, or by the catalogue's readings. */
    Optional<SeenAlone> findSeen(Workload workload, CardClass card) {
        Stream<SeenAlone> readings = catalogue.findModel(workload).stream()
                .flatMap(m -> m.vram().measured().stream())
                .map(r -> new SeenAlone(workload, r.gpuName(), r.total(), r.source()));
        return Stream.concat(seen.stream(), readings)
                .filter(s -> s.workload().equals(workload) && s.isOn(card))
                .findFirst();
    }

    private Optional<Need> ownFigure(Workload workload, CardClass card) {
        return overrides
                .findVram(workload, card.gpuName())
                .map(own -> new Need(own, VramRule.OWN_FIGURE, "Your own figure is %s MiB.".formatted(own.mib())));
    }

    private Optional<Need> seenAlone(Workload workload, CardClass card) {
        return findSeen(workload, card)
                .map(s -> new Need(
                        card.net(),
                        VramRule.SEEN_ALONE,
                        "It was seen alone on a card of this class (%s), so it fits, and takes all %s to plan with."
                                .formatted(s.source(), card.net().text())));
    }

    /** A reading on this very class would have been a sighting already, so the highest of all is the one to take. */
    private static Optional<Need> measuredIdle(CatalogueModel model) {
        return model.vram().measured().stream()
                .max(Comparator.comparing(MeasuredReading::high))
                .map(r -> {
                    Vram margin = margin(r.high());
                    Vram need = r.high().plus(margin);
                    String reason =
                            "Idle it was measured at %s GiB on the %s (%s); with %s on top for requests it is %s."
                                    .formatted(
                                            Figure.plain(r.highGib()),
                                            r.gpuName(),
                                            r.source(),
                                            margin.text(),
                                            need.text());
                    return new Need(need, VramRule.MEASURED_IDLE, reason + caution(model, need));
                });
    }

    private static Optional<Need> documentedPeak(CatalogueModel model) {
        return ofRunner(model.vram().peakGb()).map(peak -> {
            Vram need = Vram.ofGb(peak.high());
            String reason = "The documented peak is %s GB (%s).".formatted(peak.text(), peak.source());
            return new Need(need, VramRule.DOCUMENTED_PEAK, reason + caution(model, need));
        });
    }

    private static Optional<Need> documentedWarm(CatalogueModel model) {
        return ofRunner(model.vram().warmGb()).map(warm -> {
            Vram need = Vram.ofGb(warm.high().multiply(WARM_FACTOR));
            String reason = "Estimate: the documented warm figure is %s GB (%s), and 1.3 times its high end is %s."
                    .formatted(warm.text(), warm.source(), need.text());
            return new Need(need, VramRule.DOCUMENTED_WARM, reason + caution(model, need));
        });
    }

    /** The larger of 1 GiB and 15 %, rounded up to a MiB. */
    private static Vram margin(Vram idle) {
        Vram share = Vram.ofMib(-Math.floorDiv(-idle.mib() * 15, 100));
        return share.fitsIn(LEAST_MARGIN) ? LEAST_MARGIN : share;
    }

    /** Sources contradict each other; the highest figure above the need is told. */
    private static String caution(CatalogueModel model, Vram need) {
        Stream<Claim> documented = Stream.of(
                        ofRunner(model.vram().warmGb()).stream(),
                        ofRunner(model.vram().peakGb()).stream())
                .flatMap(figures -> figures)
                .map(f -> new Claim(Vram.ofGb(f.high()), f.text() + " GB (" + f.source() + ")"));
        Stream<Claim> stated = model.vram().statements().stream()
                .flatMap(s -> s.findVram().stream().map(v -> new Claim(v, s.text())));
        return Stream.concat(documented, stated)
                .filter(claim -> !claim.vram().fitsIn(need))
                .max(Comparator.comparing(Claim::vram))
                .map(claim -> " Another source has more: " + claim.text() + ".")
                .orElse("");
    }

    private static Optional<Figure> ofRunner(@Nullable Figure figure) {
        return Optional.ofNullable(figure).filter(Figure::isOfRunner);
    }
}
