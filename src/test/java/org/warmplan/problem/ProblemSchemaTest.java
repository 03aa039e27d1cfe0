package org.warmplan.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.InputException;
import org.warmplan.files.Document;
import org.warmplan.files.JsonText;
import org.warmplan.files.Schema;
import org.warmplan.files.SchemaAgreement;
import tools.jackson.databind.JsonNode;

/** The schemas of a problem and of its solution. */
final class ProblemSchemaTest {
    private static final String FULL = """
            {"version":1,
             "classes":[{"id":"rtx4090","vramMib":23540}],
             "workers":[{"id":"rig1","reloadCost":30000,"prefix":true,"freeSlot":[900,200],"forbid":["w2"]}],
             "gpus":[{"id":"rig1/0","worker":"rig1","class":"rtx4090","slots":2,"reservedMib":100,"current":["w1",null],"forbid":["w2"]}],
             "workloads":[
              {"id":"w1","vramMib":{"rtx4090":9000},"units":{"rtx4090":10},"linear":{"rtx4090":-5},"marginal":[50000,12000],"minReplicas":1,"maxReplicas":3,"changeCost":2000},
              {"id":"w2","vramMib":{},"marginal":[]}],
             "pins":[{"gpu":"rig1/0","workload":"w1"},{"worker":"rig1","workload":"w1"}],
             "maxChanges":4}
            """;

    private static final String SOLUTION = """
            {"version":1,"status":"OPTIMAL","value":-5,"bound":-5,"assignment":{"rig1/0":["w1"],"rig1/1":[]},
             "certificate":{"method":"exhausted","priceBound":7,"scale":10,"prices":{"w1":{"rtx4090":-3}},"changePrice":0},
             "foundBy":"exhausted","seconds":1.5}
            """;

    private static JsonNode tree(String text) {
        return JsonText.readStrict("problem.json", text);
    }

    private static void read(JsonNode tree) {
        ProblemFile.read(new Document("problem.json", tree, Map.of()));
    }

    /** A number is taken for text and null for nothing in files that people write; here they are mistakes. */
    @Test
    void agreesWithTheReader() {
        SchemaAgreement.check(
                "problem",
                tree(FULL),
                ProblemSchemaTest::read,
                Pattern.compile("null found, \\w+ expected|integer found, string expected"));
    }

    @Test
    void refusesNullForNothing() {
        assertThatThrownBy(() -> read(tree(FULL.replace("\"slots\":2", "\"slots\":null")
                        .replace("\"current\":[\"w1\",null]", "\"current\":[\"w1\"]"))))
                .isInstanceOf(InputException.class)
                .hasMessage("problem.json: gpus[0].slots is against the schema of this file: null found, integer"
                        + " expected. Maybe see urn:warmplan:schema:problem:1 for what may stand there.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x|x",
                "OPTIMAL|FEASIBLE;exhausted\",\"p|prices\",\"p",
                "\"value\":-5|\"value\":99999999999999999999999999",
                "\"w1\":{\"rtx4090\":-3}|"
            })
    void takesASolution(String changes) {
        assertThat(Schema.named("solution").mistakes(tree(changed(changes)))).isEmpty();
    }

    @Test
    void takesASolutionWithoutAnAssignment() {
        assertThat(Schema.named("solution").mistakes(tree("""
                        {"version":1,"status":"INFEASIBLE","value":null,"bound":null,"reason":"The pins."}
                        """))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"version\":1|\"version\":2",
                "OPTIMAL|optimal",
                "OPTIMAL|FEASIBLE",
                "OPTIMAL|UNKNOWN",
                "\"value\":-5|\"value\":null",
                "\"bound\":-5,|",
                "\"value\":-5|\"value\":0.5",
                "[\"w1\"]|[null]",
                "\"scale\":10|\"scale\":0",
                "\"changePrice\":0|\"changePrice\":-1",
                ",\"changePrice\":0|",
                "-3|1000000000000000001",
                "\"foundBy\":\"exhausted\"|\"foundBy\":\"luck\""
            })
    void refusesAnUnsoundSolution(String changes) {
        assertThat(Schema.named("solution").mistakes(tree(changed(changes)))).isNotEmpty();
    }

    private static String changed(String changes) {
        String text = SOLUTION;
        for (String change : changes.split(";")) {
            String[] parts = change.split("\\|", -1);
            text = text.replace(parts[0], parts[1]);
        }
        return text;
    }
}
