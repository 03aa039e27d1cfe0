package org.warmplan.replay.market;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Address;

/**
 * A buyer.
 *
 * @param org under which name a source shows its traffic, null when none sees it
 * @param kind how it chooses for batch jobs; live video is always chosen by latency
 * @param loadTester true when all it asks for are tests
 * @param maxWeiPerUnit its price cap by workload in wei per unit, infinite for none; an off-chain gateway has none for
 *     batch jobs, whatever stands here (go-livepeer {@code server/selection.go:259-264} at 176aa415)
 * @param users its part of the users of each workload, from 0 to 1; over all gateways that are no testers they add up to 1
 * @param latencySeconds mean round trip to each node in seconds
 */
public record MarketGateway(
        Address address,
        @Nullable String org,
        Kind kind,
        boolean loadTester,
        List<Double> maxWeiPerUnit,
        List<Double> users,
        List<Double> latencySeconds) {
    /** How a gateway chooses for batch jobs. */
    public enum Kind {
        /** By stake and at random, under its price cap. */
        ON_CHAIN,
        /** By the time the last request took. */
        OFF_CHAIN
    }

    public MarketGateway {
        maxWeiPerUnit = List.copyOf(maxWeiPerUnit);
        users = List.copyOf(users);
        latencySeconds = List.copyOf(latencySeconds);
    }
}
