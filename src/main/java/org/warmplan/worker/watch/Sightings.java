package org.warmplan.worker.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Pipeline;

/**
 * All that was read at one time.
 *
 * @param logs in the order given
 * @param containers what docker lists; null when docker was not asked or did not answer
 * @param network null when the network was not asked or did not answer
 * @param now when it was read
 */
public record Sightings(
        List<ReadLog> logs,
        @Nullable List<DockerContainer> containers,
        @Nullable NetworkView network,
        Instant now) {
    /** How the source of a log is called that docker keeps, before the container's name. */
    public static final String DOCKER = "docker:";

    public Sightings {
        logs = List.copyOf(logs);
        containers = containers == null ? null : List.copyOf(containers);
    }

    /** The log of go-livepeer: of several the one with the newest line, or else the last given. */
    Optional<NodeLog> findNode() {
        NodeLog newest = null;
        for (ReadLog log : logs) {
            if (!log.node().isEmpty() && (newest == null || !time(log.node()).isBefore(time(newest)))) {
                newest = log.node();
            }
        }
        return Optional.ofNullable(newest);
    }

    private static Instant time(NodeLog log) {
        Evidence last = log.last();
        return last == null ? Instant.EPOCH : Objects.requireNonNullElse(last.at(), Instant.EPOCH);
    }

    /**
     * The log of a slot's runner: the one named after its container, else one that can be of no other planned slot,
     * because it names no other model and the model is planned once.
     */
    Optional<RunnerLog> findRunner(PlannedSlot slot, List<PlannedSlot> all) {
        return runners(log -> log.isNamed(slot.containerName()))
                .or(() -> all.stream()
                                        .filter(s -> s.workload().equals(slot.workload()))
                                        .count()
                                == 1
                        ? runners(log -> isUnnamed(log, all) && isOnlyOf(log, slot, all))
                        : Optional.empty());
    }

    private Optional<RunnerLog> runners(java.util.function.Predicate<ReadLog> which) {
        List<RunnerLog> found =
                tellingRunners().filter(which).map(ReadLog::runner).toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
    }

    /** Logs of runners that nothing says which container they are of. */
    List<ReadLog> listUnclaimed(List<PlannedSlot> all) {
        return tellingRunners()
                .filter(log -> isUnnamed(log, all))
                .filter(log -> all.stream()
                        .noneMatch(slot -> findRunner(slot, all)
                                .filter(runner -> runner == log.runner())
                                .isPresent()))
                .toList();
    }

    private Stream<ReadLog> tellingRunners() {
        return logs.stream().filter(log -> log.runner().last() != null);
    }

    private static boolean isOnlyOf(ReadLog log, PlannedSlot slot, List<PlannedSlot> all) {
        return log.runner().modelIds().isEmpty()
                ? all.size() == 1
                : log.runner().modelIds().stream().allMatch(slot.workload().modelId()::equals)
                        && all.stream()
                                        .filter(s -> s.workload()
                                                .modelId()
                                                .equals(slot.workload().modelId()))
                                        .count()
                                == 1;
    }

    private static boolean isUnnamed(ReadLog log, List<PlannedSlot> all) {
        return all.stream().noneMatch(slot -> log.isNamed(slot.containerName())) && !isOfAContainer(log);
    }

    private static boolean isOfAContainer(ReadLog log) {
        return Stream.of(Pipeline.values()).anyMatch(p -> log.source().startsWith(DOCKER + p.slug() + "_"));
    }

    Optional<DockerContainer> findContainer(PlannedSlot slot) {
        return containers == null
                ? Optional.empty()
                : containers.stream()
                        .filter(c -> c.name().equals(slot.containerName()))
                        .findFirst();
    }

    /**
     * How long go-livepeer has run at least: from docker's times where they are known, else from the clock of its log,
     * because that may be in any time zone.
     */
    Optional<Duration> findAge() {
        Optional<NodeLog> node = findNode();
        return node.map(NodeLog::started)
                .filter(Evidence::exact)
                .map(Evidence::at)
                .or(this::findOldestContainer)
                .map(start -> Duration.between(start, now))
                .or(() -> node.flatMap(NodeLog::findSpan));
    }

    private Optional<Instant> findOldestContainer() {
        return containers == null
                ? Optional.empty()
                : containers.stream()
                        .filter(DockerContainer::running)
                        .map(DockerContainer::startedAt)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo);
    }
}
