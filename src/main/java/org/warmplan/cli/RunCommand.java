package org.warmplan.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.warmplan.collect.ask.SourceSettings;
import org.warmplan.collect.metrics.OrchestratorMetricsSource;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.UsageException;
import org.warmplan.files.SafeUrl;
import org.warmplan.files.WholeFile;
import org.warmplan.fleet.Fleet;
import org.warmplan.history.History;
import org.warmplan.history.Manifest;
import org.warmplan.history.SnapshotStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The weekly run: collects, plans, publishes. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "The weekly run: collects, estimates, plans, explains, publishes.")
final class RunCommand implements Callable<Integer> {
    /** The name of the source that fleet.yaml names as metrics. */
    private static final String OWN_METRICS = "own-metrics";

    private final Surroundings surroundings;

    @Mixin
    private PlanOptions options = new PlanOptions();

    @Mixin
    private SourcesOption sources = new SourcesOption();

    @Option(names = "--offline", description = "Collects nothing; plans from what is filed.")
    private boolean offline;

    @Option(names = "--example", description = "Uses the shipped example network and fleet; needs no network.")
    private boolean example;

    RunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return example ? runExample() : runReal();
    }

    private int runExample() {
        if (sources.isGiven() || offline || options.data() != null) {
            throw new UsageException(
                    "--example brings its own data, so --sources, --offline and --data do not go with it."
                            + " Maybe leave out --example.");
        }
        SnapshotStore store = SnapshotStore.inMemory();
        List<Snapshot> snapshots =
                Manifest.read(surroundings.example().resolve("network").resolve("manifest.jsonl"));
        snapshots.forEach(store::add);
        Instant newest = snapshots.get(snapshots.size() - 1).instant();
        Path fleet = Objects.requireNonNullElse(
                options.fleet(), surroundings.example().resolve("fleet-4.yaml"));
        Instant at = Options.at(options.at(), newest);
        PlanStep step = new PlanStep(surroundings, options);
        PlanStep.Setting setting = step.prepare(fleet, at);
        PlanStep.Request request = new PlanStep.Request(Memory.of(store), List.of(), List.of(), at, true);
        return step.planAndPublish(setting, request, null);
    }

    private int runReal() {
        Path fleet = options.fleet();
        if (fleet == null) {
            throw new UsageException(
                    "--fleet is missing. Maybe try --example first; warmplan init drafts a fleet.yaml.");
        }
        List<SourceSettings> settings = sources.settings(surroundings);
        boolean asks = !offline && settings.stream().anyMatch(source -> SafeUrl.isHttp(source.url()));
        if (asks && options.at() != null) {
            throw new UsageException(
                    "--at goes only with --offline, --example or sources that are files: an answer of now is no answer"
                            + " of then. Maybe leave it out, or add --offline.");
        }
        Path data = Objects.requireNonNullElse(options.data(), Path.of("data"));
        WholeFile.requireWritable(data);
        return DataLock.holding(data, () -> collectAndPlan(fleet, settings, data));
    }

    private int collectAndPlan(Path fleet, List<SourceSettings> settings, Path data) {
        Instant at = Options.at(options.at(), surroundings.clock().instant());
        History memory = Memory.at(surroundings, data).warmedUp();
        PlanStep step = new PlanStep(surroundings, options);
        PlanStep.Setting setting = step.prepare(fleet, at);
        SnapshotStore store = SnapshotStore.at(data);
        List<SourceSettings> known = withOwnMetrics(settings, setting.fleet());
        // What the node says now is no answer of then.
        List<SourceSettings> asked = options.at() == null ? known : settings;
        CollectStep.Filed filed = offline
                ? new CollectStep.Filed(List.of(), at)
                : new CollectStep(surroundings.forFormat(options.format()), store).collect(asked, at);
        PlanStep.Request request = new PlanStep.Request(memory, known, filed.failures(), filed.last(), false);
        return step.planAndPublish(setting, request, data);
    }

    /** The operator's own node is a source too, when fleet.yaml names it and the sources file does not. */
    private static List<SourceSettings> withOwnMetrics(List<SourceSettings> settings, Fleet fleet) {
        URI metrics = fleet.metrics();
        boolean named = settings.stream()
                .anyMatch(source -> source.kind().equals(OrchestratorMetricsSource.KIND)
                        || source.name().equals(OWN_METRICS));
        if (metrics == null || named) {
            return settings;
        }
        List<SourceSettings> all = new ArrayList<>(settings);
        all.add(new SourceSettings(
                OWN_METRICS,
                OrchestratorMetricsSource.KIND,
                metrics.toString(),
                new OrchestratorMetricsSource().maxAge(),
                false));
        return all;
    }
}
