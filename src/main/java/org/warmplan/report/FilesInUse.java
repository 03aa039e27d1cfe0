package org.warmplan.report;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.warmplan.worker.AiModelsFile;

/**
 * The aiModels.json files that run now.
 *
 * @param byWorker the file of each worker; who has none may be left out
 * @param orchestrator the price file of the remote workers' orchestrator; empty when there is none
 * @param sha256 of each file's bytes, by worker and under {@link Publication#ORCHESTRATOR}; who has no file is left out
 */
public record FilesInUse(
        SortedMap<String, AiModelsFile> byWorker, AiModelsFile orchestrator, SortedMap<String, String> sha256) {
    public FilesInUse {
        byWorker = Collections.unmodifiableSortedMap(new TreeMap<>(byWorker));
        sha256 = Collections.unmodifiableSortedMap(new TreeMap<>(sha256));
    }

    AiModelsFile of(String worker) {
        return byWorker.getOrDefault(worker, AiModelsFile.none(worker));
    }

    @Nullable
    String sha256Of(String name) {
        return ((Map<String, String>) sha256).get(name);
    }
}
