package org.warmplan.worker.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Architecture;
import org.warmplan.fleet.CatalogueModel;
import org.warmplan.fleet.Flag;
import org.warmplan.fleet.FlagVerdict;
import org.warmplan.fleet.FleetGpu;
import org.warmplan.fleet.StepKind;
import org.warmplan.worker.AiModel;
import org.warmplan.worker.Placement;

/** What the catalogue knows of models and cards against what is warm: flags, images, times to load. */
final class ModelLints {
    private static final String FLAGS = "optimization_flags.";

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
                entry.findWorkload().flatMap(known.catalogue()::findModel).ifPresent(model -> flags(entry, model));
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
        return new ArrayList<>(lints);
    }

    private void flags(AiModel entry, CatalogueModel model) {
        for (Flag flag : Flag.values()) {
            FlagVerdict verdict = flag.of(model);
            boolean fewStep = flag == Flag.DEEPCACHE && hasFewSteps(model);
            if (!FlagUse.isOn(entry, flag)
                    || (verdict.allowed() && !fewStep)
                    || !model.workload().pipeline().isDiffusion()) {
                continue;
            }
            lints.add(
                    fewStep
                            ? Lint.of(
                                    LintCode.DEEPCACHE_FEW_STEP,
                                    entry,
                                    FLAGS + flag,
                                    "",
                                    "%s works in few steps, where DEEPCACHE costs quality and gains no time; %s"
                                            .formatted(model.workload().modelId(), verdict.reason()))
                            : Lint.of(
                                    LintCode.FLAG_UNSOUND,
                                    entry,
                                    FLAGS + flag,
                                    "",
                                    "%s on %s: %s"
                                            .formatted(flag, model.workload().modelId(), verdict.reason())));
        }
    }

    private static boolean hasFewSteps(CatalogueModel model) {
        return model.stepKind() != null && model.stepKind() != StepKind.STANDARD;
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
        known.rules()
                .findLoadSeconds(workload, card.name())
                .filter(seconds -> seconds.compareTo(BigDecimal.valueOf(limit)) > 0)
                .ifPresent(seconds -> lints.add(Lint.of(
                        LintCode.LOAD_PAST_LIMIT,
                        entry,
                        "model_id",
                        workload.modelId(),
                        "it takes up to %s s to load, and go-livepeer ends when a container is not ready after %d s"
                                .formatted(seconds.stripTrailingZeros().toPlainString(), limit))));
    }
}
