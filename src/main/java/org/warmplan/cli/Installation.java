package org.warmplan.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.UsageException;
import org.warmplan.files.InstalledFile.Replaced;
import org.warmplan.files.JsonText;
import org.warmplan.files.KeptCopies;
import org.warmplan.files.Visible;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shows what a replacement changes, asks, does it, and tells what is to be done next. */
final class Installation {
    private static final Set<String> YES = Set.of("y", "yes");

    private final Surroundings surroundings;
    private final ApplyOptions options;
    private final @Nullable Path plan;
    private final Replacement replacement;

    /** {@code plan} is the published folder, null when an earlier file is put back. */
    Installation(Surroundings surroundings, ApplyOptions options, @Nullable Path plan, Replacement replacement) {
        this.surroundings = surroundings.forFormat(options.format());
        this.options = options;
        this.plan = plan;
        this.replacement = replacement;
    }

    void run() {
        String path = replacement.file().path().toString();
        if (replacement.isDone()) {
            end(
                    null,
                    false,
                    "Nothing to do: %s has the entries of the published file already.%s".formatted(path, unread()));
            return;
        }
        replacement.file().requireWritable();
        if (!options.isJson()) {
            surroundings.show(replacement.changes());
        }
        if (!options.yes() && !agrees()) {
            end(null, false, "Nothing was done: %s stays as it is.".formatted(path));
            return;
        }
        Replaced replaced = replacement
                .file()
                .replace(
                        replacement.text().getBytes(StandardCharsets.UTF_8),
                        surroundings.clock().instant(),
                        replacement.kind(),
                        step -> {});
        replaced.notes().forEach(note -> surroundings.say(Tone.CARE, note));
        String kept = replaced.copy() == null ? "" : "; the old one is " + replaced.copy();
        end(replaced.copy(), true, "Installed %s%s.".formatted(path, kept));
    }

    private boolean agrees() {
        surroundings
                .err()
                .print("Install this into %s? [y/N] "
                        .formatted(Visible.of(replacement.file().path().toString())));
        surroundings.err().flush();
        try {
            String answer =
                    new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8)).readLine();
            if (answer != null) {
                return YES.contains(answer.strip().toLowerCase(Locale.ROOT));
            }
        } catch (IOException e) {
            // Told below: whoever cannot be heard has not answered.
        }
        surroundings.err().println();
        throw new UsageException("There was no answer, so nothing was done. Maybe give --yes.");
    }

    private void end(@Nullable Path copy, boolean installed, String message) {
        Restart restart = restart();
        surroundings.say(message);
        if (options.isJson()) {
            surroundings.show(JsonText.write(json(copy, installed, restart)));
        } else if (installed) {
            surroundings.show(Visible.of(restart.words()) + "\n");
            if (replacement.kind() == KeptCopies.Kind.INSTALLED) {
                surroundings.show("To undo it:         ./warmplan apply --rollback%s\n".formatted(fleetOptions()));
            }
            // An orchestrator without a worker has no slots to look after.
            if (plan != null && replacement.process().worker() != null) {
                surroundings.show("To look after it:   ./warmplan verify --plan %s%s\n"
                        .formatted(ShellWord.of(plan), fleetOptions()));
            }
        }
    }

    /** An earlier call may have been cut short after it had put the file there. */
    private String unread() {
        String command = restart().command();
        boolean wasReplaced = !replacement.file().copies().list().isEmpty();
        return command == null || !wasReplaced ? "" : " Maybe go-livepeer has not read it yet: %s.".formatted(command);
    }

    private Restart restart() {
        return Restart.of(replacement.process(), options.container(), replacement.nvidia());
    }

    private String fleetOptions() {
        String worker = options.worker();
        return " --fleet " + ShellWord.of(options.fleet())
                + (worker == null ? "" : " --worker " + ShellWord.of(worker));
    }

    private ObjectNode json(@Nullable Path copy, boolean installed, Restart restart) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("worker", replacement.process().name());
        node.put("path", replacement.file().path().toString());
        node.put("before", replacement.findBefore().orElse(null));
        node.put("after", replacement.after());
        node.put("backup", copy == null ? null : copy.toString());
        node.put("installed", installed);
        node.put("restart", installed ? restart.command() : null);
        if (replacement.nvidia() != null) {
            node.put("nvidia", replacement.nvidia());
        }
        return node;
    }
}
