package org.warmplan.demand.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Workload;

/**
 * Looks at the live containers of the network. A node missing from a look was not reached, which is not to be without
 * streams: it is thought to have been between what it was before and after.
 */
final class LiveLooks {
    private final Seen seen;
    private final List<Instant> looks;
    private final Duration carried;

    /** @param carried for how long a node is thought to go on as it last answered, when it did not answer again */
    LiveLooks(Seen seen, Duration spacing, Duration carried) {
        this.seen = seen;
        this.looks = apart(seen.looks(), spacing);
        this.carried = carried;
    }

    /** Of looks closer together than {@code spacing}, the first. */
    private static List<Instant> apart(Iterable<Instant> sorted, Duration spacing) {
        List<Instant> apart = new ArrayList<>();
        Instant next = Instant.MIN;
        for (Instant look : sorted) {
            if (!look.isBefore(next)) {
                apart.add(look);
                next = look.plus(spacing);
            }
        }
        return apart;
    }

    /** A node's containers, busy and in all. */
    private record Containers(double busy, double all) {
        static final Containers NONE = new Containers(0, 0);

        static Containers of(Offer offer) {
            double busy = Math.max(0, offer.inUse());
            return new Containers(busy, busy + Math.max(0, offer.capacity()));
        }

        Containers towards(Containers other, double part) {
            return new Containers(busy + part * (other.busy - busy), all + part * (other.all - all));
        }
    }

    /** Oldest first; only those at which somebody was there to look at. */
    List<LiveLook> of(Workload workload) {
        double[][] sums = new double[looks.size()][4];
        seen.offersOf(workload).forEach((node, offers) -> add(node, offers, sums));
        List<LiveLook> all = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            LiveLook look = new LiveLook(looks.get(i), sums[i][0], sums[i][1], sums[i][2], sums[i][3]);
            if (look.seen() > 0) {
                all.add(look);
            }
        }
        return all;
    }

    private void add(Node node, List<Offer> offers, double[][] sums) {
        NavigableMap<Instant, Containers> answers = new TreeMap<>();
        seen.answersOf(node).forEach(answer -> answers.put(answer, Containers.NONE));
        offers.forEach(offer -> answers.put(offer.seenAt(), Containers.of(offer)));
        for (int i = 0; i < sums.length; i++) {
            Containers answered = answers.get(looks.get(i));
            Containers there = answered == null ? guess(answers, looks.get(i)) : answered;
            int place = answered == null ? 2 : 0;
            sums[i][place] += there.busy();
            sums[i][place + 1] += there.all();
        }
    }

    private Containers guess(NavigableMap<Instant, Containers> answers, Instant at) {
        var before = near(answers.floorEntry(at), at);
        var after = near(answers.ceilingEntry(at), at);
        if (before == null) {
            // It was not there yet, or has not been reached for too long.
            return Containers.NONE;
        }
        if (after == null) {
            return before.getValue();
        }
        double whole = Duration.between(before.getKey(), after.getKey()).toMillis();
        double part = Duration.between(before.getKey(), at).toMillis() / Math.max(1, whole);
        return before.getValue().towards(after.getValue(), part);
    }

    private Map.@Nullable Entry<Instant, Containers> near(Map.@Nullable Entry<Instant, Containers> answer, Instant at) {
        boolean near =
                answer != null && Duration.between(answer.getKey(), at).abs().compareTo(carried) <= 0;
        return near ? answer : null;
    }
}
