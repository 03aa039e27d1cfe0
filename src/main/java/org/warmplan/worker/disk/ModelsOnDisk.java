package org.warmplan.worker.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.warmplan.domain.Workload;

/**
 * Looks into the folder that go-livepeer mounts into every runner at {@code /models}, the one of {@code -aiModelsDir}
 * ({@code ai/worker/docker.go:32, 441-447} at 176aa415).
 */
public final class ModelsOnDisk {
    /** How many files and folders of a workload are looked at. */
    public static final int MOST_FILES = 20_000;

    private ModelsOnDisk() {}

    /**
     * Whether a workload's weights are there, by names and sizes; whether they are the right ones only loading tells. A
     * model id never leads out of the folder, and folders of other models are not opened.
     */
    public static OnDisk look(Path modelsDir, Workload workload) {
        return look(modelsDir, workload, MOST_FILES);
    }

    static OnDisk look(Path modelsDir, Workload workload, int mostFiles) {
        RunnerNeeds needs = RunnerNeeds.of(workload);
        if (needs instanceof RunnerNeeds.Unknown unknown) {
            return new OnDisk.NotLookedAt(unknown.why(), workload.modelId());
        }
        if (!Files.isDirectory(modelsDir)) {
            return new OnDisk.NotLookedAt(OnDisk.Why.NO_FOLDER, modelsDir.toString());
        }
        RunnerNeeds.Folders folders = (RunnerNeeds.Folders) needs;
        try {
            return answer(seen(new ModelsFolder(modelsDir.toRealPath(), mostFiles), folders), folders.fetchesMissing());
        } catch (TooManyFilesException e) {
            return new OnDisk.NotLookedAt(OnDisk.Why.TOO_MANY_FILES, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new OnDisk.NotLookedAt(OnDisk.Why.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private static List<SeenFolder> seen(ModelsFolder models, RunnerNeeds.Folders wanted) throws IOException {
        List<SeenFolder> seen = new ArrayList<>();
        for (RunnerFolder folder : wanted.folders()) {
            seen.add(new FolderLook(models, folder).look());
        }
        return seen;
    }

    private static OnDisk answer(List<SeenFolder> folders, boolean fetchesMissing) {
        long bytes = folders.stream().mapToLong(SeenFolder::bytes).sum();
        if (folders.stream().allMatch(SeenFolder::isComplete)) {
            return new OnDisk.Complete(bytes, folders);
        }
        return folders.get(0).state() == SeenFolder.State.ABSENT
                ? new OnDisk.Absent(folders, fetchesMissing)
                : new OnDisk.Incomplete(bytes, folders, fetchesMissing);
    }

    /** Bytes that may still be written where a folder lies; empty when the folder is missing or nobody says. */
    public static OptionalLong findSpaceLeft(Path folder) {
        try {
            return OptionalLong.of(Math.max(0, Files.getFileStore(folder).getUsableSpace()));
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
