package org.warmplan.worker.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Architecture;
import org.warmplan.fleet.FleetGpu;
import org.warmplan.worker.AiModel;
import org.warmplan.worker.Placement;
import org.warmplan.worker.Slot;

/** What the catalogue knows of models and cards against what is warm: flags, images, times to load. */
final class ModelLints {
    private final Checked checked;
    private final Known known;
    private final Set<Lint> lints = new LinkedHashSet<>();

    private ModelLints(Checked checked, Known known) {
        this.checked = checked;
        this.known = known;
    }

    static List<Lint> of(Checked checked, Known known) {
        return new ModelLints(checked, known).list();
    }

    private List<Lint> list() {
        for (AiModel entry : checked.file().entries()) {
            if (entry.containers() > 0) {
                lints.addAll(FlagFit.of(entry, known.catalogue()));
            }
        }
        for (Placement placement : checked.startup().placements()) {
            placement
                    .entry()
                    .findWorkload()
                    .ifPresent(workload -> known.findCard(placement.slot().device())
                            .ifPresent(card -> {
                                image(placement.entry(), workload, card);
                                load(placement.entry(), workload, card);
                            }));
        }
        cold();
        return new ArrayList<>(lints);
    }

    /** Each is loaded on the first free slot when a job comes. */
    private void cold() {
        List<Slot> slots = checked.setup().slots();
        int filled = checked.startup().placements().size();
        FleetGpu card = filled < slots.size()
                ? known.findCard(slots.get(filled).device()).orElse(null)
                : null;
        if (card != null) {
            checked.file().entries().stream()
                    .filter(entry -> entry.isManaged() && !entry.warm())
                    .forEach(entry -> entry.findWorkload().ifPresent(workload -> load(entry, workload, card)));
        }
    }

    private void image(AiModel entry, Workload workload, FleetGpu card) {
        Optional<Architecture> architecture = known.catalogue().findArchitecture(card.name());
        boolean usual = checked.setup().images().batch().isEmpty()
                && checked.setup().images().defaults().isEmpty();
        if (architecture.isEmpty() || workload.pipeline().isLive() || !usual) {
            return;
        }
        known.catalogue()
                .findImage(workload)
                .flatMap(image -> image.findDoubt(architecture.get())
                        .map(doubt -> Lint.of(
                                LintCode.IMAGE_NOT_PROVEN,
                                entry,
                                "pipeline",
                                workload.pipeline().slug(),
                                "the image %s is not proven on the %s of device %s: %s"
                                        .formatted(image.name(), card.name(), card.device(), doubt.reason()))))
                .ifPresent(lints::add);
    }

    private void load(AiModel entry, Workload workload, FleetGpu card) {
        int limit = LoadTimes.limitSeconds(entry);
        String then = workload.pipeline().isLive()
                ? "starts a container of live video again that loads for more than"
                : entry.warm()
                        ? "ends when a container is not ready after"
                        : "fails the job when a cold container is not ready after";
        known.rules()
                .findLoadSeconds(workload, card.name())
                .filter(seconds -> seconds.compareTo(BigDecimal.valueOf(limit)) > 0)
                .ifPresent(seconds -> lints.add(Lint.of(
                        LintCode.LOAD_PAST_LIMIT,
                        entry,
                        "model_id",
                        workload.modelId(),
                        "it takes up to %s s to load, and go-livepeer %s %d s"
                                .formatted(seconds.stripTrailingZeros().toPlainString(), then, limit))));
    }
}
