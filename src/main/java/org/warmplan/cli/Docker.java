package org.warmplan.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.warmplan.domain.InputException;
import org.warmplan.worker.watch.DockerContainer;
import org.warmplan.worker.watch.DockerListing;

/** The docker command, asked and never told: it lists, inspects and reads logs. Names are arguments, never shell text. */
final class Docker {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration LOG_LIMIT = Duration.ofSeconds(90);

    /** The label go-livepeer gives its containers, {@code ai/worker/docker.go:39-41} at 176aa415. */
    private static final List<String> LIST = List.of(
            "docker", "ps", "--all", "--no-trunc", "--filter", "label=creator=ai-worker", "--format", "{{json .}}");

    private final Programs programs;

    Docker(Programs programs) {
        this.programs = programs;
    }

    /** What became of asking: containers, or why there are none. */
    sealed interface Answer {
        /** The containers go-livepeer manages, in docker's order. */
        record Listed(List<DockerContainer> containers) implements Answer {}

        record Silent(String why) implements Answer {}
    }

    Answer list() {
        try {
            Optional<Programs.Ran> ran = programs.run(LIST, LIMIT);
            if (ran.isEmpty()) {
                return new Answer.Silent(
                        "There is no docker command on this machine, so containers were not looked at.");
            }
            if (ran.get().exitCode() != 0) {
                return new Answer.Silent(
                        "docker does not answer (exit code %d), so containers were not looked at. Maybe it needs sudo, or its daemon is stopped."
                                .formatted(ran.get().exitCode()));
            }
            List<String> ids = DockerListing.ids(ran.get().output());
            if (ids.isEmpty() && !ran.get().output().isBlank()) {
                // Another program by that name, or a warning beside an empty list: it proves no container gone.
                return new Answer.Silent(
                        "docker's list of containers is not understood, so containers were not looked at. Maybe docker is another program here, podman for example.");
            }
            return ids.isEmpty() ? new Answer.Listed(List.of()) : inspect(ids);
        } catch (InputException e) {
            return new Answer.Silent("docker was not waited for any longer, so containers were not looked at.");
        }
    }

    private Answer inspect(List<String> ids) {
        List<String> words = new ArrayList<>(List.of("docker", "inspect", "--type", "container"));
        words.addAll(ids);
        // A container that has gone since makes the exit code 1, and the others are described all the same.
        String output = programs.run(words, LIMIT).map(Programs.Ran::output).orElse("");
        List<DockerContainer> containers = DockerListing.containers(output);
        return containers.isEmpty()
                ? new Answer.Silent("docker describes none of the containers it lists, so they were not looked at.")
                : new Answer.Listed(containers);
    }

    /**
     * The end of the log of a container; empty when docker gives none.
     *
     * @param name matches {@link DockerListing#NAME}
     */
    Optional<String> findLog(String name) {
        if (!DockerListing.NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try {
            return programs.run(List.of("docker", "logs", "--timestamps", "--tail", "20000", name), LOG_LIMIT)
                    .filter(ran -> ran.exitCode() == 0)
                    .map(Programs.Ran::output);
        } catch (InputException e) {
            return Optional.empty();
        }
    }
}
