package org.warmplan.fleet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a model's memory. GB are 10^9 bytes.
 *
 * @param recommendedCardGb the card the documents recommend for the pipeline, in GB; not what the model takes
 * @param warmGb documented VRAM once loaded, in GB
 * @param peakGb documented VRAM during a request, in GB
 */
public record VramFigures(
        @Nullable Figure recommendedCardGb,
        @Nullable Figure warmGb,
        @Nullable Figure peakGb,
        List<MeasuredReading> measured,
        List<Statement> statements) {
    public VramFigures {
        measured = List.copyOf(measured);
        statements = List.copyOf(statements);
    }
}
