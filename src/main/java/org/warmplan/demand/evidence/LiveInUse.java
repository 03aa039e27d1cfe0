package org.warmplan.demand.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.warmplan.demand.EvidenceKind;
import org.warmplan.demand.EvidencePolicy;
import org.warmplan.demand.HourProfile;
import org.warmplan.demand.Reading;
import org.warmplan.domain.Workload;

/**
 * Live containers seen busy. Every orchestrator reports its containers idle and in use (go-livepeer rpc.go:659-676 at
 * 176aa415), so a snapshot is one look at all streams of the network, whichever gateway they come from. A look in an hour
 * that is known for a busy one counts for more than a look, and one in a quiet hour for less.
 */
final class LiveInUse {
    private static final int HOURS_OF_DAY = 24;

    private final Setting setting;

    LiveInUse(Setting setting) {
        this.setting = setting;
    }

    /** A reading for every week with a look. */
    List<Reading> find(Workload workload, List<LiveLook> looks, HourProfile profile) {
        SortedMap<Integer, List<LiveLook>> byWeek = new TreeMap<>();
        for (LiveLook look : looks) {
            int week = setting.weeks().ago(look.at());
            if (week != Weeks.NONE) {
                byWeek.computeIfAbsent(week, w -> new ArrayList<>()).add(look);
            }
        }
        List<Reading> readings = new ArrayList<>();
        byWeek.forEach((week, some) -> readings.add(reading(workload, week, some, profile)));
        return readings;
    }

    /** Minutes of streams in the weeks with a look, by the mean of the looks. */
    double minutes(List<LiveLook> looks) {
        double busy = looks.stream().mapToDouble(LiveLook::seenBusy).average().orElse(0);
        long weeks = looks.stream()
                .map(look -> setting.weeks().ago(look.at()))
                .filter(week -> week != Weeks.NONE)
                .distinct()
                .count();
        return busy * weeks * Weeks.WEEK.toMinutes();
    }

    private Reading reading(Workload workload, int week, List<LiveLook> looks, HourProfile profile) {
        EvidencePolicy.LiveInUse policy = setting.evidence().liveInUse();
        EffectiveLooks effective = new EffectiveLooks(policy.correlationHours());
        Set<Integer> hours = new TreeSet<>();
        double busy = 0;
        double toExpect = 0;
        for (LiveLook look : looks) {
            int hour = HourProfile.hourOf(look.at());
            effective.add(look.at(), look.weight());
            busy += look.weight() * look.busy();
            toExpect += look.weight() * profile.factor(hour);
            hours.add(hour % HOURS_OF_DAY);
        }
        double each = effective.count() / effective.weights();
        return new Reading(
                EvidenceKind.LIVE_IN_USE,
                workload,
                week,
                busy * each,
                toExpect * each,
                Spread.together(policy.spread(), policy.hourSpread() / Math.sqrt(hours.size())),
                text(looks, effective.count()));
    }

    private static String text(List<LiveLook> looks, double effective) {
        double busy = looks.stream().mapToDouble(LiveLook::seenBusy).sum();
        double all = looks.stream().mapToDouble(LiveLook::seen).sum();
        double guessed = looks.stream().mapToDouble(LiveLook::guessed).sum();
        String text = "%.0f of %.0f containers busy in %d %s"
                .formatted(busy, all, looks.size(), looks.size() == 1 ? "look" : "looks");
        if (effective < 0.95 * looks.size()) {
            text += " worth %.1f independent ones".formatted(effective);
        }
        return guessed > 0 ? text + ", %.0f more were not reached".formatted(guessed) : text;
    }

    /** What was seen by the hour, every look worth what its week's looks are worth as independent ones. */
    HourCounts hours(List<LiveLook> looks) {
        HourTally tally = new HourTally();
        EffectiveLooks effective =
                new EffectiveLooks(setting.evidence().liveInUse().correlationHours());
        for (LiveLook look : looks) {
            tally.add(look.at(), look.weight() * look.busy(), look.weight());
            effective.add(look.at(), look.weight());
        }
        double weight = effective.weights() > 0 ? effective.count() / effective.weights() : 0;
        return tally.counts(setting.evidence().profile().spikeLimit(), Math.min(1, weight));
    }
}
