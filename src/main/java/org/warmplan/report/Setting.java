package org.warmplan.report;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One setting of policy.yaml that was set for this run only.
 *
 * @param key its dotted path, like {@code demand.windowDays}
 * @param value what it was set to
 * @param inFile what the file has; null for nothing
 */
public record Setting(String key, JsonNode value, @Nullable JsonNode inFile) {

    /** Like {@code demand.windowDays: 14 instead of 28}. */
    String text() {
        return key + ": " + value
                + Optional.ofNullable(inFile).map(file -> " instead of " + file).orElse(", which the file has not");
    }
}
