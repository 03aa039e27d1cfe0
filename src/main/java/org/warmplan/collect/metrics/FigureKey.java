package org.warmplan.collect.metrics;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.warmplan.collect.answer.WorkloadNames;
import org.warmplan.domain.Address;
import org.warmplan.domain.OwnMetric;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;
import org.warmplan.files.SafeUrl;

/** What one figure is about: series that differ in nothing we keep are one figure. */
record FigureKey(String node, OwnMetric.Name name, @Nullable Workload workload, String detail) {
    private static final Set<String> NOT_DETAILS = Set.of("node_id", "node_type", "manifest_id");
    private static final Set<OwnMetric.Name> BY_MANIFEST =
            Set.of(OwnMetric.Name.TICKET_VALUE, OwnMetric.Name.TICKETS, OwnMetric.Name.WINNING_TICKETS);
    private static final Set<OwnMetric.Name> LIVE_CONTAINERS =
            Set.of(OwnMetric.Name.CONTAINERS_IN_USE, OwnMetric.Name.CONTAINERS_IDLE);
    private static final Pattern MANIFEST = Pattern.compile("(\\d{1,4})_(.+)", Pattern.DOTALL);
    private static final int BYOC = 37;
    /** What may stand for itself; anything else is the text of one error, and there is no end to those. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,60}");

    /** Empty for tickets of a container someone brought: they are no workload of ours. */
    static Optional<FigureKey> find(OwnMetric.Name name, Sample sample) {
        SortedMap<String, String> details = details(sample);
        @Nullable Workload workload = null;
        if (BY_MANIFEST.contains(name)) {
            Matcher manifest = MANIFEST.matcher(sample.label("manifest_id"));
            if (manifest.matches() && Integer.parseInt(manifest.group(1)) == BYOC) {
                return Optional.empty();
            }
            workload = manifest.matches() ? findBatch(manifest).orElse(null) : null;
        } else {
            workload = findLabelled(name, sample).orElse(null);
        }
        if (workload != null) {
            details.remove("pipeline");
            details.remove("model_name");
        }
        String detail = details.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
        return Optional.of(new FigureKey(sample.label("node_id"), name, workload, detail));
    }

    /**
     * A batch job's manifest is capability and model ({@code server/ai_http.go:1578} at 176aa415). A live stream begins like
     * that and goes on with a session's id, so none of its tickets are told apart: what one sender paid for streams is one
     * figure, which the many ids of streams do not swell.
     */
    private static Optional<Workload> findBatch(Matcher manifest) {
        return Pipeline.findByCapability(Integer.parseInt(manifest.group(1)))
                .filter(pipeline -> !pipeline.isLive())
                .flatMap(pipeline -> WorkloadNames.findWorkload(pipeline, manifest.group(2)));
    }

    /**
     * By the labels. A gateway's containers have no pipeline: they are those of live video only
     * ({@code discovery/db_discovery.go:515-560} at 176aa415).
     */
    private static Optional<Workload> findLabelled(OwnMetric.Name name, Sample sample) {
        String pipeline = sample.label("pipeline");
        if (pipeline.isEmpty() && LIVE_CONTAINERS.contains(name)) {
            return WorkloadNames.findWorkload(Pipeline.LIVE_VIDEO_TO_VIDEO, sample.label("model_name"));
        }
        return WorkloadNames.findPipeline(pipeline)
                .flatMap(known -> WorkloadNames.findWorkload(known, sample.label("model_name")));
    }

    private static SortedMap<String, String> details(Sample sample) {
        SortedMap<String, String> details = new TreeMap<>();
        for (Map.Entry<String, String> label : sample.labels().entrySet()) {
            if (!NOT_DETAILS.contains(label.getKey()) && !label.getValue().isEmpty()) {
                details.put(label.getKey(), detail(label.getKey(), label.getValue()));
            }
        }
        return details;
    }

    private static String detail(String label, String value) {
        return switch (label) {
            case "sender" -> Address.find(value).map(Address::value).orElse(value.toLowerCase(Locale.ROOT));
            case "error_code" -> CODE.matcher(value).matches() ? value : "other";
            case "orchestrator_uri" -> SafeUrl.of(value);
            default -> value;
        };
    }
}
