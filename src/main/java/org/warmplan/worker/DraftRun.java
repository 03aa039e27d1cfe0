package org.warmplan.worker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.Workload;
import org.warmplan.files.SpelledJson;

/** Writes one draft, entry by entry. */
final class DraftRun {
    private final AiModelsFile current;
    private final List<Wanted> warm;
    private final List<Wanted> cold;
    private final Map<Workload, List<AiModel>> managed = new HashMap<>();
    private final EntrySpelling spelling;
    private final List<SpelledJson> written = new ArrayList<>();
    private final List<DataIssue> issues = new ArrayList<>();

    DraftRun(AiModelsFile current, List<Wanted> warm, List<Wanted> cold) {
        this.current = current;
        this.warm = warm;
        this.cold = cold;
        this.spelling = new EntrySpelling(current.name());
        for (AiModel entry : current.entries()) {
            entry.findWorkload()
                    .filter(w -> entry.isManaged())
                    .ifPresent(w ->
                            managed.computeIfAbsent(w, k -> new ArrayList<>()).add(entry));
        }
    }

    AiModelsDraft run() {
        writeWarm();
        writeCold();
        current.entries().stream()
                .filter(entry -> !entry.isManaged())
                .map(AiModel::raw)
                .forEach(written::add);
        issues.addAll(spelling.issues());
        return new AiModelsDraft(AiModelsFile.of(current.name(), written), issues);
    }

    private void writeWarm() {
        Map<Workload, Replicas> replicas = new HashMap<>();
        int from = 0;
        while (from < warm.size()) {
            Wanted wanted = warm.get(from);
            int length = wanted.workload().pipeline().isLive() ? runLength(from) : 1;
            for (Replicas.Share share :
                    replicas.computeIfAbsent(wanted.workload(), this::replicas).take(length)) {
                written.add(spelling.warm(wanted, share.entry(), share.containers()));
            }
            from += length;
        }
    }

    private Replicas replicas(Workload workload) {
        List<AiModel> entries = managed.getOrDefault(workload, List.of());
        int containers =
                (int) warm.stream().filter(w -> w.workload().equals(workload)).count();
        Replicas replicas = Replicas.of(entries, containers);
        // On a remote worker nothing is priced, so no price is lost.
        if (warm.stream()
                .anyMatch(w -> w.workload().equals(workload) && w.findPrice().isPresent())) {
            reportDroppedPrices(entries, replicas.chosen());
        }
        return replicas;
    }

    private void reportDroppedPrices(List<AiModel> entries, List<AiModel> chosen) {
        Set<String> gateways = new HashSet<>();
        chosen.forEach(entry -> gateways.add(entry.gateway()));
        for (AiModel entry : entries) {
            if (!entry.isForEveryGateway() && gateways.add(entry.gateway())) {
                issues.add(new DataIssue(
                        "gatewayPriceDropped",
                        current.name(),
                        entry.path(GoField.GATEWAY.key()),
                        entry.gateway(),
                        "no slot is left for the entry with this gateway's own price, so it pays the price for all"));
            }
        }
    }

    /** How many slots from here on hold the same workload. */
    private int runLength(int from) {
        Workload workload = warm.get(from).workload();
        int to = from + 1;
        while (to < warm.size() && warm.get(to).workload().equals(workload)) {
            to++;
        }
        return to - from;
    }

    private void writeCold() {
        Map<Workload, Wanted> wishes = new HashMap<>();
        cold.forEach(w -> wishes.put(w.workload(), w));
        for (AiModel entry : current.entries()) {
            Wanted wanted = entry.findWorkload()
                    .filter(w -> entry.isManaged())
                    .map(wishes::get)
                    .orElse(null);
            if (wanted != null && staysWhenCold(entry, wanted.workload())) {
                written.add(spelling.cold(wanted, entry));
            }
        }
        for (Wanted wanted : cold) {
            if (!managed.containsKey(wanted.workload())) {
                written.add(spelling.cold(wanted, null));
            }
        }
    }

    /**
     * Entries that were cold all stay. Of those that were warm, replicas mean nothing any more: the last for each
     * gateway stays, because its price is the one that counts.
     */
    private boolean staysWhenCold(AiModel entry, Workload workload) {
        List<AiModel> entries = managed.getOrDefault(workload, List.of());
        return entries.stream().noneMatch(AiModel::warm)
                || entries.stream().noneMatch(other -> other.index() > entry.index() && sameGateway(other, entry));
    }

    private static boolean sameGateway(AiModel one, AiModel other) {
        return one.isForEveryGateway()
                ? other.isForEveryGateway()
                : one.gateway().equals(other.gateway());
    }
}
