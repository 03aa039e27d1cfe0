package org.warmplan.demand.evidence;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.warmplan.demand.EvidenceKind;
import org.warmplan.demand.Reading;
import org.warmplan.demand.Supply;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.Workload;

/** Names what is missing in what was seen, and what follows from it. */
final class Gaps {
    private static final String SOURCE = "demand";

    private final Setting setting;

    Gaps(Setting setting) {
        this.setting = setting;
    }

    /** Adds an issue for each gap. */
    void tell(Iterable<List<Reading>> readings, boolean earningsKnown) {
        Seen seen = setting.seen();
        if (seen.looks().size() == 1) {
            add(
                    "oneSnapshot",
                    "",
                    "The network was looked at only once: nothing shows how it changes, and ranges are wide.");
        }
        tellOfLastWeek(readings);
        tellOfVanished();
        Supply supply = setting.supply().of(0);
        if (supply.stakes().isEmpty() && hasWarmBatch(supply)) {
            add(
                    "stakesUnknown",
                    "",
                    "No source lists any stake: shares of batch jobs are ranges, and so is what rests on them.");
        }
        boolean priced = supply.offers().values().stream()
                .flatMap(List::stream)
                .anyMatch(offer -> offer.isWarm() && offer.price() != null);
        if (earningsKnown && !priced) {
            add("pricesUnknown", "", "Earnings are known and prices are not: the earnings tell nothing of demand.");
        }
    }

    private void tellOfLastWeek(Iterable<List<Reading>> readings) {
        boolean any = false;
        for (List<Reading> of : readings) {
            for (Reading reading : of) {
                if (reading.kind() != EvidenceKind.REGISTRATIONS) {
                    any = true;
                    if (reading.weeksAgo() == 0) {
                        return;
                    }
                }
            }
        }
        if (any) {
            add(
                    "lastWeekUnknown",
                    "",
                    "Nothing counted in the last week is known: estimates rest on the weeks before.");
        }
    }

    /** Who was seen in the weeks before and not in the last one, in which others were. */
    private void tellOfVanished() {
        Set<Address> before = new TreeSet<>();
        Set<Address> lately = new TreeSet<>();
        for (Node node : setting.seen().nodes()) {
            boolean late = setting.weeks().ago(setting.seen().answersOf(node).last()) == 0;
            (late ? lately : before).add(node.orchestrator());
        }
        before.removeAll(lately);
        if (!lately.isEmpty()) {
            before.forEach(address -> add(
                    "orchestratorVanished",
                    address.value(),
                    "An orchestrator did not answer in the last week: what it served went to others, or is not seen."));
        }
    }

    private static boolean hasWarmBatch(Supply supply) {
        return supply.offers().keySet().stream()
                .filter(workload -> !workload.pipeline().isLive())
                .anyMatch((Workload workload) -> supply.rivals(workload, null).size() > 1);
    }

    private void add(String kind, String value, String message) {
        setting.issues().add(new DataIssue(kind, SOURCE, "", value, message));
    }
}
