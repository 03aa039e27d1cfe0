package org.warmplan.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.Workload;
import org.warmplan.files.SpelledJson;

/**
 * A new aiModels.json for an orchestrator whose workers are all elsewhere. Only prices count in it, those of gateways too
 * (go-livepeer {@code cmd/livepeer/starter/starter.go:1511-1571} at 176aa415), so every entry stays, whatever is planned.
 *
 * @param issues prices that take the place of others, and what else the operator might not expect
 */
public record PriceFileDraft(AiModelsFile file, List<DataIssue> issues) {
    public PriceFileDraft {
        issues = List.copyOf(issues);
    }

    /**
     * Writes the file: the entries of {@code current} in their order, with a price where they had none; then an entry
     * for every workload that has no price for all gateways yet.
     *
     * @param current what the orchestrator reads today; {@link AiModelsFile#none} when there is nothing yet
     * @param listed every workload that some worker lists, each once; those without a price are left out
     */
    public static PriceFileDraft of(AiModelsFile current, List<Wanted> listed) {
        Map<Workload, Wanted> wishes = listed.stream().collect(Collectors.toMap(Wanted::workload, Function.identity()));
        EntrySpelling spelling = new EntrySpelling(current.name());
        Set<Workload> priced = current.listedForEveryGateway();
        List<SpelledJson> written = new ArrayList<>();
        for (AiModel entry : current.entries()) {
            Wanted wanted = entry.findWorkload().map(wishes::get).orElse(null);
            written.add(wanted == null ? entry.raw() : spelling.priced(wanted, entry));
        }
        listed.stream()
                .filter(wanted -> !priced.contains(wanted.workload()))
                .filter(wanted -> wanted.findPrice().isPresent())
                .forEach(wanted -> written.add(spelling.priced(wanted)));
        return new PriceFileDraft(AiModelsFile.of(current.name(), written), spelling.issues());
    }
}
