package org.warmplan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WorkloadTest {
    @Test
    void findsEveryWorkloadByItsId() {
        for (Pipeline pipeline : Pipeline.values()) {
            Workload longest = new Workload(pipeline, "\uD83D\uDE00".repeat(Workload.MAX_MODEL_ID));

            assertThat(Workload.find(longest.id())).contains(longest);
            assertThat(Workload.find(longest.id() + "x")).isEmpty();
        }
    }

    @Test
    void endsThePipelineAtTheFirstSlash() {
        assertThat(Workload.find("llm/a/b/c")).contains(new Workload(Pipeline.LLM, "a/b/c"));
        assertThat(Workload.find("llm")).isEmpty();
        assertThat(Workload.find("llm/ ")).isEmpty();
        assertThat(Workload.find("painting/a")).isEmpty();
    }
}
