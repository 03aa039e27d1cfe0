package org.warmplan.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.warmplan.demand.Demand;
import org.warmplan.demand.evidence.PriceTiers;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.UsageException;
import org.warmplan.domain.Window;
import org.warmplan.fleet.Catalogue;
import org.warmplan.fleet.Fleet;
import org.warmplan.fleet.FleetFile;
import org.warmplan.history.History;
import org.warmplan.history.Observed;
import org.warmplan.report.DemandJson;
import org.warmplan.report.DemandList;
import org.warmplan.report.DemandTable;
import org.warmplan.report.DemandText;
import org.warmplan.report.LeftOutRows;
import org.warmplan.report.PriceTier;
import org.warmplan.report.Trend;
import org.warmplan.value.ValuedWorkload;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the network asks for, and what it would bring here; from history, without the network. */
@Command(
        name = "demand",
        mixinStandardHelpOptions = true,
        description = {
            "What the network asks for by workload, and what serving it would bring here.",
            "Works from what collect has filed, without the network."
        },
        footer = {"", "Without --fleet there are no prices of yours and no stake: your share is a wide range."})
final class DemandCommand implements Callable<Integer> {
    /** So many replicas are told of, however few slots there are. */
    private static final int REPLICAS = 3;

    private final Surroundings surroundings;

    @Option(names = "--fleet", paramLabel = "FILE", description = "Your fleet.yaml: your address and prices.")
    private @Nullable Path fleet;

    @Option(names = "--data", paramLabel = "DIR", description = "Where snapshots are kept (default: ./data).")
    private Path data = Path.of("data");

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "Demand as of this instant, like 2026-11-23T06:00:00Z; what was seen later is ignored"
                    + " (default: now).")
    private @Nullable String at;

    @Option(
            names = "--pipeline",
            paramLabel = "NAME",
            description = "Only this pipeline, like text-to-image. May be given several times.")
    private List<String> pipelines = new ArrayList<>();

    @Mixin
    private SetOption set = new SetOption();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "What to print: a block for each workload, or one JSON document (default: text).")
    private Options.Format format = Options.Format.TEXT;

    DemandCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Instant instant = Options.at(at, surroundings.clock().instant());
        Set<Pipeline> wanted = wanted();
        Policy policy = Policy.read(surroundings.config("policy.yaml"), set.settings());
        Catalogue catalogue = Catalogue.read(surroundings.catalogue());
        Operator operator = operator(catalogue);
        History memory = Memory.at(surroundings, data);
        Observed observed =
                memory.observe(Window.before(instant, policy.demand().window()));
        if (observed.observations().isEmpty()) {
            throw new InputException(
                    "Nothing that tells of demand is filed under %s for this time. Maybe run collect first."
                            .formatted(data));
        }
        DataIssues issues = new DataIssues();
        issues.addAll(observed.issues());
        PastWeeks past = PastWeeks.of(policy, data, operator.self(), memory, observed, instant, issues);
        Estimates.Basis basis =
                new Estimates.Basis(policy, catalogue, operator, past.calibration(), operator.cards(REPLICAS));
        Estimates estimates = Estimates.of(basis, observed, instant, issues);
        DemandList list = new DemandList(
                instant,
                policy.usdPerEth(),
                operator.self(),
                policy.settings(),
                DemandTable.byWorth(estimates.valued().values()).stream()
                        .filter(valued -> wanted.contains(valued.workload().pipeline()))
                        .map(valued -> entry(valued, estimates))
                        .toList(),
                past.calibration(),
                LeftOutRows.sentences(estimates.leftOut()),
                notes(operator, observed, instant, estimates, wanted),
                issues.counted());
        surroundings.show(format == Options.Format.JSON ? DemandJson.write(list) : painted(DemandText.write(list)));
        return ExitCode.DONE.number();
    }

    private static DemandList.Entry entry(ValuedWorkload valued, Estimates estimates) {
        Demand demand = valued.demand();
        PriceTiers tiers = estimates.priceTiers().get(valued.workload());
        return new DemandList.Entry(
                valued,
                demand == null ? Trend.NEW : Trend.of(demand.trend()),
                tiers == null
                        ? List.of()
                        : tiers.tiers().stream().map(PriceTier::of).toList());
    }

    private String painted(String text) {
        return surroundings.look().outColours() ? Painted.blocks(text) : text;
    }

    /** Those that were named; all when none was. */
    private Set<Pipeline> wanted() {
        Set<Pipeline> wanted = EnumSet.noneOf(Pipeline.class);
        for (String name : pipelines) {
            wanted.add(Pipeline.findBySlug(name)
                    .orElseThrow(() ->
                            new UsageException("--pipeline %s is no known pipeline. Maybe one of these was meant: %s."
                                    .formatted(
                                            name,
                                            String.join(
                                                    ", ",
                                                    Arrays.stream(Pipeline.values())
                                                            .map(Pipeline::slug)
                                                            .toList())))));
        }
        return wanted.isEmpty() ? EnumSet.allOf(Pipeline.class) : wanted;
    }

    private Operator operator(Catalogue catalogue) {
        if (fleet == null) {
            return Operator.ANYBODY;
        }
        Fleet read = FleetFile.read(fleet, catalogue);
        return new Operator(read, CurrentFiles.read(read));
    }

    private static List<String> notes(
            Operator operator, Observed observed, Instant at, Estimates estimates, Set<Pipeline> wanted) {
        List<String> notes = new ArrayList<>();
        if (operator.fleet() == null) {
            notes.add(
                    "Without --fleet neither your prices nor your stake are known: prices are suggestions, and your share"
                            + " is a range.");
        }
        List<String> silent = estimates.valued().values().stream()
                .filter(valued -> valued.demand() == null)
                .map(ValuedWorkload::workload)
                .filter(workload -> wanted.contains(workload.pipeline()))
                .map(Objects::toString)
                .toList();
        if (!silent.isEmpty()) {
            notes.add("Nothing tells of demand for what you run or pinned: " + String.join(", ", silent) + ".");
        }
        Duration age = observed.observations().stream()
                .map(observation -> Duration.between(observation.seenAt(), at))
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (age.toDays() >= 1) {
            notes.add("The newest of what is filed is %d %s old. Maybe run collect."
                    .formatted(age.toDays(), age.toDays() == 1 ? "day" : "days"));
        }
        return notes;
    }
}
