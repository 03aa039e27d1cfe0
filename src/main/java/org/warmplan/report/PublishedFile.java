package org.warmplan.report;

import org.jspecify.annotations.Nullable;

/**
 * A published aiModels.json, and which file it was made to replace.
 *
 * @param worker who runs it; {@link Publication#ORCHESTRATOR} for the price file
 * @param path inside the published folder, with slashes
 * @param before SHA-256 of the file that ran when the plan was made, null when there was none
 * @param sha256 of the published file
 */
public record PublishedFile(
        String worker, String path, @Nullable String before, String sha256) {}
