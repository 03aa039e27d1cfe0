package org.warmplan.worker.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.warmplan.files.SpelledJson;
import org.warmplan.files.Visible;
import org.warmplan.fleet.Role;
import org.warmplan.worker.AiModel;
import org.warmplan.worker.AiModelsFile;
import org.warmplan.worker.Startup;
import org.warmplan.worker.WorkerSetup;

/** One comparison of two files. */
final class DiffRun {
    private static final int LONGEST_LABEL = 300;
    private static final FileChange RESPELLED = new FileChange.Respelled();

    private final AiModelsFile before;
    private final AiModelsFile after;
    private final Startup old;
    private final Startup now;
    private final WorkerSetup setup;
    private final List<FileChange> landings = new ArrayList<>();
    private final List<FileChange> others = new ArrayList<>();

    DiffRun(AiModelsFile before, WorkerSetup setupBefore, AiModelsFile after, WorkerSetup setupAfter) {
        this.before = before;
        this.after = after;
        this.old = Startup.of(before, setupBefore);
        this.now = Startup.of(after, setupAfter);
        this.setup = setupAfter;
    }

    List<FileChange> changes() {
        Map<String, List<AiModel>> was = byLabel(before);
        Map<String, List<AiModel>> is = byLabel(after);
        Set<String> labels = new TreeSet<>(was.keySet());
        labels.addAll(is.keySet());
        SlotChanges slots = new SlotChanges(old, now);
        labels.forEach(
                label -> compare(label, was.getOrDefault(label, List.of()), is.getOrDefault(label, List.of()), slots));
        landings.sort(SlotChanges.BY_SLOT);
        boolean respelled = others.removeIf(RESPELLED::equals);
        List<FileChange> changes = starts();
        changes.addAll(landings);
        changes.addAll(others);
        if (changes.isEmpty() && !meanings(before).equals(meanings(after))) {
            changes.add(new FileChange.Reordered());
        }
        // Entries that mean the same may also have changed places.
        if (respelled || (changes.isEmpty() && !spellings(before).equals(spellings(after)))) {
            changes.add(RESPELLED);
        }
        return changes;
    }

    private void compare(String label, List<AiModel> was, List<AiModel> is, SlotChanges slots) {
        String shown = Visible.brief(label, LONGEST_LABEL);
        boolean isWorker = setup.role() != Role.ORCHESTRATOR;
        List<FileChange> landing = isWorker ? slots.of(label, shown, was, is) : List.of();
        List<FileChange> entries = EntryChanges.of(shown, was, is, isWorker, setup.onchain(), landing);
        landings.addAll(landing);
        others.addAll(entries);
        boolean told = entries.stream().anyMatch(change -> change instanceof FileChange.Flagged);
        if (landing.isEmpty() && !told && slots.swaps(label)) {
            landings.add(new FileChange.Swapped(shown));
        }
    }

    private List<FileChange> starts() {
        List<FileChange> changes = new ArrayList<>();
        if (old.starts() != now.starts()) {
            Startup stopped = now.starts() ? old : now;
            String reason = Visible.of(stopped.stops().get(0).explain());
            changes.add(new FileChange.Starts(now.starts(), reason));
        }
        return changes;
    }

    private static Map<String, List<AiModel>> byLabel(AiModelsFile file) {
        return file.entries().stream()
                .collect(Collectors.groupingBy(AiModel::label, TreeMap::new, Collectors.toList()));
    }

    private static List<SpelledJson> spellings(AiModelsFile file) {
        return file.entries().stream().map(AiModel::raw).toList();
    }

    private static List<Object> meanings(AiModelsFile file) {
        return file.entries().stream().map(SameMeaning::of).toList();
    }
}
