package org.warmplan.replay.show;

import java.time.Instant;
import org.warmplan.domain.Snapshot;
import org.warmplan.files.JsonText;
import org.warmplan.files.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the parts of snapshots. */
final class Answer {
    static final String JSON = "application/json";

    private Answer() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode list() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static Snapshot.Part json(String url, Instant at, JsonNode body) {
        return of(url, JSON, at, JsonText.writeLine(body));
    }

    static Snapshot.Part of(String url, String contentType, Instant at, String body) {
        return new Snapshot.Part(url, 200, contentType, null, null, at, Sha256.of(body), body, null);
    }
}
