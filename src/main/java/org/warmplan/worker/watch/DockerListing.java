package org.warmplan.worker.watch;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.InputException;
import org.warmplan.files.JsonText;
import org.warmplan.files.Visible;
import tools.jackson.databind.JsonNode;

/**
 * What {@code docker ps --format {{json .}}} and {@code docker inspect} print, of any version and with any damage: what is
 * no container is left out. The environment of a container may hold tokens; only PIPELINE and MODEL_ID are read from it.
 */
public final class DockerListing {
    /** What a container may be called. Nothing else is ever given to docker as a name. */
    public static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,254}");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{12,64}");

    /** From a bracket that begins a line to the last one that ends a line. */
    private static final Pattern LIST = Pattern.compile("^\\[[\\s\\S]*\\]$", Pattern.MULTILINE);

    private static final int MAX_TEXT = 200;

    private DockerListing() {}

    /** The ids that {@code docker ps} lists, a JSON object a line; other lines are passed over. */
    public static List<String> ids(String output) {
        List<String> ids = new ArrayList<>();
        output.lines()
                .filter(line -> line.startsWith("{"))
                .forEach(line -> find(line)
                        .map(node -> text(node, "ID"))
                        .filter(id -> ID.matcher(id).matches())
                        .ifPresent(ids::add));
        return ids;
    }

    /** The containers that {@code docker inspect} describes; messages around the JSON are passed over. */
    public static List<DockerContainer> containers(String output) {
        Matcher list = LIST.matcher(output);
        if (!list.find()) {
            return List.of();
        }
        List<DockerContainer> containers = new ArrayList<>();
        find(list.group())
                .ifPresent(all -> all.forEach(node -> findContainer(node).ifPresent(containers::add)));
        return containers;
    }

    private static Optional<DockerContainer> findContainer(JsonNode node) {
        String id = text(node, "Id");
        String name = text(node, "Name");
        name = name.startsWith("/") ? name.substring(1) : name;
        if (!ID.matcher(id).matches() || !NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        JsonNode state = node.path("State");
        JsonNode environment = node.path("Config").path("Env");
        return Optional.of(new DockerContainer(
                id,
                name,
                text(state, "Status").toLowerCase(Locale.ROOT),
                state.path("Running").asBoolean(false)
                        && !state.path("Restarting").asBoolean(false),
                state.path("Restarting").asBoolean(false),
                state.path("OOMKilled").asBoolean(false),
                state.path("ExitCode").asInt(0),
                Math.max(0, node.path("RestartCount").asInt(0)),
                text(state.path("Health"), "Status").equals("unhealthy"),
                variable(environment, "PIPELINE="),
                variable(environment, "MODEL_ID="),
                time(text(state, "StartedAt"))));
    }

    private static String variable(JsonNode environment, String start) {
        for (JsonNode entry : environment) {
            if (entry.isString() && entry.stringValue().startsWith(start)) {
                return entry.stringValue().substring(start.length());
            }
        }
        return "";
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() ? Visible.brief(value.stringValue(), MAX_TEXT) : "";
    }

    /** Docker writes the year 1 for never. */
    private static @Nullable Instant time(String text) {
        try {
            Instant at = Instant.parse(text);
            return at.isBefore(Instant.EPOCH) ? null : at;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Optional<JsonNode> find(String json) {
        try {
            return Optional.of(JsonText.read("docker's answer", json));
        } catch (InputException e) {
            return Optional.empty();
        }
    }
}
