package org.warmplan.worker.watch;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.warmplan.files.Visible;

/**
 * The lines of go-livepeer that tell of its start and of its containers. Places are those at 176aa415: {@code S} is {@code
 * cmd/livepeer/starter/starter.go}, {@code M} {@code cmd/livepeer/livepeer.go}, {@code D} {@code ai/worker/docker.go},
 * {@code C} {@code ai/worker/container.go}.
 */
final class NodeLines {
    private static final int MAX_NAME = 160;

    /** S:473-506, printed by M:75 before anything else: the upper and the lower edge of the table of settings. */
    private static final Pattern SETTINGS = Pattern.compile("\\*-{3,4000}\\*-{3,8000}\\*");

    /** S:1477. */
    private static final Pattern WARMING_FAILED =
            Pattern.compile("Error AI worker warming ([a-z0-9-]{1,40}) container: (.*)");

    /** S:1467. */
    private static final Pattern IMAGE_UNAVAILABLE =
            Pattern.compile("Error ensuring AI worker image available for ([a-z0-9-]{1,40}): (.*)");

    /** D:182. */
    private static final Pattern PULLING =
            Pattern.compile("Pulling image for pipeline ([a-z0-9-]{1,40}) and modelID (\\S{1,500}): \\S.*");

    /** D:378: docker's status and its bar. */
    private static final Pattern PULL_PROGRESS = Pattern.compile(
            "(Downloading|Extracting|Verifying Checksum|Waiting): .{0,80}?(\\d[\\d.]{0,9}[kMG]?B(?:/\\d[\\d.]{0,9}[kMG]?B)?) *");

    /** S:1551. */
    private static final Pattern PRICE_MISSING = Pattern.compile(
            "panic: 'pricePerUnit' must be set for model '(.{1,500})' in pipeline '([a-z0-9-]{1,40})'.*");

    /** S:1555. */
    private static final Pattern PRICE_DEFAULTED = Pattern.compile(
            "No 'pricePerUnit' specified for model '(.{1,500})' in pipeline '([a-z0-9-]{1,40})'\\. Using default.*");

    /** S:1505. */
    private static final Pattern WARM_AND_COLD =
            Pattern.compile("panic: Cannot have same model_id \\((.{1,500})\\) as cold and warm in same AI worker.*");

    /** S:1448, 1521-1568, and Go's own. */
    private static final List<String> PANICS = List.of(
            "panic: Pipeline is not valid capability",
            "panic: 'pixelsPerUnit' value specified for model",
            "panic: 'pricePerUnit' value specified for model",
            "panic: error converting price",
            "panic: -pixelsPerUnit must be",
            "panic: -pricePerUnit must be",
            "panic: runtime error",
            "fatal error: ");

    /** S:598, 601. */
    private static final List<String> STARTS = List.of("***Livepeer is running on the ");

    /** S:2120, 2127, 2132: after the warm containers are up. */
    private static final List<String> SERVING = List.of(
            "***Livepeer Running in Orchestrator Mode***",
            "**Livepeer Running in AI Worker Mode**",
            "Livepeer Node version: ");

    /**
     * M:98-107; S:837, 878, 1356, 1395, 1427, 1440, 1576, 2090, 2146, 2148; and those with which it leaves at once, without
     * stopping its containers: S:1733, 1858, 1865, 1868, 1913, 2067, 2143 by way of 2597.
     */
    private static final List<String> ENDS = List.of(
            "Exiting Livepeer: ",
            "Graceful shutdown complete",
            "Shutdown timed out, forcing exit",
            "Stopped AI worker containers",
            "Failed to connect to Ethereum client: ",
            "Error unlocking Ethereum account: ",
            "Error parsing -nvidia for devices: ",
            "Error unmarshaling image overrides: ",
            "The '-aiWorker' flag was set, but no model configuration was provided",
            "Orchestrator not available at ",
            "Orchestrator server shut down",
            "CLI webserver shut down",
            "Could not create orchestrator pool with DB cache: ",
            "Error parsing -metadataQueueUri: ",
            "Error establishing AMQP connection: ",
            "Unsupported scheme in -metadataUri: ",
            "Error creating Livepeer server: ",
            "Error starting Transcoder node: ",
            "Error starting service: ");

    private NodeLines() {}

    static Optional<NodeEvent> find(LogLine line) {
        if (line.writer() == LogLine.Writer.RUNNER || line.message().isEmpty()) {
            return Optional.empty();
        }
        String message = line.message();
        Optional<NodeEvent> container = findContainer(message);
        if (container.isPresent()) {
            return container;
        }
        // The words of the seed, wherever they stand in the line: no code that prints them is known.
        if (message.contains("Error loading warm model")) {
            return Optional.of(new NodeEvent.WarmConflict());
        }
        return findMistake(message)
                .or(() -> findImage(message))
                .or(() -> findStage(message))
                .or(() -> line.fatal()
                        ? Optional.of(new NodeEvent.Ended("a fatal error (one Warmplan does not know)"))
                        : Optional.empty());
    }

    private static Optional<NodeEvent> findStage(String message) {
        if (SETTINGS.matcher(message).matches()) {
            return Optional.of(new NodeEvent.Started("the table of its settings"));
        }
        return startOf(STARTS, message)
                .<NodeEvent>map(words -> new NodeEvent.Started("***Livepeer is running"))
                .or(() -> startOf(SERVING, message).map(NodeEvent.Serving::new))
                .or(() -> startOf(ENDS, message).map(NodeEvent.Ended::new));
    }

    private static Optional<NodeEvent> findMistake(String message) {
        if (message.startsWith("Error parsing -aiModels: ")) { // S:1345
            return Optional.of(new NodeEvent.Failed(Cause.PARSE_ERROR, null, null, "Error parsing -aiModels"));
        }
        if (message.startsWith("Error starting AI worker: ")) { // S:1427
            Reason reason = Reason.of(message);
            Cause cause = reason == Reason.OTHER ? Cause.NODE_ENDED : reason.cause();
            return Optional.of(new NodeEvent.Failed(cause, null, null, "Error starting AI worker: " + reason.words()));
        }
        if (message.startsWith("panic: ") || message.startsWith("fatal error: ")) {
            return Optional.of(panic(message));
        }
        Matcher warming = WARMING_FAILED.matcher(message);
        if (warming.lookingAt()) {
            return Optional.of(new NodeEvent.WarmingFailed(warming.group(1), Reason.of(warming.group(2))));
        }
        Matcher defaulted = PRICE_DEFAULTED.matcher(message);
        return defaulted.lookingAt()
                ? Optional.of(new NodeEvent.PriceDefaulted(defaulted.group(2), name(defaulted.group(1))))
                : Optional.empty();
    }

    private static NodeEvent panic(String message) {
        Matcher price = PRICE_MISSING.matcher(message);
        if (price.lookingAt()) {
            String words = "panic: 'pricePerUnit' must be set for model '%s' in pipeline '%s'"
                    .formatted(name(price.group(1)), price.group(2));
            return new NodeEvent.Failed(Cause.PRICE_MISSING, price.group(2), price.group(1), words);
        }
        Matcher both = WARM_AND_COLD.matcher(message);
        if (both.lookingAt()) {
            String words = "panic: Cannot have same model_id (%s) as cold and warm".formatted(name(both.group(1)));
            return new NodeEvent.Failed(Cause.PANIC, null, both.group(1), words);
        }
        String words = startOf(PANICS, message).orElse("panic: (one Warmplan does not know)");
        return new NodeEvent.Failed(Cause.PANIC, null, null, words);
    }

    private static Optional<NodeEvent> findImage(String message) {
        Matcher pulling = PULLING.matcher(message);
        if (pulling.lookingAt()) {
            return Optional.of(new NodeEvent.PullingImage(pulling.group(1), name(pulling.group(2))));
        }
        Matcher progress = PULL_PROGRESS.matcher(message);
        if (progress.lookingAt()) {
            return Optional.of(new NodeEvent.PullProgress(progress.group(1) + ": " + progress.group(2)));
        }
        Matcher unavailable = IMAGE_UNAVAILABLE.matcher(message);
        return unavailable.lookingAt()
                ? Optional.of(new NodeEvent.ImageUnavailable(unavailable.group(1), Reason.of(unavailable.group(2))))
                : Optional.empty();
    }

    /** D:398-723; C:101. */
    private static Optional<NodeEvent> findContainer(String message) {
        if (message.startsWith("Started runner with version ") // C:101
                || message.startsWith("Error getting runner version ") // C:95, after it was ready
                || message.startsWith("HTTP Status error getting runner version ")) { // C:97
            return Optional.of(new NodeEvent.Answered());
        }
        if (message.startsWith("Starting managed container ")) { // D:398
            String name = attribute(message, "name");
            return name.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new NodeEvent.Starting(
                            attribute(message, "gpu"), name, Attributes.value(message, "modelID")));
        }
        if (message.startsWith("Removing managed container ")) { // D:564
            String name = attribute(message, "name");
            return name.isEmpty() ? Optional.empty() : Optional.of(new NodeEvent.Removing(name));
        }
        String container = message.contains(" container=") ? attribute(message, "container") : "";
        return container.isEmpty() ? Optional.empty() : findWatched(message, container);
    }

    private static Optional<NodeEvent> findWatched(String message, String container) {
        NodeEvent event = null;
        if (message.startsWith("Watching container ")) { // D:604
            event = new NodeEvent.Watching(container);
        } else if (message.startsWith("Warm container started on loading state")) { // D:513
            event = new NodeEvent.Loading(container, true);
        } else if (message.startsWith("Container is loading, removing from pool ")) { // D:693
            event = new NodeEvent.Loading(container, false);
        } else if (message.startsWith("Container is idle, returning to pool ")) { // D:680
            event = new NodeEvent.Idle(container);
        } else if (message.startsWith("Container is loading for too long ")) { // D:702
            event = new NodeEvent.Failing(container, Cause.LOAD_TOO_LONG, "Container is loading for too long");
        } else if (message.startsWith("Container returned ERROR state, restarting immediately ")) { // D:707
            event = new NodeEvent.Failing(container, Cause.RUNNER_ERROR, "Container returned ERROR state");
        } else if (message.startsWith("Container health check failed too many times ")) { // D:616
            event = new NodeEvent.Failing(
                    container, Cause.RUNNER_ERROR, "Container health check failed too many times");
        } else if (message.startsWith("Container was kept warm, restarting ")) { // D:619
            event = new NodeEvent.Restarting(container);
        } else if (message.startsWith("Error restarting warm container ")) { // D:622
            event = new NodeEvent.RestartFailed(container, Reason.of(Attributes.value(message, "error")));
        } else if (message.startsWith("Docker manager context is done, stopping container ")) { // D:609
            event = new NodeEvent.Ended("Docker manager context is done, stopping container");
        }
        return Optional.ofNullable(event);
    }

    private static Optional<String> startOf(List<String> starts, String message) {
        return starts.stream().filter(message::startsWith).findFirst().map(String::strip);
    }

    private static String attribute(String message, String key) {
        return name(Attributes.value(message, key));
    }

    /** A name as it may be shown. */
    private static String name(String written) {
        return Visible.brief(written, MAX_NAME);
    }
}
