package org.warmplan.cli;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.UsageException;
import org.warmplan.fleet.FleetWorker;

/**
 * What makes go-livepeer read its aiModels.json: it does so once, when it starts (go-livepeer
 * {@code cmd/livepeer/starter/starter.go:1342-1348} at 176aa415). The containers are called as in Livepeer's own
 * documentation, unless the operator says otherwise.
 *
 * @param command null where restarting is not enough, because the start line must change too
 * @param words on what to do, and on what would not do
 */
record Restart(@Nullable String command, String words) {
    private static final Pattern CONTAINER = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]*");
    private static final String RUNNERS = " Restarting an ai-runner container would only reload the model it had.";

    /**
     * Of one process.
     *
     * @param container the name of its Docker container, null for the documented one
     * @param nvidia the order of devices to start with from now on, null when it stays
     * @throws UsageException when Docker could have no container of that name
     */
    static Restart of(FleetProcess process, @Nullable String container, @Nullable String nvidia) {
        if (container != null && !CONTAINER.matcher(container).matches()) {
            throw new UsageException(
                    ("--container is \"%s\", no name Docker gives. Maybe use letters, digits, dots, dashes and"
                                    + " underscores, the first a letter or a digit.")
                            .formatted(container));
        }
        FleetWorker worker = process.worker();
        boolean remote = worker != null && worker.isRemote();
        String name = container == null ? (remote ? "livepeer_ai_worker" : "livepeer_ai_orchestrator") : container;
        if (nvidia != null) {
            return new Restart(
                    null,
                    ("Now start %s anew with -nvidia %s: docker restart would keep the old order. List the gpus in fleet.yaml"
                                    + " in that order too.")
                            .formatted(name, nvidia));
        }
        String command = "docker restart " + name;
        return new Restart(
                command, "Now restart %s: %s".formatted(who(worker, remote), command) + what(worker, container));
    }

    private static String who(@Nullable FleetWorker worker, boolean remote) {
        if (worker == null) {
            return "the orchestrator, whose workers connect again by themselves";
        }
        return remote
                ? "the AI worker on %s, not its orchestrator".formatted(worker.name())
                : "go-livepeer itself on " + worker.name();
    }

    private static String what(@Nullable FleetWorker worker, @Nullable String container) {
        String other = container == null ? " (or whatever the container or unit is called there)." : ".";
        return other + (worker == null ? "" : RUNNERS);
    }
}
