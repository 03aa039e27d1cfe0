package org.warmplan.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.warmplan.collect.ask.Source;
import org.warmplan.domain.Earnings;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Offer;
import org.warmplan.domain.OfferCount;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.StakeSeen;
import org.warmplan.domain.TestRun;
import org.warmplan.domain.TestScore;
import org.warmplan.files.ReceivedBody;

/** What must hold of a source whatever it is answered: it reads sane facts, the same ones twice, or says that it cannot. */
public final class AnyAnswer {
    /** Parts the bytes into one body per address. */
    public static final String NEXT = "=====";

    private static final Instant SEEN = Instant.parse("2026-11-23T06:00:00Z");

    private AnyAnswer() {}

    /**
     * Reads the bytes as answers of {@code urls}; what is left over is the answer of the last one again. Empty when they are
     * refused.
     */
    public static Optional<Reading> findReading(Source source, byte[] bytes, String... urls) {
        Snapshot snapshot = new Snapshot("any", source.kind(), SEEN, parts(bytes, urls));
        Reading reading;
        try {
            reading = source.read(snapshot);
        } catch (InputException e) {
            assertThat(e.getMessage()).contains("Maybe").doesNotContain("\n");
            return Optional.empty();
        }
        assertThat(source.read(snapshot)).isEqualTo(reading);
        reading.observations().forEach(AnyAnswer::requireSane);
        return Optional.of(reading);
    }

    private static List<Snapshot.Part> parts(byte[] bytes, String... urls) {
        // Latin-1 gives every byte a place to split at and back.
        String[] bodies = new String(bytes, StandardCharsets.ISO_8859_1).split(NEXT, -1);
        List<Snapshot.Part> parts = new ArrayList<>();
        for (int i = 0; i < bodies.length; i++) {
            ReceivedBody body = ReceivedBody.of(bodies[i].getBytes(StandardCharsets.ISO_8859_1));
            String url = urls[Math.min(i, urls.length - 1)];
            parts.add(new Snapshot.Part(url, 200, null, null, null, SEEN, body.sha256(), body.text(), body.encoding()));
        }
        return parts;
    }

    private static void requireSane(Observation observation) {
        assertThat(observation.seenAt()).isEqualTo(SEEN);
        if (observation instanceof Offer offer) {
            assertThat(offer.capacity()).isBetween(0L, (long) Integer.MAX_VALUE);
            assertThat(offer.inUse()).isBetween(0L, (long) Integer.MAX_VALUE);
            assertThat(offer.price() == null ? 1 : offer.price().weiPerUnit())
                    .isPositive()
                    .isFinite();
        } else if (observation instanceof OfferCount count) {
            assertThat(Math.min(count.warm(), count.cold())).isNotNegative();
        } else if (observation instanceof TestScore score) {
            assertThat(List.of(score.successRate(), score.roundTripScore(), score.score()))
                    .allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0));
            assertThat(score.region()).matches("[A-Z0-9_-]{1,32}");
        } else if (observation instanceof TestRun run) {
            assertThat(run.successRate()).isBetween(0.0, 1.0);
            assertThat(run.seconds()).isBetween(0.0, 86_400.0);
            assertThat(run.ranAt()).isBetween(Instant.EPOCH, SEEN.plusSeconds(86_400));
        } else if (observation instanceof StakeSeen stake) {
            assertThat(stake.stakeLpt()).isNotNegative();
        } else if (observation instanceof Earnings earned) {
            assertThat(earned.eth()).isNotNegative();
        }
    }
}
