package org.warmplan.collect.leaderboard;

import java.util.Map;
import java.util.Optional;
import org.warmplan.collect.answer.AskedUrl;
import org.warmplan.collect.answer.Payload;
import org.warmplan.domain.Address;

/** The answers of a leaderboard that are read, told apart by their address, or by their shape where that tells nothing. */
enum LeaderboardEndpoint {
    PIPELINES("pipelines"),
    REGIONS("regions"),
    AGGREGATED("aggregated_stats"),
    RAW("raw_stats");

    private final String path;

    LeaderboardEndpoint(String path) {
        this.path = path;
    }

    /** As it stands behind {@code /api/}. */
    String path() {
        return path;
    }

    static Optional<LeaderboardEndpoint> find(AskedUrl url, Payload answer) {
        for (LeaderboardEndpoint endpoint : values()) {
            if (url.isAt("api/" + endpoint.path)) {
                return Optional.of(endpoint);
            }
        }
        return findByShape(answer);
    }

    private static Optional<LeaderboardEndpoint> findByShape(Payload answer) {
        if (answer.has("pipelines")) {
            return Optional.of(PIPELINES);
        }
        if (answer.has("regions")) {
            return Optional.of(REGIONS);
        }
        Map<String, Payload> members = answer.members();
        if (members.keySet().stream().allMatch(name -> Address.find(name).isPresent())) {
            return Optional.of(AGGREGATED);
        }
        return members.values().stream().anyMatch(Payload::isArray) ? Optional.of(RAW) : Optional.empty();
    }
}
