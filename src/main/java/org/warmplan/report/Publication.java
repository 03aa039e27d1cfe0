package org.warmplan.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.warmplan.domain.CountedIssue;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.InfeasibleException;
import org.warmplan.domain.UsageException;
import org.warmplan.domain.Workload;
import org.warmplan.explain.WorkerPlan;
import org.warmplan.files.WholeFile;
import org.warmplan.fleet.FleetWorker;
import org.warmplan.problem.Problem;
import org.warmplan.problem.ProblemFile;
import org.warmplan.value.PriceBook;
import org.warmplan.worker.AiModel;
import org.warmplan.worker.AiModelsDraft;
import org.warmplan.worker.AiModelsFile;
import org.warmplan.worker.Startup;
import org.warmplan.worker.Wanted;
import org.warmplan.worker.WorkerSetup;

/**
 * Everything a run publishes, as text, checked: each worker's aiModels.json has been started in thought and puts every
 * workload on the slot the plan gives it.
 */
public final class Publication {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String PLAN = "plan.json";

    private final PlanReport report;
    private final SortedMap<String, String> files = new TreeMap<>();

    private Publication(PlanReport report, String problem, SortedMap<String, String> aiModels) {
        this.report = report;
        aiModels.forEach(
                (worker, text) -> files.put(aiModels.size() == 1 ? "aiModels.json" : worker + "/aiModels.json", text));
        files.put(PLAN, PlanJson.write(report));
        files.put("problem.json", problem);
        files.put("report.html", HtmlReport.write(report));
        files.put("report.md", MarkdownReport.write(report));
    }

    /**
     * Writes all files in memory and checks them.
     *
     * @param current the file each worker runs now, by worker
     * @throws org.warmplan.domain.InputException when an entry of a current file is no workload
     * @throws InfeasibleException when an entry the operator has would stop the node, whatever is planned
     * @throws IllegalStateException when a file would not do what the plan says: our fault
     */
    public static Publication of(
            PlanReport report, Problem problem, Map<String, AiModelsFile> current, PriceBook prices) {
        SortedMap<String, String> aiModels = new TreeMap<>();
        SortedMap<String, List<String>> changes = new TreeMap<>();
        DataIssues issues = new DataIssues();
        for (WorkerPlan plan : report.explanation().workers()) {
            AiModelsFile file = current.getOrDefault(
                    plan.worker().name(), AiModelsFile.none(plan.worker().name()));
            AiModelsFile published = aiModels(plan, file, prices, issues);
            aiModels.put(plan.worker().name(), published.write());
            List<String> lines = new ArrayList<>(FileChanges.between(file, published));
            if (!Startup.of(file, setup(plan.worker(), file)).starts()) {
                lines.add("lets go-livepeer start, where the one you have would stop it");
            }
            changes.put(plan.worker().name(), lines);
        }
        List<CountedIssue> all = new ArrayList<>(report.issues());
        all.addAll(issues.counted());
        return new Publication(report.with(all, changes), ProblemFile.write(problem), aiModels);
    }

    /** The report with what publishing added to its issues. */
    public PlanReport report() {
        return report;
    }

    /** The text of plan.json. */
    public String planJson() {
        return files.getOrDefault(PLAN, "");
    }

    /** Writes every file whole, plan.json last; the aiModels.json files for their owner only, as they may hold tokens. */
    public void write(Path folder) {
        requireNoOther(folder);
        files.forEach((path, text) -> {
            if (path.endsWith("aiModels.json")) {
                WholeFile.writePrivate(folder.resolve(path), text);
            } else if (!path.equals(PLAN)) {
                WholeFile.write(folder.resolve(path), text);
            }
        });
        WholeFile.write(folder.resolve(PLAN), planJson());
    }

    /** Refuses a folder with a worker's file of another plan: it would look as if it belonged to this one. */
    private void requireNoOther(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> found = Files.find(folder, 2, (path, file) -> path.endsWith("aiModels.json"))) {
            found.map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .filter(path -> !files.containsKey(path))
                    .sorted()
                    .findFirst()
                    .ifPresent(path -> {
                        throw new UsageException(
                                "%s holds %s of another plan. Maybe choose an empty folder.".formatted(folder, path));
                    });
        } catch (IOException e) {
            throw new UsageException("%s cannot be looked through. Maybe choose another folder.".formatted(folder), e);
        }
    }

    /** Keeps the plan under {@code plans} in the data folder, for later runs to look back at. */
    public void remember(Path data) {
        WholeFile.write(data.resolve("plans").resolve(STAMP.format(report.at()) + ".json"), planJson());
    }

    private static AiModelsFile aiModels(WorkerPlan plan, AiModelsFile current, PriceBook prices, DataIssues issues) {
        List<Wanted> warm = wanted(plan.warm(), prices);
        List<Wanted> cold = wanted(plan.cold(), prices);
        AiModelsDraft draft = AiModelsDraft.of(current, warm, cold, removed(plan, current));
        issues.addAll(draft.issues());
        String text = draft.file().write();
        AiModelsFile published = AiModelsFile.read("the new aiModels.json", text);
        Startup startup = Startup.of(published, setup(plan.worker(), published));
        if (!startup.starts()) {
            throw new InfeasibleException("An entry that %s has now would stop the node with the new file too: %s"
                    .formatted(current.name(), startup.stops().get(0).explain()));
        }
        startup.requirePlacement(plan.warm());
        startup.warnings()
                .forEach(w -> issues.add(new DataIssue(
                        w.kind(), "aiModels.json of " + plan.worker().name(), w.path(), w.value(), w.message())));
        return published;
    }

    private static List<Wanted> wanted(List<Workload> workloads, PriceBook prices) {
        return workloads.stream()
                .map(workload -> prices.find(workload)
                        .map(price -> new Wanted(workload, price.price(), price.replaces()))
                        .orElseGet(() -> Wanted.unpriced(workload)))
                .toList();
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

    /** An entry that had no price and gets none runs on a node that prices it by -pricePerUnit. */
    private static WorkerSetup setup(FleetWorker worker, AiModelsFile file) {
        return WorkerSetup.of(
                worker,
                file.entries().stream().anyMatch(entry -> entry.findPrice().isEmpty()));
    }
}
