package org.warmplan.fleet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Fit.Fits;
import org.warmplan.fleet.Fit.NoFigure;
import org.warmplan.fleet.Fit.Obstacle;
import org.warmplan.fleet.Fit.Unfit;

/**
 * What may newly be warmed where, and with how much VRAM it is planned. What is warm on a card now is not asked here: it
 * may stay whatever these rules say.
 */
public final class FitRules {
    /**
     * A managed container without optimisation flags that is not ready by then ends the node (go-livepeer
     * {@code ai/worker/docker.go:36,480-485} at 176aa415).
     */
    public static final int LOAD_LIMIT_SECONDS = 180;

    private static final BigDecimal LOAD_LIMIT = BigDecimal.valueOf(LOAD_LIMIT_SECONDS);
    private static final String MEASURE_IT =
            "measure it while it serves (nvidia-smi shows the memory used) and add the MiB under overrides as vramMib";

    private final Catalogue catalogue;
    private final Overrides overrides;
    private final VramNeeds needs;

    /**
     * @param overrides the operator's own figures
     * @param seen what was observed on the network; the catalogue's own readings count besides
     */
    public FitRules(Catalogue catalogue, List<FigureOverride> overrides, List<SeenAlone> seen) {
        this.catalogue = catalogue;
        this.overrides = new Overrides(overrides);
        this.needs = new VramNeeds(catalogue, this.overrides, List.copyOf(seen));
    }

    /** Whether the workload may newly be warmed on an empty card of this class, and with how much VRAM. */
    public Fit fit(Workload workload, CardClass card) {
        Optional<VramNeeds.Need> found = needs.find(workload, card);
        if (found.isEmpty()) {
            return noFigure(workload);
        }
        VramNeeds.Need need = found.get();
        return noContainer(workload, need)
                .or(() -> tooLarge(need, card))
                .or(() -> noImage(workload, need))
                .or(() -> notProven(workload, card, need))
                .or(() -> loadsTooLong(workload, card, need))
                .orElseGet(() -> new Fits(need.vram(), need.rule(), need.reason()));
    }

    /**
     * Seconds to plan a load with: the operator's figure, else the high end of the catalogue's. Empty when there is
     * neither; what to assume then is a matter of policy.
     */
    public Optional<BigDecimal> findLoadSeconds(Workload workload, String gpuName) {
        return overrides
                .findLoadSeconds(workload, gpuName)
                .or(() -> catalogue
                        .findModel(workload)
                        .map(CatalogueModel::loadSeconds)
                        .filter(Figure::isOfRunner)
                        .map(Figure::high));
    }

    private Fit noFigure(Workload workload) {
        String known = catalogue.findModel(workload).map(FitRules::known).orElse("");
        return new NoFigure(
                "Nothing public says how much VRAM it takes under the network's own runner."
                        + (known.isEmpty() ? "" : " What is known does not settle it: " + known + "."),
                MEASURE_IT);
    }

    private static String known(CatalogueModel model) {
        Map<String, List<String>> bySource = new LinkedHashMap<>();
        otherRunner(model.vram().warmGb(), "warm").ifPresent(s -> add(bySource, s));
        otherRunner(model.vram().peakGb(), "peak").ifPresent(s -> add(bySource, s));
        model.vram().statements().stream().filter(s -> !s.unit().equals("s")).forEach(s -> add(bySource, s));
        return bySource.entrySet().stream()
                .map(e -> String.join(", ", e.getValue()) + " (" + e.getKey() + ")")
                .collect(Collectors.joining("; "));
    }

    private static void add(Map<String, List<String>> bySource, Statement statement) {
        bySource.computeIfAbsent(statement.figure().source(), source -> new ArrayList<>())
                .add(statement.claim());
    }

    private static Optional<Statement> otherRunner(@Nullable Figure figure, String what) {
        return Optional.ofNullable(figure).filter(f -> !f.isOfRunner()).map(f -> new Statement(what, f, "GB"));
    }

    private static Optional<Fit> tooLarge(VramNeeds.Need need, CardClass card) {
        if (need.vram().fitsIn(card.net())) {
            return Optional.empty();
        }
        String reason = "It needs %s, and this card has %s to plan with. %s"
                .formatted(need.vram().text(), card.net().text(), need.reason());
        return Optional.of(new Unfit(Obstacle.TOO_LARGE, need.vram(), reason, MEASURE_IT));
    }

    /** For live video the model id names the image. What others run proves nothing about this node's own images. */
    private Optional<Fit> noImage(Workload workload, VramNeeds.Need need) {
        if (overrides.mention(workload) || catalogue.findImage(workload).isPresent()) {
            return Optional.empty();
        }
        String reason = "go-livepeer has no image for this live pipeline, so the node would end at its start. ";
        String wayOut = "give the node one with -aiRunnerImageOverrides, then add your own figure under overrides";
        return Optional.of(new Unfit(Obstacle.NO_IMAGE, need.vram(), reason + need.reason(), wayOut));
    }

    private static Optional<Fit> noContainer(Workload workload, VramNeeds.Need need) {
        return ContainerName.hasOne(workload)
                ? Optional.empty()
                : Optional.of(new Unfit(
                        Obstacle.NO_CONTAINER,
                        need.vram(),
                        "Docker takes no container named after this model id, so the node would end.",
                        "correct the model id, or serve it from an entry with a url"));
    }

    private Optional<Fit> notProven(Workload workload, CardClass card, VramNeeds.Need need) {
        if (overrides.vouchFor(workload, card.gpuName())
                || needs.findSeen(workload, card).isPresent()) {
            return Optional.empty();
        }
        return catalogue
                .findArchitecture(card.gpuName())
                .flatMap(a -> catalogue
                        .findImage(workload)
                        .flatMap(image -> image.findDoubt(a).map(doubt -> notProven(image, doubt, card, need))));
    }

    private static Fit notProven(RunnerImage image, RunnerImage.Doubt doubt, CardClass card, VramNeeds.Need need) {
        String reason = "The image %s is not proven on this card: %s (%s). %s"
                .formatted(image.name(), doubt.reason(), doubt.source(), need.reason());
        String wayOut = "try it by hand, then add vramMib under overrides with gpu: " + card.gpuName();
        return new Unfit(Obstacle.IMAGE_NOT_PROVEN, need.vram(), reason, wayOut);
    }

    private Optional<Fit> loadsTooLong(Workload workload, CardClass card, VramNeeds.Need need) {
        return findLoadSeconds(workload, card.gpuName())
                .filter(seconds -> seconds.compareTo(LOAD_LIMIT) > 0)
                .map(seconds -> new Unfit(
                        Obstacle.LOADS_TOO_LONG,
                        need.vram(),
                        "It takes up to %s s to load, and go-livepeer %s after %d s. %s"
                                .formatted(
                                        Figure.plain(seconds),
                                        workload.pipeline().isLive()
                                                ? "starts a container of live video again that is still loading"
                                                : "ends when a container is not ready",
                                        LOAD_LIMIT_SECONDS,
                                        need.reason()),
                        "put the weights on a faster disk, then add your own loadSeconds under overrides"));
    }
}
