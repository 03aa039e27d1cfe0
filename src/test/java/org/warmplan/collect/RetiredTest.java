package org.warmplan.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.collect.ask.Fetcher;
import org.warmplan.collect.ask.SourceSettings;
import org.warmplan.domain.InputException;

/** Addresses that documents still name although nothing answers there. */
final class RetiredTest {
    private static SourceSettings source(String kind, String url) {
        return new SourceSettings("old", kind, url, Duration.ofDays(8), true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://gw.example/getOrchestratorAICapabilities | kind network-capabilities with the gateway's /getNetworkCapabilities",
                "https://gw.example/getOrchestratorAICapabilities?x=1 | /getNetworkCapabilities",
                "https://livepeer-api.livepeer.cloud/api/orchestrator | kind payouts with https://livepeer-network-api.cloudspe.com",
                "https://naap.example/v1/net/orchestrators | it asks dashboard/orchestrators",
                "https://naap.example/v1/net/models | it asks streaming/models and requests/models",
                "https://naap.example/v1/net/capacity | it asks streaming/models",
                "https://naap.example/v1/net/summary | it asks the dashboard endpoints",
                "https://naap.example/v1/perf/by-model | it asks requests/models",
                "https://naap.example/v1/sla/compliance | it asks dashboard/orchestrators",
                "https://naap.example/v1/network/demand?window=7d | it asks streaming/demand",
                "https://naap.example/v1/gpu/metrics/ | it asks streaming/models",
                "https://naap.example/v1/leaderboard | it asks the dashboard endpoints",
                "https://api.thegraph.com/subgraphs/name/livepeer/arbitrum-one | kind explorer-orchestrators",
            })
    void namesWhatTookItsPlace(String url, String successor) {
        assertThatThrownBy(() -> Retired.refuse(source("network-capabilities", url)))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("The source " + url)
                .hasMessageContaining("Maybe use kind ")
                .hasMessageContaining(successor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "old/getOrchestratorAICapabilities",
                "https://gw.example/getNetworkCapabilities",
                "https://naap.example/v1",
                "https://naap.example",
                "https://leaderboard.example/api/leaderboard",
                "https://explorer.example/leaderboard",
                "caps.json"
            })
    void letsAllOthersPass(String url) {
        assertThatCode(() -> Retired.refuse(source("network-capabilities", url)))
                .doesNotThrowAnyException();
    }

    @Test
    void failsThatSourceAloneAndAsksNothing() {
        Fetcher fetcher = new Fetcher(InstantSource.system(), new SplittableRandom(1), pause -> {
            throw new AssertionError("asked");
        });
        List<Outcome> outcomes = new Collector(fetcher, SourceKinds.list())
                .collect(
                        List.of(source("network-capabilities", "http://127.0.0.1:1/getOrchestratorAICapabilities")),
                        Instant.EPOCH);

        assertThat(outcomes).singleElement().isInstanceOf(Outcome.Failed.class);
    }
}
