package org.warmplan.worker.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.warmplan.worker.AiModel;

/**
 * The entries of one pipeline and model in two files, each used once: those that go on, as pairs, and those that come or
 * go. An entry with a url never goes on as one without.
 */
final class EntryPairs {
    private final List<Pair> pairs = new ArrayList<>();
    private List<AiModel> gone;
    private List<AiModel> come;

    /** One entry, before and after. */
    record Pair(AiModel before, AiModel after) {
        boolean isSpelledAlike() {
            return before.raw().equals(after.raw());
        }

        boolean meansTheSame() {
            return SameMeaning.of(before).equals(SameMeaning.of(after));
        }
    }

    private EntryPairs(List<AiModel> gone, List<AiModel> come) {
        this.gone = gone;
        this.come = come;
    }

    /** Pairs what is spelled alike first, then what means the same, then what is most alike in what tells entries apart. */
    static EntryPairs of(List<AiModel> before, List<AiModel> after) {
        EntryPairs pairs = new EntryPairs(before, after);
        pairs.pair(AiModel::raw);
        pairs.pair(SameMeaning::of);
        pairs.pair(entry -> List.of(SameMeaning.gateway(entry), entry.url(), entry.warm()));
        pairs.pair(entry -> List.of(SameMeaning.gateway(entry), entry.url()));
        pairs.pair(AiModel::isManaged);
        return pairs;
    }

    List<Pair> pairs() {
        return List.copyOf(pairs);
    }

    /** Entries only the file before has, in its order. */
    List<AiModel> gone() {
        return List.copyOf(gone);
    }

    /** Entries only the file after has, in its order. */
    List<AiModel> come() {
        return List.copyOf(come);
    }

    private void pair(Function<AiModel, Object> key) {
        Map<Object, Deque<AiModel>> free = new HashMap<>();
        come.forEach(entry ->
                free.computeIfAbsent(key.apply(entry), k -> new ArrayDeque<>()).add(entry));
        List<AiModel> still = new ArrayList<>();
        for (AiModel entry : gone) {
            Deque<AiModel> found = free.get(key.apply(entry));
            if (found == null || found.isEmpty()) {
                still.add(entry);
            } else {
                pairs.add(new Pair(entry, found.remove()));
            }
        }
        gone = still;
        come = free.values().stream()
                .flatMap(Deque::stream)
                .sorted(Comparator.comparingInt(AiModel::index))
                .toList();
    }
}
