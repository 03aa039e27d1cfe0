package org.warmplan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.warmplan.files.Schema;
import org.warmplan.files.SpelledJson;
import org.warmplan.worker.AiModelsFile;
import org.warmplan.worker.diff.FilePatch;

/**
 * diff.json, version 1: for each published aiModels.json, by the name of who runs it, an RFC 6902 JSON Patch that turns
 * the file in use into it. Both stand without their secrets.
 */
final class DiffJson {
    private DiffJson() {}

    /**
     * The file's text.
     *
     * @param current the files in use; who has none starts from an empty list
     */
    static String write(SortedMap<String, AiModelsFile> current, SortedMap<String, AiModelsFile> published) {
        List<SpelledJson.Member> patches = new ArrayList<>();
        published.forEach((name, file) -> {
            AiModelsFile before = current.getOrDefault(name, AiModelsFile.none(name));
            patches.add(new SpelledJson.Member(name, FilePatch.between(before, file)));
        });
        SpelledJson diff = new SpelledJson.Members(patches);
        Schema.named("diff").require("diff.json", diff);
        return diff.write();
    }
}
