package org.warmplan.replay.market;

import java.nio.file.Path;
import org.warmplan.demand.DemandPolicy;
import org.warmplan.files.Document;
import org.warmplan.fleet.Catalogue;

/** Markets of the shipped catalogue and policy. */
final class Markets {
    static final Catalogue CATALOGUE = Catalogue.read(Path.of("data", "catalogue"));
    static final DemandPolicy POLICY =
            DemandPolicy.of(Document.ofYaml(Path.of("solver-config", "policy.yaml"), "The policy")
                    .fields()
                    .object("demand"));

    private Markets() {}

    static Market of(MarketSize size, long seed) {
        return Market.of(CATALOGUE, POLICY, size, seed);
    }
}
