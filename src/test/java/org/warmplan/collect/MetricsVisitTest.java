package org.warmplan.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked of the own node. */
final class MetricsVisitTest {
    @ParameterizedTest
    @CsvSource({"'', /metrics", "/, /metrics", "/metrics, /metrics", "/node1/metrics?a=b, /node1/metrics?a=b"})
    void anAddressWithoutAPathMeansTheMetricsPage(String path, String asked) throws IOException {
        try (ServicePlay node = new ServicePlay(target -> "livepeer_tickets_recv 4\n")) {
            assertThat(node.collect("orchestrator-metrics", node.url() + path))
                    .isInstanceOfSatisfying(
                            Outcome.Collected.class,
                            it -> assertThat(it.reading().observations()).hasSize(1));
            assertThat(node.asked()).containsExactly(asked);
        }
    }

    @Test
    void aNodeWithoutThePageIsAFailureWithItsReason() throws IOException {
        try (ServicePlay node = new ServicePlay(target -> null)) {
            assertThat(node.collect("orchestrator-metrics", node.url()))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            it -> assertThat(it.message())
                                    .contains("/metrics answered 404")
                                    .contains("Maybe"));
        }
    }

    @Test
    void anotherProgramsPageIsAFailure() throws IOException {
        try (ServicePlay node = new ServicePlay(target -> "# TYPE go_goroutines gauge\ngo_goroutines 9\n")) {
            assertThat(node.collect("orchestrator-metrics", node.url()))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            it -> assertThat(it.message())
                                    .endsWith(
                                            "is a metrics page without any figure of go-livepeer. Maybe the node runs without"
                                                    + " -monitor, or the port is another program's: an orchestrator's is 7935."));
        }
    }
}
