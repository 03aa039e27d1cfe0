package org.warmplan.worker.watch;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.warmplan.files.Visible;

/**
 * The lines of ai-runner, and of the libraries in it, that tell whether it loads, is up, or why not. Places are those of
 * {@code runner/src/runner} in ai-runner at 50a742ce. An exception's last line is told from a line that merely repeats such
 * words, as a prompt could, by the class name it begins with.
 */
final class RunnerLines {
    /** A cause and the parts of an exception's text that tell of it. */
    private record Told(Cause cause, List<String> parts) {}

    private static final int MAX_NAME = 160;

    /** {@code app.py:127}. */
    private static final Pattern UP = Pattern.compile("Started up with pipeline=(\\w{1,80}) model_id=(\\S{1,500})");

    /** {@code live/process/status.py:66}; what follows holds the stream's parameters, a prompt among them. */
    private static final Pattern LIVE =
            Pattern.compile("Pipeline state changed\\. old_state=[A-Z_]{1,30} new_state=([A-Z_]{1,30}) ");

    /** {@code pipelines/text_to_image.py:74} and those like it. */
    private static final Pattern VARIANT = Pattern.compile("\\w{1,60}Pipeline loading fp16 variant for (\\S{1,500})");

    /** Progress bars of diffusers, transformers and vLLM while weights go to the card. */
    private static final Pattern WEIGHTS = Pattern.compile(
            "(Loading (?:pipeline components|(?:safetensors )?checkpoint shards))(?:\\.\\.\\.)?: {1,5}(\\d{1,3})%");

    /** Progress bars of huggingface_hub: of all files, or of one. */
    private static final Pattern FETCHING = Pattern.compile("Fetching \\d{1,6} files: {1,5}(\\d{1,3})%\\|");

    private static final Pattern FILE = Pattern.compile(
            "(?:Downloading )?(?:shards|\\S{0,300}\\.(?:safetensors|bin|json|txt|model|onnx|engine|pt|pth|ckpt|gguf)[\\w().…]{0,80}): {1,5}(\\d{1,3})%\\|");

    private static final Pattern EXCEPTION = Pattern.compile(
            "(?:[A-Z]{4,8} \\d\\d-\\d\\d [\\d:]{8} .{0,40}\\] )?(?:\\([\\w =-]{1,60}\\) )?([A-Za-z_][\\w.]{0,160}(?:Error|Exception))(?:: |$)");

    /** {@code routes/text_to_image.py:204} and those like it. */
    private static final Pattern ROUTE = Pattern.compile("[\\w -]{1,60} error: ");

    private static final Pattern TRIED = Pattern.compile("Tried to allocate [\\d.]{1,12} [KMG]iB");

    private static final List<Told> TOLD = List.of(
            new Told(
                    Cause.OUT_OF_MEMORY,
                    List.of(
                            "CUDA out of memory",
                            "CUDA error: out of memory",
                            "OutOfMemoryError",
                            "No available memory for the cache blocks",
                            "less than desired GPU memory utilization")),
            new Told(Cause.CARD_NOT_SUPPORTED, List.of("no kernel image is available for execution on the device")),
            new Told(
                    Cause.NO_GPU,
                    List.of(
                            "No CUDA GPUs are available",
                            "Found no NVIDIA driver on your system",
                            "CUDA driver version is insufficient")),
            new Told(Cause.DISK_FULL, List.of("No space left on device")),
            new Told(
                    Cause.MODEL_FILES_MISSING,
                    List.of(
                            "Could not find model files for", // pipelines/llm.py:71
                            "GatedRepoError",
                            "RepositoryNotFoundError",
                            "LocalEntryNotFoundError",
                            "EntryNotFoundError",
                            "is not a local folder and is not a valid model identifier",
                            "does not appear to have a file named",
                            "Error no file named",
                            "Cannot find an appropriate cached snapshot",
                            "We couldn't connect to 'https://huggingface.co'",
                            "outgoing traffic has been disabled",
                            "401 Client Error",
                            "403 Client Error")));

    private RunnerLines() {}

    static Optional<RunnerEvent> find(LogLine line) {
        if (line.writer() == LogLine.Writer.NODE || line.message().isEmpty()) {
            return Optional.empty();
        }
        String message = line.message();
        return line.writer() == LogLine.Writer.RUNNER
                ? findStage(message).or(() -> findFailure(message))
                : findProgress(message).or(() -> findException(message));
    }

    private static Optional<RunnerEvent> findStage(String message) {
        if (message.startsWith("Runner version: ")) { // app.py:112
            return Optional.of(new RunnerEvent.Starting());
        }
        if (message.equals("Shutting down")) { // app.py:131
            return Optional.of(new RunnerEvent.Stopped());
        }
        if (message.startsWith("Initializing LLM pipeline")) { // pipelines/llm.py:60
            return Optional.of(new RunnerEvent.Loading("", "Initializing LLM pipeline"));
        }
        Matcher up = UP.matcher(message);
        if (up.lookingAt()) {
            return Optional.of(new RunnerEvent.Up(up.group(1), Visible.brief(up.group(2), MAX_NAME)));
        }
        Matcher live = LIVE.matcher(message);
        if (live.lookingAt()) {
            return Optional.of(new RunnerEvent.Live(live.group(1)));
        }
        Matcher variant = VARIANT.matcher(message);
        return variant.lookingAt()
                ? Optional.of(
                        new RunnerEvent.Loading(Visible.brief(variant.group(1), MAX_NAME), "loading fp16 variant"))
                : Optional.empty();
    }

    private static Optional<RunnerEvent> findFailure(String message) {
        if (message.startsWith("Pipeline loading timed out after 180s")) { // live/process/process_guardian.py:176
            return failed(Cause.LOAD_TOO_LONG, "Pipeline loading timed out after 180s");
        }
        for (String words : List.of(
                "Application startup failed. Exiting.", // uvicorn
                "infer.py process has crashed more than 3 times. Exiting.", // pipelines/live_video_to_video.py:163
                "[HEALTHCHECK] Infer process is not running", // pipelines/live_video_to_video.py:80
                "Error in parallelism configuration")) { // pipelines/llm.py:124
            if (message.startsWith(words)) {
                return failed(Cause.RUNNER_ERROR, words);
            }
        }
        return ROUTE.matcher(message).lookingAt() ? findTold(message) : Optional.empty();
    }

    private static Optional<RunnerEvent> findProgress(String message) {
        if (message.indexOf('%') < 0) {
            return Optional.empty();
        }
        Matcher weights = WEIGHTS.matcher(message);
        if (weights.lookingAt()) {
            return Optional.of(new RunnerEvent.Loading("", "%s: %s%%".formatted(weights.group(1), weights.group(2))));
        }
        Matcher fetching = FETCHING.matcher(message);
        if (fetching.lookingAt()) {
            return Optional.of(download("Fetching files", fetching.group(1)));
        }
        Matcher file = FILE.matcher(message);
        return file.lookingAt() ? Optional.of(download("Downloading a file", file.group(1))) : Optional.empty();
    }

    private static RunnerEvent download(String what, String percent) {
        String words = "%s: %s%%".formatted(what, percent);
        return percent.equals("100") ? new RunnerEvent.Loading("", words) : new RunnerEvent.Downloading(words);
    }

    private static Optional<RunnerEvent> findException(String message) {
        Matcher exception = EXCEPTION.matcher(message);
        if (!exception.lookingAt()) {
            return Optional.empty();
        }
        return findTold(message)
                .or(() -> failed(Cause.RUNNER_ERROR, "the exception " + Visible.brief(exception.group(1), MAX_NAME)));
    }

    private static Optional<RunnerEvent> findTold(String message) {
        for (Told told : TOLD) {
            for (String part : told.parts) {
                if (message.contains(part)) {
                    Matcher tried = TRIED.matcher(message);
                    return failed(told.cause, tried.find() ? part + ". " + tried.group() : part);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<RunnerEvent> failed(Cause cause, String words) {
        return Optional.of(new RunnerEvent.Failed(cause, words));
    }
}
