package org.warmplan.worker.diff;

import java.util.ArrayList;
import java.util.List;
import org.warmplan.files.JsonDiff;
import org.warmplan.files.JsonDiff.Named;
import org.warmplan.files.SafeUrl;
import org.warmplan.files.SpelledJson;
import org.warmplan.worker.AiModel;
import org.warmplan.worker.AiModelsFile;

/**
 * An RFC 6902 JSON Patch that turns one aiModels.json into another, both without their secrets. An entry that changed is
 * found again by its pipeline, model, gateway and url, else by pipeline and model.
 */
public final class FilePatch {
    private FilePatch() {}

    /** The operations, in their order; none when nothing that may be shown differs. */
    public static SpelledJson.Items between(AiModelsFile before, AiModelsFile after) {
        return JsonDiff.between(named(before), named(after));
    }

    private static List<Named> named(AiModelsFile file) {
        List<Named> named = new ArrayList<>();
        if (SpelledJson.read(file.name(), file.redacted()) instanceof SpelledJson.Items list) {
            for (AiModel entry : file.entries()) {
                named.add(new Named(list.items().get(entry.index()), names(entry)));
            }
        }
        return named;
    }

    private static List<String> names(AiModel entry) {
        String workload = entry.pipeline() + "\n" + entry.modelId();
        String gateway = entry.isForEveryGateway() ? "" : entry.gateway();
        return List.of(workload + "\n" + gateway + "\n" + SafeUrl.bare(entry.url()), workload);
    }
}
