package org.warmplan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.warmplan.files.Document;
import org.warmplan.files.JsonText;
import org.warmplan.files.Mutations;
import org.warmplan.files.Mutations.Mutation;
import org.warmplan.files.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The schema of plan.json, on the plan of the example. */
final class PlanSchemaTest {
    private final Schema schema = Schema.named("plan");
    private final JsonNode plan = Document.ofJson(Path.of("reports", "example", "plan.json"), "The plan")
            .root();

    @Test
    void takesTheExample() {
        assertThat(schema.mistakes(plan)).isEmpty();
    }

    @Test
    void refusesEveryFieldItDoesNotKnow() {
        List<Mutation> additions = Mutations.additions(plan);

        assertThat(additions)
                .hasSizeGreaterThan(50)
                .allSatisfy(mutation ->
                        assertThat(schema.mistakes(mutation.document())).isNotEmpty());
    }

    @Test
    void knowsWhatOnlySomePlansHave() {
        ObjectNode full = (ObjectNode) plan.deepCopy();
        full.set("experiment", JsonText.read("experiment", """
                {"flag": "SFAST", "workload": "text-to-image/a/b", "worker": "rig1", "since": "2026-11-23T06:00:00Z",
                 "verdict": null}
                """));
        ObjectNode worker = (ObjectNode) full.at("/workers/0");
        worker.put("nvidia", "1,0");
        ((ObjectNode) worker.at("/slots/0")).put("container", 0);
        ObjectNode price = (ObjectNode) full.at("/demand/0/price");
        price.set("market", JsonText.read("market", """
                {"offers": 3, "low": "1", "q25": "1.5", "median": "2", "q75": "3", "high": "4"}
                """));
        price.putArray("documented").addObject().put("weiPerUnit", "5").put("text", "5 wei");

        assertThat(schema.mistakes(full)).isEmpty();
    }
}
