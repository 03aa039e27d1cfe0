package org.warmplan.demand;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.domain.Offer;

/**
 * Live containers seen busy. Every orchestrator reports its containers idle and in use (go-livepeer rpc.go:659-676 at
 * 176aa415), so a snapshot is one look at all streams of the network, whichever gateway they come from.
 */
final class LiveInUse {
    private LiveInUse() {}

    /** Looks at least {@code spacing} apart; empty without any. {@code offers} are of one workload, oldest first. */
    static Optional<Evidence> find(List<Offer> offers, Duration spacing) {
        SortedMap<Instant, long[]> looks = new TreeMap<>();
        for (Offer offer : offers) {
            long[] look = looks.computeIfAbsent(offer.seenAt(), i -> new long[2]);
            look[0] += offer.inUse();
            look[1] += offer.inUse() + offer.capacity();
        }
        Instant last = null;
        int counted = 0;
        long busy = 0;
        long inAll = 0;
        for (var look : looks.entrySet()) {
            if (last == null || !look.getKey().isBefore(last.plus(spacing))) {
                last = look.getKey();
                counted++;
                busy += look.getValue()[0];
                inAll += look.getValue()[1];
            }
        }
        if (counted == 0) {
            return Optional.empty();
        }
        String text =
                "%d of %d containers busy in %d %s".formatted(busy, inAll, counted, counted == 1 ? "look" : "looks");
        return Optional.of(new Evidence(EvidenceKind.LIVE_IN_USE, busy, counted, text));
    }
}
