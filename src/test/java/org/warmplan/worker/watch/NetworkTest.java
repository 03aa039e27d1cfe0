package org.warmplan.worker.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmplan.worker.watch.Scene.LIGHTNING;
import static org.warmplan.worker.watch.Scene.WHISPER;
import static org.warmplan.worker.watch.Scene.bothReady;
import static org.warmplan.worker.watch.Scene.offer;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.warmplan.domain.Address;
import org.warmplan.domain.Offer;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Warmth;

/** What the network shows is a hint about prices and polling, and never proof of anything warm. */
final class NetworkTest {
    private static final UnitPrice PRICE = new UnitPrice(BigInteger.valueOf(4_768_371), BigInteger.ONE);

    private static void assertVerdict(Verdict verdict, WarmState state, @Nullable Cause cause) {
        assertThat(verdict.state()).as(verdict.toString()).isEqualTo(state);
        assertThat(verdict.cause()).as(verdict.toString()).isEqualTo(cause);
    }

    private static String old(String log) {
        return log.replace("I1123 11:50", "I1123 11:10");
    }

    @Test
    void whatIsOnlyAdvertisedIsNotCalledWarm() {
        Verdict verdict =
                Scene.usual().network(offer(LIGHTNING, Warmth.WARM, PRICE)).first();

        assertVerdict(verdict, WarmState.UNKNOWN, Cause.ONLY_ADVERTISED);
        assertThat(verdict.advertised()).isTrue();
        assertThat(verdict.holds()).isFalse();
    }

    @Test
    void aFailedContainerStaysFailedHoweverItIsAdvertised() {
        Verdict verdict = Scene.usual()
                .node(
                        Scene.START,
                        Scene.starting("0", Scene.LIGHTNING_0, LIGHTNING.modelId()),
                        "E1123 11:54:01.000000 1 starter.go:1477] Error AI worker warming text-to-image container: runner is in error state\n")
                .network(offer(LIGHTNING, Warmth.WARM, PRICE))
                .first();

        assertVerdict(verdict, WarmState.NOT_WARM, Cause.RUNNER_ERROR);
        assertThat(verdict.advertised()).isTrue();
    }

    @Test
    void aWarmModelWithItsPriceHolds() {
        Verdict verdict = Scene.usual()
                .node(bothReady())
                .network(offer(LIGHTNING, Warmth.WARM, PRICE))
                .first();

        assertVerdict(verdict, WarmState.WARM, null);
        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.evidence().toString()).contains("advertises it as warm, at 4768371 wei for 1 units");
    }

    @Test
    void aWarmModelWithoutAPriceRowDoesNotHold() {
        Verdict verdict = Scene.usual()
                .node(bothReady())
                .network(offer(LIGHTNING, Warmth.WARM, null))
                .first();

        assertVerdict(verdict, WarmState.WARM, Cause.PRICE_MISSING);
        assertThat(verdict.holds()).isFalse();
    }

    @Test
    void aWarmModelNeedNotBeShownSoonAfterTheStart() {
        Verdict verdict = Scene.usual()
                .node(bothReady())
                .network(offer(WHISPER, Warmth.WARM, PRICE))
                .first();

        assertVerdict(verdict, WarmState.WARM, Cause.NOT_YET_POLLED);
        assertThat(verdict.advertised()).isFalse();
        assertThat(verdict.holds()).isTrue();
    }

    @Test
    void aWarmModelMustBeShownAfterTwentyFiveMinutes() {
        assertVerdict(Scene.usual().node(old(bothReady())).network().first(), WarmState.WARM, Cause.NOT_ADVERTISED);
        assertVerdict(
                Scene.usual()
                        .node(old(bothReady()))
                        .network(offer(LIGHTNING, Warmth.COLD, PRICE))
                        .first(),
                WarmState.WARM,
                Cause.ADVERTISED_COLD);
        assertThat(Scene.usual().node(old(bothReady())).network().first().holds())
                .isFalse();
    }

    @Test
    void theHoursOfATimeZoneAreNoTimeThatHasPassed() {
        String west = bothReady().replace("I1123 11:", "I1123 05:").replace("2026/11/23 11:", "2026/11/23 05:");

        assertVerdict(Scene.usual().node(west).network().first(), WarmState.WARM, Cause.NOT_YET_POLLED);
        String later = "I1123 05:20:00.000000       1 ai_worker.go:64] Registering AI worker to orch:8935\n";
        assertVerdict(
                Scene.usual()
                        .node(west.replace("05:5", "04:5"), later)
                        .network()
                        .first(),
                WarmState.WARM,
                Cause.NOT_ADVERTISED);
    }

    @Test
    void withoutAnyEvidenceAnAbsentModelIsNotYetPolled() {
        assertVerdict(Scene.usual().network().first(), WarmState.UNKNOWN, Cause.NOT_YET_POLLED);
    }

    @Test
    void anotherOrchestratorsOfferDoesNotCount() {
        Offer theirs = offer(LIGHTNING, Warmth.WARM, PRICE);

        assertThat(NetworkView.of(new Address("0x" + "b".repeat(40)), List.of(theirs))
                        .isAdvertisedWarm(LIGHTNING))
                .isFalse();
    }
}
