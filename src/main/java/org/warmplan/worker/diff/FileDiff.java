package org.warmplan.worker.diff;

import java.util.List;
import java.util.stream.IntStream;
import org.warmplan.worker.AiModelsFile;
import org.warmplan.worker.WorkerSetup;

/**
 * Everything that another aiModels.json changes.
 *
 * @param changes how the start goes, then containers by slot, then all else by pipeline and model; empty when the files
 *     are alike but for white space
 */
public record FileDiff(List<FileChange> changes) {
    /** More than any process of ours has, and few enough to count. */
    private static final int MOST_SLOTS = 1_000;

    public FileDiff {
        changes = List.copyOf(changes);
    }

    /** Compares two files of one process that starts in the same way with both. */
    public static FileDiff between(AiModelsFile before, AiModelsFile after, WorkerSetup setup) {
        return between(before, setup, after, setup);
    }

    /** Compares two files of one process whose order of devices may change too. */
    public static FileDiff between(
            AiModelsFile before, WorkerSetup setupBefore, AiModelsFile after, WorkerSetup setupAfter) {
        return new FileDiff(new DiffRun(before, setupBefore, after, setupAfter).changes());
    }

    /** A combined process with a slot for each warm container of either file, one to a device, for want of a fleet. */
    public static WorkerSetup roomFor(AiModelsFile before, AiModelsFile after) {
        long most = Math.max(SlotChanges.containers(before.entries()), SlotChanges.containers(after.entries()));
        List<String> devices = IntStream.range(0, (int) Math.min(most, MOST_SLOTS))
                .mapToObj(Integer::toString)
                .toList();
        return WorkerSetup.combined(devices, 1).trusted();
    }

    /** Whether anything but the spelling differs. */
    public boolean changesAnything() {
        return changes.stream().anyMatch(FileChange::counts);
    }

    /** The changes as sentences, in their order. */
    public List<String> sentences(SlotNames slots) {
        return changes.stream().map(change -> change.sentence(slots)).toList();
    }
}
