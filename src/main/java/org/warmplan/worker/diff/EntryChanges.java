package org.warmplan.worker.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.warmplan.files.SafeUrl;
import org.warmplan.files.Visible;
import org.warmplan.worker.AiModel;
import org.warmplan.worker.diff.EntryPairs.Pair;

/** What the entries of one pipeline and model say differently, beside where their containers land. */
final class EntryChanges {
    private static final int LONGEST_NAME = 80;
    private static final Set<String> SHOWN_FLAGS = Set.of("SFAST", "DEEPCACHE");

    private final String label;
    private final List<AiModel> was;
    private final List<AiModel> is;
    private final boolean isWorker;
    private final EntryPairs entries;
    private final List<FileChange> landing;
    private final List<FileChange> changes = new ArrayList<>();

    private EntryChanges(
            String label, List<AiModel> was, List<AiModel> is, boolean isWorker, List<FileChange> landing) {
        this.label = label;
        this.was = was;
        this.is = is;
        this.isWorker = isWorker;
        this.entries = EntryPairs.of(was, is);
        this.landing = landing;
    }

    /**
     * The changes, and {@link FileChange.Respelled} where an entry is only spelled differently.
     *
     * @param label made visible
     * @param isWorker whether the process runs containers
     * @param inForce whether it sets prices
     * @param landing what is told of the containers already
     */
    static List<FileChange> of(
            String label,
            List<AiModel> was,
            List<AiModel> is,
            boolean isWorker,
            boolean inForce,
            List<FileChange> landing) {
        EntryChanges run = new EntryChanges(label, was, is, isWorker, landing);
        run.listing();
        List<FileChange> prices = PriceChanges.of(label, was, is, inForce);
        run.changes.addAll(prices);
        run.entries.come().stream()
                .filter(entry -> !entry.isManaged())
                .forEach(entry -> run.changes.add(new FileChange.Url(label, null, bare(entry))));
        run.entries.gone().stream()
                .filter(entry -> !entry.isManaged())
                .forEach(entry -> run.changes.add(new FileChange.Url(label, bare(entry), null)));
        run.entries.pairs().forEach(pair -> run.pair(pair, !prices.isEmpty()));
        return run.changes;
    }

    private void listing() {
        int before = managed(was);
        int after = managed(is);
        long started = SlotChanges.containers(is) - SlotChanges.containers(was);
        boolean coldNow = after > 0 && is.stream().noneMatch(AiModel::warm);
        if (before > 0 && after == 0 && (!isWorker || SlotChanges.containers(was) == 0)) {
            changes.add(new FileChange.Unlisted(label));
        } else if (before == 0 && coldNow && isWorker) {
            changes.add(new FileChange.ListedCold(label));
        } else if (before != after && after > 0 && (isWorker ? started != after - before : before > 0)) {
            changes.add(new FileChange.Repeated(label, before, after));
        }
    }

    private void pair(Pair pair, boolean repriced) {
        AiModel before = pair.before();
        AiModel after = pair.after();
        if (pair.meansTheSame()) {
            if (!pair.isSpelledAlike()) {
                changes.add(new FileChange.Respelled());
            }
            return;
        }
        warmth(before, after);
        price(before, after, repriced);
        if (!before.url().equals(after.url())) {
            changes.add(new FileChange.Url(label, bare(before), bare(after)));
        }
        if (SameMeaning.capacity(before) != SameMeaning.capacity(after)) {
            changes.add(new FileChange.Capacity(label, SameMeaning.capacity(before), SameMeaning.capacity(after)));
        }
        if (!before.token().equals(after.token())) {
            String how = before.token().isEmpty() ? "is set" : after.token().isEmpty() ? "is taken away" : "changes";
            changes.add(new FileChange.Token(label, how));
        }
        flags(before.optimizationFlags(), after.optimizationFlags());
        unknown(SameMeaning.unknown(before), SameMeaning.unknown(after));
    }

    private void warmth(AiModel before, AiModel after) {
        boolean starts = isWorker && before.containers() + after.containers() > 0;
        if (before.warm() != after.warm() && (!starts || landing.isEmpty())) {
            String why = isWorker
                    ? "so it is advertised as " + (after.warm() ? "warm" : "cold")
                    : "which counts for nothing on an orchestrator without a worker";
            changes.add(new FileChange.Rewritten(label, List.of("warm"), why));
        }
    }

    private void price(AiModel before, AiModel after, boolean repriced) {
        boolean sameGateway = SameMeaning.gateway(before).equals(SameMeaning.gateway(after));
        boolean samePrice = StatedPrice.of(before).equals(StatedPrice.of(after));
        if (!repriced && !(sameGateway && samePrice)) {
            List<String> fields = new ArrayList<>();
            if (!samePrice) {
                fields.add("price_per_unit");
            }
            if (!sameGateway) {
                fields.add("gateway");
            }
            changes.add(new FileChange.Rewritten(label, fields, "while the prices that hold stay"));
        }
        boolean states = after.findPixelsPerUnit().isPresent();
        if (samePrice && states != before.findPixelsPerUnit().isPresent()) {
            changes.add(new FileChange.UnitsStated(label, states));
        }
    }

    private void flags(Map<String, String> before, Map<String, String> after) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            String old = before.get(name);
            String now = after.get(name);
            if (!Objects.equals(old, now)) {
                String how = old == null ? "sets" : now == null ? "takes away" : "changes";
                changes.add(new FileChange.Flagged(label, how, shown(name, now)));
            }
        }
    }

    /** Any environment variable may be a flag, a secret one too, so values are shown of two switches only. */
    private static String shown(String name, @Nullable String value) {
        String switched = value == null ? "" : value.toLowerCase(Locale.ROOT);
        boolean safe = SHOWN_FLAGS.contains(name) && Set.of("true", "false").contains(switched);
        return Visible.brief(name, LONGEST_NAME) + (safe ? " (" + switched + ")" : "");
    }

    private void unknown(Map<String, Object> before, Map<String, Object> after) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        if (!names.isEmpty()) {
            List<String> shown = names.stream()
                    .map(name -> Visible.brief(name, LONGEST_NAME))
                    .toList();
            changes.add(new FileChange.UnknownFields(label, shown));
        }
    }

    private int managed(List<AiModel> entries) {
        return (int)
                entries.stream().filter(entry -> !isWorker || entry.isManaged()).count();
    }

    private static String bare(AiModel entry) {
        return Visible.of(SafeUrl.bare(entry.url()));
    }
}
