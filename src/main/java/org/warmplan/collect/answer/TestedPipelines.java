package org.warmplan.collect.answer;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.TestedWorkload;
import org.warmplan.domain.Workload;

/**
 * What the job tester tests, as {@code /api/pipelines} of the leaderboard lists it, and the explorer after it. One pipeline
 * may be there under a display name and a slug, as the tester's versions disagree; both are one workload here.
 */
public final class TestedPipelines {
    private final Map<Workload, SortedSet<String>> regions = new TreeMap<>();
    private final Set<Name> names = new LinkedHashSet<>();

    /**
     * A workload in the words of the service, to ask it about.
     *
     * @param pipeline as it spells it, like {@code Text to image}
     */
    public record Name(String pipeline, String model) {}

    /**
     * Adds one answer, an object. Nothing tested is a sound answer and an issue.
     *
     * @param url where it came from, to begin a message with
     * @throws InputException when the object is not such an answer
     */
    public void add(Payload answer, String url) {
        Payload pipelines = answer.at("pipelines");
        boolean empty = answer.members().isEmpty();
        if (!pipelines.isArray() && !(pipelines.isAbsent() && (empty || answer.has("pipelines")))) {
            throw new InputException(
                    "%s lists no pipelines. Maybe it is no leaderboard, or its format has changed.".formatted(url));
        }
        List<Payload> rows = answer.objects("pipelines");
        if (rows.isEmpty()) {
            pipelines.odd("nothingTested", url, "The tester says that it has tested nothing lately.");
        }
        rows.forEach(this::addPipeline);
    }

    /** What is tested, ordered by workload; each once, with the regions of all its spellings. */
    public List<TestedWorkload> workloads(Instant seenAt) {
        return regions.entrySet().stream()
                .map(entry -> new TestedWorkload(seenAt, entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    /** The same in the service's words, in its order; a workload it spells in two ways is here twice. */
    public List<Name> names() {
        return List.copyOf(names);
    }

    private void addPipeline(Payload row) {
        String name = row.text("id");
        Optional<Pipeline> pipeline = WorkloadNames.findPipeline(name);
        if (pipeline.isEmpty()) {
            row.at("id").odd("pipelineUnknown", "Tests of what is no AI pipeline of ours were left out.");
            return;
        }
        List<String> from = row.texts("regions").stream()
                .flatMap(region -> RegionNames.find(region, row.at("regions")).stream())
                .toList();
        for (String model : row.texts("models")) {
            Optional<Workload> workload = WorkloadNames.findWorkload(pipeline.get(), model);
            if (workload.isEmpty()) {
                row.at("models").odd("modelIdInvalid", model, "A model id that no model can have was left out.");
            } else {
                names.add(new Name(name, model));
                regions.computeIfAbsent(workload.get(), w -> new TreeSet<>()).addAll(from);
            }
        }
    }
}
