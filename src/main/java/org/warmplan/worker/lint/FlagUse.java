package org.warmplan.worker.lint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Pipeline;
import org.warmplan.fleet.Flag;
import org.warmplan.worker.AiModel;

/**
 * What becomes of an entry's optimisation flags, which are environment variables of its container. Who reads which is from
 * ai-runner {@code runner/src/runner/pipelines/*.py} at 50a742ce. Names only are shown: a value may be a secret.
 */
final class FlagUse {
    private static final String FIELD = "optimization_flags";
    private static final Set<String> DIFFUSION = Set.of("SFAST", "DEEPCACHE", "SFAST_WARMUP", "SAFETY_CHECKER_DEVICE");
    /** Python asks only whether they are set, so "false" is as good as "true" (text_to_image.py:79,148; image_to_text.py:40). */
    private static final Set<String> ON_BY_PRESENCE = Set.of("BFLOAT16", "TORCH_COMPILE");

    /** go-livepeer {@code ai/worker/docker.go:400-404}; ai-runner {@code runner/src/runner/app.py:110-194}. */
    private static final Set<String> RESERVED =
            Set.of("PIPELINE", "MODEL_ID", "HOST", "PORT", "PREPARE_MODELS", "VERSION");

    private static final Set<String> EVERYWHERE =
            Set.of("VERBOSE_LOGGING", "MODEL_DIR", "HF_TOKEN", "HF_HUB_OFFLINE", "HUGGINGFACE_HUB_CACHE", "AUTH_TOKEN");
    private static final Map<Pipeline, Set<String>> READ = new EnumMap<>(Map.of(
            Pipeline.TEXT_TO_IMAGE, Set.of("BFLOAT16", "TORCH_COMPILE"),
            Pipeline.IMAGE_TO_TEXT, Set.of("BFLOAT16"),
            Pipeline.AUDIO_TO_TEXT, Set.of("BACKEND"),
            Pipeline.LLM,
                    Set.of(
                            "USE_8BIT",
                            "MAX_NUM_BATCHED_TOKENS",
                            "MAX_NUM_SEQS",
                            "MAX_MODEL_LEN",
                            "GPU_MEMORY_UTILIZATION",
                            "TENSOR_PARALLEL_SIZE",
                            "PIPELINE_PARALLEL_SIZE")));

    private FlagUse() {}

    static List<Lint> of(AiModel entry) {
        List<Lint> lints = new ArrayList<>();
        if (entry.optimizationFlags().isEmpty()) {
            return lints;
        }
        String names = String.join(", ", entry.optimizationFlags().keySet());
        if (!entry.isManaged()) {
            lints.add(
                    Lint.of(LintCode.FLAGS_IGNORED, entry, FIELD, names, "flags do not reach a container with a url"));
        } else if (!entry.warm()) {
            lints.add(Lint.of(LintCode.FLAGS_IGNORED, entry, FIELD, names, "flags only reach warm containers"));
        } else {
            Pipeline pipeline = Pipeline.findBySlug(entry.pipeline()).orElse(null);
            entry.optimizationFlags().forEach((name, value) -> look(entry, pipeline, name, value, lints));
            boolean reads = pipeline != null && pipeline.isDiffusion();
            if (reads && isOn(entry, Flag.SFAST) && isOn(entry, Flag.DEEPCACHE)) {
                lints.add(Lint.of(
                        LintCode.FLAGS_CLASH,
                        entry,
                        FIELD,
                        names,
                        "the runner warns and applies both SFAST and DEEPCACHE, which nobody has tried together"));
            }
        }
        return lints;
    }

    /** As the runner reads the two: the word true, in any letter case, space around it passed over. */
    static boolean isOn(AiModel entry, Flag flag) {
        return entry.optimizationFlags().getOrDefault(flag.name(), "").strip().equalsIgnoreCase("true");
    }

    private static void look(AiModel entry, @Nullable Pipeline pipeline, String name, String value, List<Lint> lints) {
        String path = FIELD + "." + name;
        if (RESERVED.contains(name)) {
            lints.add(Lint.of(
                    LintCode.FLAG_RESERVED,
                    entry,
                    path,
                    "",
                    "model, pipeline and address of the container hang on this variable, so it may not serve what is"
                            + " advertised"));
        } else if (ON_BY_PRESENCE.contains(name) && isRead(pipeline, name)) {
            if (!value.isEmpty() && !value.equalsIgnoreCase("true")) {
                lints.add(Lint.of(
                        LintCode.FLAG_ON_BY_PRESENCE,
                        entry,
                        path,
                        "",
                        "the runner only looks whether it is set, so any value turns it on"));
            }
        } else if (Flag.find(name).isPresent() && pipeline != null && !pipeline.isDiffusion()) {
            lints.add(Lint.of(LintCode.FLAGS_IGNORED, entry, path, "", "%s never reads it".formatted(pipeline.slug())));
        } else if (Flag.find(name).filter(flag -> !isOn(entry, flag)).isPresent()) {
            lints.add(Lint.of(
                    LintCode.FLAG_OFF,
                    entry,
                    path,
                    "",
                    "only the word true turns it on; any flag at all lengthens the time to load from 3 to 5 minutes"));
        } else if (!isRead(pipeline, name)) {
            lints.add(
                    Lint.of(LintCode.FLAG_UNKNOWN, entry, path, "", "no runner of this pipeline is known to read it"));
        }
    }

    private static boolean isRead(@Nullable Pipeline pipeline, String name) {
        if (EVERYWHERE.contains(name) || pipeline == null) {
            return true;
        }
        return (pipeline.isDiffusion() && DIFFUSION.contains(name))
                || READ.getOrDefault(pipeline, Set.of()).contains(name);
    }
}
