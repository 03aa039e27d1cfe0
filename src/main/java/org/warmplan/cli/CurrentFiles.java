package org.warmplan.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Workload;
import org.warmplan.files.TextFile;
import org.warmplan.fleet.Fleet;
import org.warmplan.fleet.FleetWorker;
import org.warmplan.value.CurrentState;
import org.warmplan.worker.AiModel;
import org.warmplan.worker.AiModelsFile;
import org.warmplan.worker.Placement;
import org.warmplan.worker.Startup;
import org.warmplan.worker.Stop;
import org.warmplan.worker.WorkerSetup;

/**
 * The aiModels.json every worker runs now.
 *
 * @param byWorker the file by worker; an empty one where the fleet file names none
 */
record CurrentFiles(SortedMap<String, AiModelsFile> byWorker, CurrentState state, List<DataIssue> issues) {
    /** The kind of issue that names what stops go-livepeer with the current file. */
    static final String WOULD_NOT_START = "wouldNotStart";

    /**
     * Reads them.
     *
     * @throws org.warmplan.domain.InputException when one is missing, or go-livepeer could not parse it
     */
    static CurrentFiles read(Fleet fleet) {
        SortedMap<String, AiModelsFile> files = new TreeMap<>();
        SortedMap<String, Workload> warm = new TreeMap<>();
        SortedMap<String, List<Workload>> listed = new TreeMap<>();
        SortedMap<String, SortedMap<Workload, Integer>> external = new TreeMap<>();
        List<DataIssue> issues = new ArrayList<>();
        for (FleetWorker worker : fleet.workers()) {
            AiModelsFile file = read(worker);
            files.put(worker.name(), file);
            // The file runs somewhere, so entries without a price are priced by -pricePerUnit there.
            Startup startup = Startup.of(file, WorkerSetup.of(worker, true));
            startup.placements().forEach(p -> stand(worker, p, warm));
            listed.put(worker.name(), listed(file));
            external.put(worker.name(), external(file));
            startup.stops().forEach(stop -> issues.add(wouldStop(file, stop)));
            issues.addAll(startup.warnings());
        }
        return new CurrentFiles(files, new CurrentState(warm, listed, external), List.copyOf(issues));
    }

    /** The operator's own prices; of several entries for one workload the last wins, as in go-livepeer. */
    SortedMap<Workload, UnitPrice> prices(BigDecimal usdPerEth) {
        SortedMap<Workload, UnitPrice> prices = new TreeMap<>();
        for (AiModelsFile file : byWorker.values()) {
            for (AiModel entry : file.entries()) {
                Optional<UnitPrice> price = entry.findPriceWei(usdPerEth);
                if (entry.isForEveryGateway() && price.isPresent()) {
                    entry.findWorkload().ifPresent(workload -> prices.put(workload, price.get()));
                }
            }
        }
        return prices;
    }

    private static AiModelsFile read(FleetWorker worker) {
        Path path = worker.aiModels();
        return path == null
                ? AiModelsFile.none("the aiModels.json of " + worker.name())
                : AiModelsFile.read(path.toString(), TextFile.read(path, "The aiModels.json of " + worker.name()));
    }

    private static void stand(FleetWorker worker, Placement placement, SortedMap<String, Workload> warm) {
        placement
                .entry()
                .findWorkload()
                .ifPresent(workload -> warm.put(
                        CurrentState.gpuId(worker.name(), placement.slot().device()), workload));
    }

    private static List<Workload> listed(AiModelsFile file) {
        Set<Workload> listed = new LinkedHashSet<>();
        file.entries().stream()
                .filter(AiModel::isManaged)
                .forEach(entry -> entry.findWorkload().ifPresent(listed::add));
        return List.copyOf(listed);
    }

    private static SortedMap<Workload, Integer> external(AiModelsFile file) {
        SortedMap<Workload, Integer> served = new TreeMap<>();
        for (AiModel entry : file.entries()) {
            if (!entry.isManaged()) {
                int capacity = (int) Math.max(1, Math.min(entry.capacity(), 1_000));
                entry.findWorkload().ifPresent(workload -> served.merge(workload, capacity, Integer::sum));
            }
        }
        return served;
    }

    private static DataIssue wouldStop(AiModelsFile file, Stop stop) {
        return new DataIssue(
                WOULD_NOT_START,
                file.name(),
                stop.entry().path(""),
                stop.entry().label(),
                "The current file would not start. " + stop.explain());
    }
}
