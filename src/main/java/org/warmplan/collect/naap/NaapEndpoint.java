package org.warmplan.collect.naap;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.warmplan.collect.answer.Payload;

/** The endpoints that are asked, and how their answers are told apart when an address does not tell. */
enum NaapEndpoint {
    PIPELINES("dashboard/pipelines", "modelMins"),
    DEMAND("streaming/demand", "no_orch_sessions"),
    LIVE_MODELS("streaming/models", "active_streams"),
    BATCH_MODELS("requests/models", "job_count_24h"),
    BATCH_JOBS("requests/ai-batch/jobs", "selection_outcome"),
    PRICING("dashboard/pricing", "priceWeiPerUnit"),
    ORCHESTRATORS("dashboard/orchestrators", "knownSessions");

    private final String path;
    private final String field;

    NaapEndpoint(String path, String field) {
        this.path = path;
        this.field = field;
    }

    /** Behind the version path. */
    String path() {
        return path;
    }

    /** By its address; else by fields that only its answer has. */
    static Optional<NaapEndpoint> find(String url, Payload root) {
        return findByUrl(url).or(() -> findByShape(root));
    }

    static Optional<NaapEndpoint> findByUrl(String url) {
        String bare = url.split("[?#]", 2)[0].replaceFirst("/+$", "");
        return Arrays.stream(values())
                .filter(endpoint -> bare.endsWith("/" + endpoint.path))
                .findFirst();
    }

    private static Optional<NaapEndpoint> findByShape(Payload root) {
        if (root.at("streaming").isArray()
                || root.at("requests").at("by_pipeline").isArray()) {
            return Optional.of(PIPELINES);
        }
        List<Payload> rows = rows(root);
        return Arrays.stream(values())
                .filter(endpoint -> endpoint != PIPELINES)
                .filter(endpoint -> rows.stream()
                        .anyMatch(row -> !row.at(endpoint.field).isAbsent()
                                // A job of a bring-your-own container has an outcome too.
                                && (endpoint != BATCH_JOBS
                                        || row.at("capability").isAbsent())))
                .findFirst();
    }

    /** The rows of a list in an envelope, or of a bare one. */
    static List<Payload> rows(Payload root) {
        if (root.at("data").isArray()) {
            return root.objects("data");
        }
        return root.isArray() ? root.objects() : List.of();
    }

    /** Whether this is an answer of it at all; an empty list may be written as null. */
    boolean isAnswered(Payload root) {
        if (this == PIPELINES) {
            return root.isObject()
                    && (root.at("streaming").isArray() || root.at("requests").isObject());
        }
        return root.isArray() || root.isAbsent() || root.at("data").isArray() || isEmptyEnvelope(root);
    }

    private static boolean isEmptyEnvelope(Payload root) {
        return root.at("data").isAbsent() && root.at("pagination").isObject();
    }
}
