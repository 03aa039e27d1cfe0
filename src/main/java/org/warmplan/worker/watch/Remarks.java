package org.warmplan.worker.watch;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.warmplan.files.Visible;

/** What else was seen: nothing about one planned slot, but worth a look. */
public final class Remarks {
    /** A day, and what a time zone may add. */
    private static final Duration OLD = Duration.ofHours(24 + 14);

    private Remarks() {}

    /** One sentence each. */
    public static List<String> of(List<PlannedSlot> slots, Sightings sightings) {
        List<String> remarks = new ArrayList<>();
        sightings.findNode().ifPresent(node -> {
            if (node.started() == null) {
                remarks.add(
                        "go-livepeer's log does not go back to its last start, so older lines may count too. Maybe give"
                                + " more of it.");
            }
            node.findReach()
                    .filter(reach -> Duration.between(reach, sightings.now()).compareTo(OLD) > 0)
                    .ifPresent(reach -> remarks.add(
                            "go-livepeer's log ends at %s, more than a day ago: what came after it is not known. Maybe give a newer one."
                                    .formatted(reach.truncatedTo(ChronoUnit.SECONDS))));
            Evidence failed = node.lastFailedStart();
            if (failed != null && node.end() == null) {
                remarks.add("go-livepeer is starting after %d start%s that failed, the last with this. %s"
                        .formatted(node.failedStarts(), node.failedStarts() == 1 ? "" : "s", shown(failed)));
            }
            node.prices()
                    .forEach(price -> remarks.add(
                            "An entry has no price of its own and gets that of -pricePerUnit. " + shown(price)));
        });
        for (ReadLog log : sightings.logs()) {
            if (log.tellsNothing()) {
                remarks.add(
                        "%s has %d lines, and none that go-livepeer or a runner prints. Maybe another log was meant."
                                .formatted(Visible.brief(log.source(), 160), log.lines()));
            }
            if (log.node().isTableOnly()) {
                remarks.add(
                        "%s holds go-livepeer's settings and none of its messages, which go to standard error. Maybe write docker logs NAME 2>&1 before the pipe."
                                .formatted(Visible.brief(log.source(), 160)));
            }
            Evidence outOfMemory = log.runner().outOfMemory();
            if (outOfMemory != null) {
                remarks.add(
                        "A runner ran out of memory while it served a request; gateways then leave the orchestrator for"
                                + " a while. " + shown(outOfMemory));
            }
        }
        sightings
                .listUnclaimed(slots)
                .forEach(log -> remarks.add("%s is of a runner, but not of which container. Maybe give it as %sNAME."
                        .formatted(Visible.brief(log.source(), 160), Sightings.DOCKER)));
        unplanned(slots, sightings).forEach(remarks::add);
        return remarks;
    }

    private static String shown(Evidence evidence) {
        return evidence.told();
    }

    /** What runs without being planned takes a slot, and memory, from what is. */
    private static List<String> unplanned(List<PlannedSlot> slots, Sightings sightings) {
        Set<String> planned = new LinkedHashSet<>();
        slots.forEach(slot -> planned.add(slot.containerName()));
        Set<String> names = new LinkedHashSet<>();
        Optional<NodeLog> node = sightings.findNode();
        List<DockerContainer> containers = sightings.containers();
        if (containers != null) {
            containers.stream()
                    .filter(DockerContainer::running)
                    .map(DockerContainer::name)
                    .forEach(names::add);
        } else if (node.isPresent() && node.get().end() == null) {
            node.get().containers().stream()
                    .filter(SeenContainer::holdsItsPlace)
                    .map(SeenContainer::name)
                    .forEach(names::add);
        }
        names.removeAll(planned);
        return names.stream()
                .map(name ->
                        "%s runs, and no warm slot of this worker is planned for it; a cold model stays after a request."
                                .formatted(name))
                .toList();
    }
}
