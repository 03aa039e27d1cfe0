package org.warmplan.history;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.SnapshotReader;
import org.warmplan.domain.Warmth;
import org.warmplan.domain.Workload;
import org.warmplan.files.ReceivedBody;

/** Snapshots whose body is a model id, and the reader of them. */
final class Snapshots {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final SnapshotReader READER = new ModelIdReader();
    static final SnapshotReaders READERS = SnapshotReaders.of(1, List.of(READER));

    private Snapshots() {}

    static Snapshot snapshot(String source, Instant instant, String body) {
        return snapshot(source, "model-id", instant, body.getBytes(StandardCharsets.UTF_8));
    }

    static Snapshot snapshot(String source, String kind, Instant instant, byte[] bytes) {
        ReceivedBody body = ReceivedBody.of(bytes);
        return new Snapshot(
                source,
                kind,
                instant,
                List.of(new Snapshot.Part(
                        "https://orch-1.example/model",
                        200,
                        "text/plain",
                        null,
                        "Mon, 23 Nov 2026 05:59:00 GMT",
                        instant,
                        body.sha256(),
                        body.text(),
                        body.encoding())));
    }

    private static final class ModelIdReader implements SnapshotReader {
        @Override
        public String kind() {
            return "model-id";
        }

        @Override
        public Reading read(Snapshot snapshot) {
            String body = snapshot.parts().get(0).body();
            if (body.isBlank()) {
                throw new InputException("The model is blank. Maybe ask again.");
            }
            Observation offer = new Offer(
                    snapshot.instant(),
                    new Address("0x" + "1".repeat(40)),
                    "https://orch-1.example",
                    new Workload(Pipeline.LLM, body),
                    Warmth.WARM,
                    1,
                    0,
                    null,
                    List.of(),
                    "");
            return new Reading(
                    List.of(offer),
                    body.contains("odd")
                            ? List.of(new DataIssue("odd", snapshot.source(), "", body, "It is odd."))
                            : List.of());
        }
    }
}
