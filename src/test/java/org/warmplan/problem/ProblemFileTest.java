package org.warmplan.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.domain.InputException;
import org.warmplan.files.Document;
import org.warmplan.files.JsonText;

final class ProblemFileTest {
    private static final String FULL = """
            {"version":1,
             "classes":[
              {"id":"rtx4090","vramMib":23540}],
             "workers":[
              {"id":"rig1","reloadCost":30000,"prefix":true,"freeSlot":[900,200],"forbid":["w2"]}],
             "gpus":[
              {"id":"rig1/0","worker":"rig1","class":"rtx4090","slots":2,"reservedMib":100,"current":["w1"],"forbid":["w2"]}],
             "workloads":[
              {"id":"w1","vramMib":{"rtx4090":9000},"units":{"rtx4090":10},"linear":{"rtx4090":-5},"marginal":[50000,12000],"minReplicas":1,"maxReplicas":3,"changeCost":2000},
              {"id":"w2","vramMib":{},"marginal":[]}],
             "pins":[
              {"gpu":"rig1/0","workload":"w1"},
              {"worker":"rig1","workload":"w1"}],
             "maxChanges":4}
            """;

    private static Problem read(String text) {
        return ProblemFile.read(new Document("problem.json", JsonText.readStrict("problem.json", text), Map.of()));
    }

    @Test
    void writesWhatItRead() {
        assertThat(ProblemFile.write(read(FULL))).isEqualTo(FULL);
    }

    @Test
    void fillsInTheDefaults() {
        Problem problem = read("""
                {"version":1,"classes":[{"id":"c","vramMib":1}],"workers":[{"id":"r"}],
                 "gpus":[{"id":"g","worker":"r","class":"c"}],"workloads":[{"id":"w","vramMib":{"c":1},"marginal":[1]}]}
                """);

        assertThat(problem.gpus().get(0).slots()).isEqualTo(1);
        assertThat(problem.workers().get(0).prefix()).isFalse();
        assertThat(problem.workloads().get(0).maxReplicas()).isEqualTo(Integer.MAX_VALUE);
        assertThat(problem.workloads().get(0).unitsOn("c")).isEqualTo(1);
        assertThat(problem.maxChanges()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\":1|\"version\":2|version is 2, not from 1 to 1",
                "\"reloadCost\":30000|\"reloadCost\":-1|workers[0].reloadCost is -1, not from 0",
                "\"reloadCost\":30000|\"reloadCost\":1.5|workers[0].reloadCost is 1.5, not a whole number",
                "\"reloadCost\":30000|\"relaodCost\":1|workers[0].relaodCost is not a known field",
                "[900,200]|[200,900]|The freeSlot of worker rig1 rises from 200 to 900",
                "[50000,12000]|[1,2]|The marginal of workload w1 rises from 1 to 2",
                "[50000,12000]|[0.5]|workloads[0].marginal holds 0.5, not a whole amount",
                "[50000,12000]|[2000000000000]|workloads[0].marginal holds 2000000000000",
                "\"current\":[\"w1\"]|\"current\":[\"w9\"]|w9 is not declared",
                "\"current\":[\"w1\"]|\"current\":[\"w1\",null,null]|has more items than the gpu has slots",
                "\"class\":\"rtx4090\"|\"class\":\"rtx\"|rtx is not declared",
                "{\"gpu\":\"rig1/0\",\"workload\"|{\"gpu\":\"rig1/0\",\"worker\":\"rig1\",\"workload\"|one without the other",
                "{\"id\":\"w2\",|{\"id\":\"w1\",|w1 is declared twice",
                "\"version\":1|\"version\":1,\"version\":1|no sound JSON"
            })
    void refusesWhatItDoesNotUnderstand(String from, String to, String problem) {
        assertThatThrownBy(() -> read(FULL.replace(from, to)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("problem.json")
                .hasMessageContaining(problem);
    }
}
