package org.warmplan.fleet;

import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Pipeline;

/**
 * What holds for all models of a pipeline.
 *
 * @param image null for live video, where every model has its own
 * @param defaultSteps denoising steps when a request names none; null where there are none
 */
public record CataloguePipeline(
        Pipeline pipeline,
        @Nullable RunnerImage image,
        DocumentedPrice price,
        @Nullable Figure defaultSteps,
        @Nullable String note) {}
