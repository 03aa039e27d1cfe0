package org.warmplan.worker.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmplan.worker.watch.Scene.LIGHTNING;
import static org.warmplan.worker.watch.Scene.LIGHTNING_0;
import static org.warmplan.worker.watch.Scene.START;
import static org.warmplan.worker.watch.Scene.bothReady;
import static org.warmplan.worker.watch.Scene.ready;
import static org.warmplan.worker.watch.Scene.starting;

import org.junit.jupiter.api.Test;

/** What is good to know beside the verdicts. */
final class RemarksTest {
    private static final String BEGINS = START + starting("0", LIGHTNING_0, LIGHTNING.modelId());
    private static final String RUNS = bothReady();

    @Test
    void aContainerThatNobodyPlannedIsNoted() {
        assertThat(Scene.usual()
                        .node(RUNS, starting("2", "llm_acme-one_8502", "acme/one"), ready("llm_acme-one_8502"))
                        .remarks())
                .anyMatch(remark -> remark.startsWith("llm_acme-one_8502 runs, and no warm slot"));
    }

    @Test
    void startsThatFailedBeforeThisOneAreNotedUntilItServes() {
        String failed = BEGINS
                + "E1123 11:51:01.000000 1 starter.go:1477] Error AI worker warming text-to-image container: insufficient capacity\n"
                + "I1123 11:51:02.000000 1 starter.go:1440] Stopped AI worker containers\n"
                + "I1123 11:51:02.000000 1 livepeer.go:105] Graceful shutdown complete\n";
        String note = "go-livepeer is starting after 2 starts that failed, the last with this. ";

        assertThat(Scene.usual().node(failed, failed, BEGINS).remarks())
                .anyMatch(remark -> remark.startsWith(note) && remark.endsWith(": insufficient capacity"));
        assertThat(Scene.usual().node(failed, failed, bothReady(), Scene.SERVES).remarks())
                .noneMatch(remark -> remark.contains("starts that failed"));
        assertThat(Scene.usual().node(failed, failed).remarks())
                .noneMatch(remark -> remark.contains("start that failed"));
    }

    @Test
    void aLogThatEndedLongAgoIsNoted() {
        String old = RUNS.replace("I1123 ", "I1121 ").replace("2026/11/23 ", "2026/11/21 ");

        assertThat(Scene.usual().node(old).remarks())
                .anyMatch(remark -> remark.startsWith("go-livepeer's log ends at 2026-11-21T11:5"));
        assertThat(Scene.usual().node(RUNS).remarks()).noneMatch(remark -> remark.contains("log ends at"));
    }

    @Test
    void anEntryWithoutAPriceIsNoted() {
        assertThat(Scene.usual()
                        .node(
                                RUNS,
                                "W1123 11:52:01.000000 1 starter.go:1555] No 'pricePerUnit' specified for model 'openai/whisper-large-v3' in pipeline 'audio-to-text'. Using default value from `-pricePerUnit`: 12\n")
                        .remarks())
                .anyMatch(remark -> remark.contains("No 'pricePerUnit' specified for model 'openai/whisper-large-v3'"));
    }
}
