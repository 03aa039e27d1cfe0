package org.warmplan.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Offer;
import org.warmplan.domain.SeenGpu;
import org.warmplan.domain.Vram;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.SeenAlone;

/** Which workloads were seen alone on which card: a warm offer whose card shows nothing else at that time. */
public final class Sightings {
    private static final long BYTES_PER_MIB = 1L << 20;

    private Sightings() {}

    /** The sightings among observations, each workload and card once, in their order. */
    public static List<SeenAlone> of(List<Observation> observations) {
        Map<String, Set<Workload>> onCard = new HashMap<>();
        for (Observation observation : observations) {
            if (observation instanceof Offer offer) {
                offer.gpus()
                        .forEach(gpu -> onCard.computeIfAbsent(key(offer, gpu), k -> new HashSet<>())
                                .add(offer.workload()));
            }
        }
        List<SeenAlone> sightings = new ArrayList<>();
        for (Observation observation : observations) {
            if (observation instanceof Offer offer && offer.isWarm()) {
                for (SeenGpu gpu : offer.gpus()) {
                    boolean alone =
                            onCard.getOrDefault(key(offer, gpu), Set.of()).size() == 1;
                    SeenAlone seen = sighting(offer, gpu);
                    if (alone && !gpu.name().isEmpty() && !sightings.contains(seen)) {
                        sightings.add(seen);
                    }
                }
            }
        }
        return sightings;
    }

    private static SeenAlone sighting(Offer offer, SeenGpu gpu) {
        return new SeenAlone(
                offer.workload(), gpu.name(), Vram.ofMib(gpu.totalBytes() / BYTES_PER_MIB), "network capabilities");
    }

    private static String key(Offer offer, SeenGpu gpu) {
        return offer.seenAt() + " " + gpu.uuid();
    }
}
