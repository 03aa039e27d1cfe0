package org.warmplan.worker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deals the containers of one workload out to the entries it has today. */
final class Replicas {
    /**
     * An entry with its containers.
     *
     * @param entry the one to write again; null to write a new one
     */
    record Share(@Nullable AiModel entry, long containers) {}

    private final List<AiModel> chosen;
    private final Deque<AiModel> queue;
    private long left;

    private Replicas(List<AiModel> chosen, long containers) {
        this.chosen = chosen;
        this.queue = new ArrayDeque<>(chosen);
        this.left = containers;
    }

    /**
     * Chooses which entries live on, at most one per container and in file order. Of prices for the same gateways the
     * last in the file counts, so the last entry for every gateway is always among them.
     *
     * @param entries the managed entries of the workload, in file order
     * @param containers how many there will be, at least 1
     */
    static Replicas of(List<AiModel> entries, int containers) {
        AiModel priced = entries.stream()
                .filter(AiModel::isForEveryGateway)
                .reduce((first, second) -> second)
                .orElse(null);
        List<AiModel> chosen = new ArrayList<>();
        int room = containers - (priced == null ? 0 : 1);
        for (AiModel entry : entries) {
            if (entry.equals(priced)) {
                chosen.add(entry);
            } else if (room > 0) {
                chosen.add(entry);
                room--;
            }
        }
        return new Replicas(chosen, containers);
    }

    List<AiModel> chosen() {
        return List.copyOf(chosen);
    }

    /**
     * The entries for the next {@code length} containers in a row. Each entry keeps as many containers as it has today
     * if it can; what is left over goes to the last one of the row, or to a copy of the last entry of all.
     */
    List<Share> take(long length) {
        List<Share> shares = new ArrayList<>();
        long open = length;
        while (open > 0 && !queue.isEmpty()) {
            AiModel entry = queue.remove();
            // Every entry still to come gets a container too.
            long most = Math.min(open, left - queue.size());
            long containers = Math.min(Math.max(1, entry.containersIfWarm()), most);
            shares.add(new Share(entry, containers));
            open -= containers;
            left -= containers;
        }
        if (open > 0) {
            Share last = shares.isEmpty() ? new Share(lastChosen(), 0) : shares.remove(shares.size() - 1);
            shares.add(new Share(last.entry(), last.containers() + open));
            left -= open;
        }
        return shares;
    }

    private @Nullable AiModel lastChosen() {
        return chosen.isEmpty() ? null : chosen.get(chosen.size() - 1);
    }
}
