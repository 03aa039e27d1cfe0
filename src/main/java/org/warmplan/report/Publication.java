package org.warmplan.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.warmplan.domain.CountedIssue;
import org.warmplan.domain.UsageException;
import org.warmplan.explain.Experiments;
import org.warmplan.files.Sha256;
import org.warmplan.files.WholeFile;
import org.warmplan.problem.Problem;
import org.warmplan.problem.ProblemFile;
import org.warmplan.problem.SolutionFile;
import org.warmplan.value.PriceBook;

/**
 * Everything a run publishes, as text, checked: each worker's aiModels.json has been started in thought and puts every
 * workload on the slot the plan gives it.
 */
public final class Publication {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Stands for the orchestrator of remote workers, in a place where workers are named; no worker may have this name. */
    public static final String ORCHESTRATOR = "orchestrator";

    private static final String PLAN = "plan.json";

    private final PlanReport report;
    private final SortedMap<String, String> files = new TreeMap<>();

    private Publication(PlanReport report, String problem, FileSet aiModels, FilesInUse current) {
        this.report = report;
        List<PublishedFile> published = new ArrayList<>();
        long workers = report.explanation().workers().size();
        aiModels.after().forEach((name, file) -> {
            boolean only = workers == 1 && !name.equals(ORCHESTRATOR);
            String path = only ? "aiModels.json" : name + "/aiModels.json";
            String text = file.write();
            files.put(path, text);
            published.add(new PublishedFile(name, path, current.sha256Of(name), Sha256.of(text)));
        });
        files.put(PLAN, PlanJson.write(report, published));
        files.put("diff.json", DiffJson.write(aiModels.before(), aiModels.after()));
        files.put("problem.json", problem);
        files.put(
                "solution.json",
                SolutionFile.write(report.explanation().choice().best().toSolution()));
        files.put("report.html", HtmlReport.write(report));
        files.put("report.md", MarkdownReport.write(report));
    }

    /**
     * Writes all files in memory and checks them.
     *
     * @param current what the new files take the place of
     * @param experiments whose flags the files set or take away
     * @throws org.warmplan.domain.InputException when an entry of a current file is no workload
     * @throws org.warmplan.domain.InfeasibleException when an entry the operator has would stop the node, whatever is
     *     planned
     * @throws IllegalStateException when a file would not do what the plan says: our fault
     */
    public static Publication of(
            PlanReport report, Problem problem, FilesInUse current, PriceBook prices, Experiments experiments) {
        FileSet files = FileSet.of(report.explanation().workers(), current, prices, experiments);
        List<CountedIssue> all = new ArrayList<>(report.issues());
        all.addAll(files.issues().counted());
        return new Publication(report.with(all, files.changes()), ProblemFile.write(problem), files, current);
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
}
