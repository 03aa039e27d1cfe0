package org.warmplan.worker.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.warmplan.worker.AiModel;
import org.warmplan.worker.Placement;
import org.warmplan.worker.Slot;
import org.warmplan.worker.Startup;

/** Which containers start on other slots. A slot is the same when card and place on the card are. */
final class SlotChanges {
    /** By the slot a container lands on, else by the one it leaves. */
    static final Comparator<FileChange> BY_SLOT = Comparator.comparingInt(SlotChanges::position);

    private static final long MANY = 1_000_000_000;

    private final Map<String, Map<Seat, Placement>> before;
    private final Map<String, Map<Seat, Placement>> after;

    /** A slot by its card, whatever its number. */
    private record Seat(String device, int container) {}

    SlotChanges(Startup before, Startup after) {
        this.before = byLabel(before);
        this.after = byLabel(after);
    }

    /** What becomes of the containers of one pipeline and model. */
    List<FileChange> of(String label, String shown, List<AiModel> was, List<AiModel> is) {
        Map<Seat, Placement> left = before.getOrDefault(label, Map.of());
        Map<Seat, Placement> taken = after.getOrDefault(label, Map.of());
        List<Slot> from = only(left, taken);
        List<Slot> to = only(taken, left);
        List<FileChange> changes = new ArrayList<>();
        int moved = Math.min(from.size(), to.size());
        for (int i = 0; i < moved; i++) {
            changes.add(new FileChange.Moved(shown, from.get(i), to.get(i)));
        }
        to.subList(moved, to.size()).forEach(slot -> changes.add(new FileChange.Warmed(shown, slot)));
        from.subList(moved, from.size()).forEach(slot -> changes.add(new FileChange.Cooled(shown, slot, then(is))));
        long missedBefore = containers(was) - left.size();
        long missedAfter = containers(is) - taken.size();
        if (missedBefore != missedAfter) {
            changes.add(new FileChange.NeverStarted(shown, missedBefore, missedAfter));
        }
        return changes;
    }

    /** Whether a slot has a container of the same model with other flags. */
    boolean swaps(String label) {
        Map<Seat, Placement> taken = after.getOrDefault(label, Map.of());
        return before.getOrDefault(label, Map.of()).entrySet().stream().anyMatch(seat -> {
            Placement now = taken.get(seat.getKey());
            return now != null
                    && !now.entry()
                            .optimizationFlags()
                            .equals(seat.getValue().entry().optimizationFlags());
        });
    }

    /** How many containers the entries ask for, at most about a thousand million each. */
    static long containers(List<AiModel> entries) {
        return entries.stream()
                .mapToLong(entry -> Math.min(MANY, entry.containers()))
                .sum();
    }

    private static String then(List<AiModel> is) {
        if (is.isEmpty()) {
            return "it is no longer in the file";
        }
        if (is.stream().noneMatch(AiModel::isManaged)) {
            return "only a container with a url serves it";
        }
        return containers(is) == 0 ? "it is cold" : "fewer containers of it are warm";
    }

    private static Map<String, Map<Seat, Placement>> byLabel(Startup startup) {
        Map<String, Map<Seat, Placement>> byLabel = new HashMap<>();
        for (Placement placement : startup.placements()) {
            byLabel.computeIfAbsent(placement.entry().label(), l -> new LinkedHashMap<>())
                    .put(new Seat(placement.slot().device(), placement.slot().container()), placement);
        }
        return byLabel;
    }

    private static List<Slot> only(Map<Seat, Placement> these, Map<Seat, Placement> others) {
        return these.entrySet().stream()
                .filter(seat -> !others.containsKey(seat.getKey()))
                .map(seat -> seat.getValue().slot())
                .toList();
    }

    private static int position(FileChange change) {
        if (change instanceof FileChange.Warmed warmed) {
            return position(warmed.slot());
        }
        if (change instanceof FileChange.Moved moved) {
            return position(moved.to());
        }
        return change instanceof FileChange.Cooled cooled ? position(cooled.slot()) : Integer.MAX_VALUE;
    }

    private static int position(Slot slot) {
        return slot.position();
    }
}
