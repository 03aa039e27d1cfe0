package org.warmplan.worker.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Catalogue;
import org.warmplan.fleet.CatalogueModel;
import org.warmplan.fleet.Flag;
import org.warmplan.fleet.StepKind;
import org.warmplan.worker.AiModel;

/** SFAST and DEEPCACHE against the model they are set on: by the catalogue, else by the model's name. */
final class FlagFit {
    /** The runner's own rule (ai-runner {@code runner/src/runner/pipelines/utils/utils.py:64-85} at 50a742ce). */
    private static final Pattern FEW_STEPS = Pattern.compile("[-_](lightning|turbo)", Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_UNET = Pattern.compile("flux|stable-diffusion-3|\\bsd3", Pattern.CASE_INSENSITIVE);
    private static final String TRANSFORMER =
            "the model is a transformer without a UNet, and the runner applies the flag unguarded";

    private FlagFit() {}

    static List<Lint> of(AiModel entry, Catalogue catalogue) {
        List<Lint> lints = new ArrayList<>();
        Workload workload =
                entry.findWorkload().filter(w -> w.pipeline().isDiffusion()).orElse(null);
        if (workload == null) {
            return lints;
        }
        Optional<CatalogueModel> model = catalogue.findModel(workload);
        for (Flag flag : Flag.values()) {
            if (!FlagUse.isOn(entry, flag)) {
                continue;
            }
            if (flag == Flag.DEEPCACHE && hasFewSteps(workload, model)) {
                add(
                        lints,
                        LintCode.DEEPCACHE_FEW_STEP,
                        entry,
                        flag,
                        workload.modelId() + " works in few steps, where DEEPCACHE costs quality and gains no time");
            } else {
                findObjection(flag, workload, model)
                        .ifPresent(reason -> add(
                                lints,
                                LintCode.FLAG_UNSOUND,
                                entry,
                                flag,
                                "%s on %s: %s".formatted(flag, workload.modelId(), reason)));
            }
        }
        return lints;
    }

    private static void add(List<Lint> lints, LintCode code, AiModel entry, Flag flag, String message) {
        lints.add(Lint.of(code, entry, "optimization_flags." + flag, "", message));
    }

    private static boolean hasFewSteps(Workload workload, Optional<CatalogueModel> model) {
        StepKind kind = model.map(CatalogueModel::stepKind).orElse(null);
        return kind == null ? FEW_STEPS.matcher(workload.modelId()).find() : kind != StepKind.STANDARD;
    }

    private static Optional<String> findObjection(Flag flag, Workload workload, Optional<CatalogueModel> model) {
        if (model.isPresent()) {
            return model.map(flag::of).filter(verdict -> !verdict.allowed()).map(verdict -> verdict.reason());
        }
        return NO_UNET.matcher(workload.modelId()).find() ? Optional.of(TRANSFORMER) : Optional.empty();
    }
}
