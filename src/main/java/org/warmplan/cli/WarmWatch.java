package org.warmplan.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.warmplan.collect.ask.Sleeper;
import org.warmplan.files.Visible;
import org.warmplan.fleet.Role;
import org.warmplan.report.PublishedWorker;
import org.warmplan.report.WarmCheck;
import org.warmplan.worker.watch.DockerContainer;
import org.warmplan.worker.watch.Judge;
import org.warmplan.worker.watch.PlannedSlot;
import org.warmplan.worker.watch.ReadLog;
import org.warmplan.worker.watch.Remarks;
import org.warmplan.worker.watch.Sightings;
import org.warmplan.worker.watch.Verdict;

/** Looks at logs, docker and the network, again and again until the planned slots are warm, or cannot become so. */
final class WarmWatch {
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Surroundings surroundings;
    private final Sleeper sleeper;
    private final Docker docker;
    private final LogSources logs;
    private final NetworkQuestion network;

    WarmWatch(Surroundings surroundings, Sleeper sleeper, Docker docker, LogSources logs, NetworkQuestion network) {
        this.surroundings = surroundings;
        this.sleeper = sleeper;
        this.docker = docker;
        this.logs = logs;
        this.network = network;
    }

    /**
     * Looks once, and again every {@link #PAUSE} for as long as {@code limit} lasts and waiting may help.
     *
     * @param warnings asked for at every look: whether the planned files are in place
     */
    WarmCheck watch(PublishedWorker worker, List<PlannedSlot> slots, Supplier<List<String>> warnings, Duration limit) {
        Instant begin = surroundings.clock().instant();
        Duration waited = Duration.ZERO;
        while (true) {
            WarmCheck check = look(worker, slots, warnings.get(), begin.plus(waited));
            Duration left = limit.minus(waited);
            if (!check.isOpen() || left.isZero() || left.isNegative()) {
                surroundings.progress().clear();
                return check;
            }
            surroundings.progress().waiting(check.warm(), slots.size(), left);
            Duration pause = left.compareTo(PAUSE) < 0 ? left : PAUSE;
            if (!slept(pause)) {
                return check;
            }
            Duration passed = Duration.between(begin, surroundings.clock().instant());
            waited = longer(waited.plus(pause), passed);
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private boolean slept(Duration pause) {
        try {
            sleeper.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private WarmCheck look(PublishedWorker worker, List<PlannedSlot> slots, List<String> warnings, Instant now) {
        List<String> notes = new ArrayList<>();
        List<ReadLog> read = ownLogs(worker, notes, now);
        @Nullable List<DockerContainer> containers = containers(notes);
        if (containers != null) {
            read.addAll(runnerLogs(slots, containers, now));
        }
        Sightings sightings = new Sightings(read, containers, network.ask(now), now);
        List<Verdict> verdicts = Judge.judge(slots, sightings);
        notes.addAll(network.notes());
        if (logs.isEmpty()) {
            notes.add(
                    "go-livepeer's own log tells most, and none was given. Maybe add --log FILE, or --log docker:NAME with"
                            + " the name of its container.");
        }
        notes.addAll(Remarks.of(slots, sightings));
        return new WarmCheck(worker.name(), now.truncatedTo(ChronoUnit.SECONDS), warnings, verdicts, notes);
    }

    /** What is named, without the log of the orchestrator that a remote worker belongs to: it knows of no containers. */
    private List<ReadLog> ownLogs(PublishedWorker worker, List<String> notes, Instant now) {
        List<ReadLog> own = new ArrayList<>();
        for (ReadLog log : logs.read(now)) {
            if (log.isOfAnother(worker.role())) {
                notes.add("%s is the log of another go-livepeer, %s, so it was not used. Maybe give the log of %s."
                        .formatted(
                                Visible.brief(log.source(), 160),
                                worker.role() == Role.REMOTE ? "an orchestrator" : "a remote AI worker",
                                worker.name()));
            } else {
                own.add(log);
            }
        }
        return own;
    }

    private @Nullable List<DockerContainer> containers(List<String> notes) {
        Docker.Answer answer = docker.list();
        if (answer instanceof Docker.Answer.Listed listed) {
            return listed.containers();
        }
        if (answer instanceof Docker.Answer.Silent silent) {
            notes.add(silent.why());
        }
        return null;
    }

    /** The logs that docker keeps of the planned containers, so that a failing runner says why itself. */
    private List<ReadLog> runnerLogs(List<PlannedSlot> slots, List<DockerContainer> containers, Instant now) {
        List<ReadLog> read = new ArrayList<>();
        for (DockerContainer container : containers) {
            String name = container.name();
            boolean planned =
                    slots.stream().anyMatch(slot -> slot.containerName().equals(name));
            if (planned && !logs.hasContainer(name)) {
                docker.findLog(name).ifPresent(text -> read.add(LogSources.ofText(name, text, now)));
            }
        }
        return read;
    }
}
