package org.warmplan.fleet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Workload;

/**
 * What is publicly known about a workload. Null means that nothing was found.
 *
 * @param image null for a live pipeline that go-livepeer has no image for
 * @param listedIn where the network's own documents and code name the model
 * @param stepKind null for models without denoising steps
 * @param steps denoising steps the runner forces, else the pipeline's default
 * @param loadSeconds from start to ready, in seconds
 * @param diskGb size on disk in GB (10^9 bytes)
 * @param gatedSource what says that downloading needs a token, null when nothing does
 */
public record CatalogueModel(
        Workload workload,
        @Nullable RunnerImage image,
        List<String> listedIn,
        @Nullable StepKind stepKind,
        @Nullable Figure steps,
        VramFigures vram,
        @Nullable Figure loadSeconds,
        @Nullable Figure diskGb,
        FlagVerdict sfast,
        FlagVerdict deepcache,
        @Nullable String gatedSource,
        DocumentedPrice price,
        @Nullable String note) {
    public CatalogueModel {
        listedIn = List.copyOf(listedIn);
    }

    /** True when downloading the weights needs a token of Hugging Face. */
    public boolean isGated() {
        return gatedSource != null;
    }
}
