package org.warmplan.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.Workload;
import org.warmplan.files.Sha256;
import org.warmplan.files.TextFile;
import org.warmplan.fleet.Fleet;
import org.warmplan.fleet.FleetWorker;
import org.warmplan.report.FilesInUse;
import org.warmplan.report.Publication;
import org.warmplan.value.CurrentState;
import org.warmplan.worker.AiModel;
import org.warmplan.worker.AiModelsFile;
import org.warmplan.worker.Placement;
import org.warmplan.worker.Startup;
import org.warmplan.worker.Stop;
import org.warmplan.worker.WorkerSetup;
import org.warmplan.worker.lint.FileLints;

/**
 * The aiModels.json every worker runs now.
 *
 * @param byWorker the file by worker; an empty one where the fleet file names none
 * @param orchestrator the price file of the remote workers' orchestrator; an empty one where the fleet file names none
 * @param sha256 of each file, by worker and under {@link Publication#ORCHESTRATOR}
 */
record CurrentFiles(
        Fleet fleet,
        SortedMap<String, AiModelsFile> byWorker,
        AiModelsFile orchestrator,
        SortedMap<String, String> sha256,
        CurrentState state,
        List<DataIssue> issues) {
    /** The kind of issue that names what stops go-livepeer with the current file. */
    static final String WOULD_NOT_START = "wouldNotStart";

    /**
     * Reads them.
     *
     * @throws org.warmplan.domain.InputException when one is missing, or go-livepeer could not parse it
     */
    static CurrentFiles read(Fleet fleet) {
        SortedMap<String, AiModelsFile> files = new TreeMap<>();
        SortedMap<String, List<Workload>> warm = new TreeMap<>();
        SortedMap<String, List<Workload>> listed = new TreeMap<>();
        SortedMap<String, SortedMap<Workload, Integer>> external = new TreeMap<>();
        SortedMap<String, String> sha256 = new TreeMap<>();
        List<DataIssue> issues = new ArrayList<>();
        for (FleetWorker worker : fleet.workers()) {
            AiModelsFile file = read(worker.aiModels(), worker.name(), worker.name(), sha256);
            files.put(worker.name(), file);
            // The file runs somewhere, so entries without a price are priced by -pricePerUnit there.
            WorkerSetup setup = WorkerSetup.of(worker, true);
            Startup startup = Startup.of(file, setup);
            startup.placements().forEach(p -> stand(worker, p, warm));
            listed.put(worker.name(), listed(file));
            external.put(worker.name(), external(file));
            startup.stops().forEach(stop -> issues.add(wouldStop(file, stop)));
            FileLints.of(file, setup).forEach(lint -> issues.add(lint.toIssue(file.name())));
        }
        AiModelsFile orchestrator =
                read(fleet.orchestratorAiModels(), "the orchestrator", Publication.ORCHESTRATOR, sha256);
        Startup.of(orchestrator, WorkerSetup.orchestrator(true))
                .stops()
                .forEach(stop -> issues.add(wouldStop(orchestrator, stop)));
        return new CurrentFiles(
                fleet, files, orchestrator, sha256, new CurrentState(warm, listed, external), List.copyOf(issues));
    }

    /**
     * The operator's own prices, those in force first: the orchestrator's for remote workers, then those of combined
     * workers. What remote workers' own files say sets no price, but says what the operator has in mind.
     */
    List<FilePrices> prices(BigDecimal usdPerEth) {
        List<FilePrices> prices = new ArrayList<>();
        prices.add(FilePrices.of(orchestrator, "yours, in the orchestrator's aiModels.json", usdPerEth));
        for (boolean remote : List.of(false, true)) {
            for (FleetWorker worker : fleet.workers()) {
                if (worker.isRemote() == remote) {
                    String where = remote
                            ? "yours, in the aiModels.json of %s, where it sets no price".formatted(worker.name())
                            : "yours, in aiModels.json";
                    prices.add(FilePrices.of(ofWorker(worker), where, usdPerEth));
                }
            }
        }
        return prices;
    }

    private AiModelsFile ofWorker(FleetWorker worker) {
        return byWorker.getOrDefault(worker.name(), AiModelsFile.none(worker.name()));
    }

    /** What the new files take the place of. */
    FilesInUse inUse() {
        return new FilesInUse(byWorker, orchestrator, sha256);
    }

    private static AiModelsFile read(@Nullable Path path, String whose, String name, SortedMap<String, String> sha256) {
        if (path == null) {
            return AiModelsFile.none("the aiModels.json of " + whose);
        }
        String text = TextFile.read(path, "The aiModels.json of " + whose);
        sha256.put(name, Sha256.of(text));
        return AiModelsFile.read(path.toString(), text);
    }

    private static void stand(FleetWorker worker, Placement placement, SortedMap<String, List<Workload>> warm) {
        String gpu = CurrentState.gpuId(worker.name(), placement.slot().device());
        placement
                .entry()
                .findWorkload()
                .ifPresent(workload ->
                        warm.computeIfAbsent(gpu, g -> new ArrayList<>()).add(workload));
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
