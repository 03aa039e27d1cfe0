package org.warmplan.demand;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Address;
import org.warmplan.domain.Offer;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Warmth;
import org.warmplan.domain.Workload;

/** Offers for tests. */
public final class Offers {
    public static final Instant MONDAY = Instant.parse("2026-11-16T06:00:00Z");
    public static final Instant NEXT_MONDAY = MONDAY.plus(Duration.ofDays(7));
    public static final Address SELF = address(9);
    public static final Workload SDXL = workload("text-to-image/ByteDance/SDXL-Lightning");
    public static final Workload LIVE = workload("live-video-to-video/streamdiffusion-sdxl");

    private Offers() {}

    public static Address address(int number) {
        return new Address("0x" + "%040x".formatted(number));
    }

    public static Workload workload(String id) {
        return Workload.find(id).orElseThrow();
    }

    public static Offer warm(Instant at, int orchestrator, Workload workload, long capacity, long inUse) {
        return offer(at, orchestrator, workload, Warmth.WARM, capacity, inUse, UnitPrice.ofWei(100));
    }

    public static Offer cold(Instant at, int orchestrator, Workload workload) {
        return offer(at, orchestrator, workload, Warmth.COLD, 1, 0, null);
    }

    private static Offer offer(
            Instant at,
            int who,
            Workload workload,
            Warmth warmth,
            long capacity,
            long inUse,
            @Nullable UnitPrice price) {
        return new Offer(
                at,
                address(who),
                "https://orch-" + who + ".example",
                workload,
                warmth,
                capacity,
                inUse,
                price,
                List.of(),
                "");
    }
}
