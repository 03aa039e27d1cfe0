package org.warmplan.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.InfeasibleException;
import org.warmplan.domain.Workload;
import org.warmplan.explain.Experiments;
import org.warmplan.explain.WorkerPlan;
import org.warmplan.fleet.Flag;
import org.warmplan.fleet.FleetWorker;
import org.warmplan.value.PriceBook;
import org.warmplan.worker.AiModel;
import org.warmplan.worker.AiModelsDraft;
import org.warmplan.worker.AiModelsFile;
import org.warmplan.worker.PriceFileDraft;
import org.warmplan.worker.Startup;
import org.warmplan.worker.Wanted;
import org.warmplan.worker.WorkerSetup;
import org.warmplan.worker.lint.FileLints;
import org.warmplan.worker.lint.Severity;

/**
 * The aiModels.json of every process, before and after, each checked: it starts, and every workload lands on the slot the
 * plan gives it.
 */
final class FileSet {
    private final PriceBook prices;
    private final Experiments experiments;
    private final SortedMap<String, AiModelsFile> before = new TreeMap<>();
    private final SortedMap<String, AiModelsFile> after = new TreeMap<>();
    private final SortedMap<String, List<String>> changes = new TreeMap<>();
    private final DataIssues issues = new DataIssues();

    private FileSet(PriceBook prices, Experiments experiments) {
        this.prices = prices;
        this.experiments = experiments;
    }

    /**
     * Writes all files in memory.
     *
     * @param experiments whose flags the files set or take away
     * @throws org.warmplan.domain.InputException when an entry of a current file is no workload
     * @throws InfeasibleException when an entry the operator has would stop the node, whatever is planned
     * @throws IllegalStateException when a file would not do what the plan says: our fault
     */
    static FileSet of(List<WorkerPlan> plans, FilesInUse current, PriceBook prices, Experiments experiments) {
        FileSet files = new FileSet(prices, experiments);
        for (WorkerPlan plan : plans) {
            files.addWorker(plan, current.of(plan.worker().name()));
        }
        List<WorkerPlan> remote =
                plans.stream().filter(plan -> plan.worker().isRemote()).toList();
        if (!remote.isEmpty()) {
            files.addOrchestrator(current.orchestrator(), remote);
        }
        return files;
    }

    /** What is published, by worker, and under {@link Publication#ORCHESTRATOR} the price file. */
    SortedMap<String, AiModelsFile> after() {
        return after;
    }

    /** What runs now, under the same names. */
    SortedMap<String, AiModelsFile> before() {
        return before;
    }

    /** Sentences on what changes besides what is warm where, under the same names. */
    SortedMap<String, List<String>> changes() {
        return changes;
    }

    DataIssues issues() {
        return issues;
    }

    private void addWorker(WorkerPlan plan, AiModelsFile current) {
        AiModelsDraft draft =
                AiModelsDraft.of(current, wanted(plan, plan.warm()), wanted(plan, plan.cold()), removed(plan, current));
        issues.addAll(draft.issues());
        AiModelsFile published =
                AiModelsFile.read("the new aiModels.json", draft.file().write());
        Startup startup = start(plan.worker(), published, current);
        startup.requirePlacement(plan.warm());
        FileLints.of(published, WorkerSetup.of(plan.worker(), true)).stream()
                .filter(lint -> lint.severity() != Severity.NOTE)
                .forEach(lint -> issues.add(
                        lint.toIssue("aiModels.json of " + plan.worker().name())));
        boolean started =
                Startup.of(current, WorkerSetup.of(plan.worker(), true)).starts();
        add(plan.worker().name(), current, published, FileChanges.between(current, published), started);
    }

    private void add(
            String name, AiModelsFile current, AiModelsFile published, List<String> differences, boolean started) {
        List<String> lines = new ArrayList<>(differences);
        if (!started) {
            lines.add("lets go-livepeer start, where the one you have would stop it");
        }
        before.put(name, current);
        after.put(name, published);
        changes.put(name, lines);
    }

    private static Startup start(FleetWorker worker, AiModelsFile published, AiModelsFile current) {
        return require(Startup.of(published, WorkerSetup.of(worker, true)), current);
    }

    private static Startup require(Startup startup, AiModelsFile current) {
        if (!startup.starts()) {
            throw new InfeasibleException("An entry that %s has now would stop the node with the new file too: %s"
                    .formatted(current.name(), startup.stops().get(0).explain()));
        }
        return startup;
    }

    /** Remote workers set no prices, so theirs stay as they are and new entries have none. */
    private List<Wanted> wanted(WorkerPlan plan, List<Workload> workloads) {
        SortedMap<Workload, SortedMap<Flag, Boolean>> flags =
                experiments.flagsOf(plan.worker().name());
        return workloads.stream()
                .map(workload -> (plan.worker().isRemote() ? Wanted.unpriced(workload) : priced(workload))
                        .withFlags(flags.getOrDefault(workload, new TreeMap<>())))
                .toList();
    }

    private Wanted priced(Workload workload) {
        return prices.find(workload)
                .map(price -> price.replaces()
                        ? Wanted.at(workload, price.price()).replacing()
                        : Wanted.at(workload, price.price()))
                .orElseGet(() -> Wanted.unpriced(workload));
    }

    /** Managed entries that the plan lists neither warm nor cold. */
    private static Set<Workload> removed(WorkerPlan plan, AiModelsFile current) {
        Set<Workload> removed = new LinkedHashSet<>();
        current.entries().stream()
                .filter(AiModel::isManaged)
                .forEach(entry -> entry.findWorkload().ifPresent(removed::add));
        removed.removeAll(plan.warm());
        removed.removeAll(plan.cold());
        return removed;
    }

    private void addOrchestrator(AiModelsFile current, List<WorkerPlan> remote) {
        Set<Workload> listed = new TreeSet<>();
        remote.forEach(plan -> after.getOrDefault(plan.worker().name(), current)
                .entries()
                .forEach(entry -> entry.findWorkload().ifPresent(listed::add)));
        PriceFileDraft draft =
                PriceFileDraft.of(current, listed.stream().map(this::priced).toList());
        issues.addAll(draft.issues());
        AiModelsFile published =
                AiModelsFile.read("the new aiModels.json", draft.file().write());
        require(Startup.of(published, WorkerSetup.orchestrator(true)), current);
        boolean started = Startup.of(current, WorkerSetup.orchestrator(true)).starts();
        add(Publication.ORCHESTRATOR, current, published, FileChanges.ofPrices(current, published), started);
        reportUnpriced(listed, published);
        reportWarmth(remote);
    }

    private void reportUnpriced(Set<Workload> listed, AiModelsFile published) {
        Set<Workload> priced = published.listedForEveryGateway();
        for (Workload workload : listed) {
            if (!priced.contains(workload)) {
                issues.add(new DataIssue(
                        "orchestratorPriceMissing",
                        "orchestrator/aiModels.json",
                        "",
                        workload.id(),
                        "A remote worker lists it, and there is no price for it: go-livepeer then asks its price for"
                                + " transcoding, or nothing. Maybe set one under prices."));
            }
        }
    }

    /** The first worker's flag stands for a model on all of them (go-livepeer core/ai.go:160-167 at 176aa415). */
    private void reportWarmth(List<WorkerPlan> remote) {
        Map<Workload, Boolean> warmth = new LinkedHashMap<>();
        for (WorkerPlan plan : remote) {
            for (AiModel entry : after.getOrDefault(plan.worker().name(), AiModelsFile.none(""))
                    .entries()) {
                Workload workload = entry.findWorkload().orElse(null);
                if (workload != null && warmth.computeIfAbsent(workload, w -> entry.warm()) != entry.warm()) {
                    issues.add(new DataIssue(
                            "warmthDiffers",
                            "aiModels.json of " + plan.worker().name(),
                            entry.path("warm"),
                            workload.id(),
                            "Another remote worker lists it with the other warmth, and the flag of whichever connects"
                                    + " first stands for all. Maybe give the entry with a url the same."));
                }
            }
        }
    }
}
