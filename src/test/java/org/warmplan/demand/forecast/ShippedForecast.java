package org.warmplan.demand.forecast;

import java.nio.file.Path;
import org.warmplan.files.Document;

/** The forecast as policy.yaml has it. */
public final class ShippedForecast {
    public static final ForecastPolicy POLICY =
            ForecastPolicy.of(Document.ofYaml(Path.of("solver-config", "policy.yaml"), "The policy")
                    .fields()
                    .object("forecast"));

    private ShippedForecast() {}
}
