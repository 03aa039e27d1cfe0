package org.warmplan.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.warmplan.collect.Outcome;
import org.warmplan.collect.ask.SourceSettings;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.InfeasibleException;
import org.warmplan.domain.Window;
import org.warmplan.domain.Workload;
import org.warmplan.explain.BlockedCards;
import org.warmplan.explain.Choice;
import org.warmplan.explain.Experiment;
import org.warmplan.explain.Experiments;
import org.warmplan.explain.ExperimentsFile;
import org.warmplan.explain.Explainer;
import org.warmplan.explain.Explanation;
import org.warmplan.explain.Forecast;
import org.warmplan.explain.LookBack;
import org.warmplan.explain.MixSweep;
import org.warmplan.explain.Money;
import org.warmplan.fleet.Catalogue;
import org.warmplan.fleet.FitRules;
import org.warmplan.fleet.Fleet;
import org.warmplan.fleet.FleetFile;
import org.warmplan.history.History;
import org.warmplan.history.Observed;
import org.warmplan.plan.Planner;
import org.warmplan.problem.Problem;
import org.warmplan.report.PlanReport;
import org.warmplan.report.Publication;
import org.warmplan.report.Summary;
import org.warmplan.value.Calibration;
import org.warmplan.value.FleetCards;
import org.warmplan.value.FreeSlots;
import org.warmplan.value.OwnCards;
import org.warmplan.value.PinCheck;
import org.warmplan.value.PriceBook;
import org.warmplan.value.ProblemWriter;
import org.warmplan.value.Sightings;
import org.warmplan.value.ValuedWorkload;

/** Snapshots → demand → value → problem → plan → explanation → publication. */
final class PlanStep {
    private final Surroundings surroundings;
    private final PlanOptions options;

    /** What the operator set: read and checked before anything is asked of the network. */
    record Setting(Policy policy, Catalogue catalogue, Fleet fleet, CurrentFiles files, Path out) {
        Estimates.Basis basis(Calibration calibration) {
            return new Estimates.Basis(policy, catalogue, new Operator(fleet, files), calibration, OwnCards.of(fleet));
        }
    }

    /**
     * What to plan from.
     *
     * @param sources whose snapshots are used, with their maxAge and whether they are required; empty for all
     * @param failures sources that failed just now
     */
    record Request(
            History history, List<SourceSettings> sources, List<Outcome.Failed> failures, Instant at, boolean example) {
        /** Without sources, all that is filed. */
        boolean uses(String source) {
            return sources.isEmpty() || sources.stream().anyMatch(s -> s.name().equals(source));
        }
    }

    /** A plan with everything to be published. */
    private record Planned(PlanReport report, Problem problem, PriceBook prices) {}

    PlanStep(Surroundings surroundings, PlanOptions options) {
        this.surroundings = surroundings.forFormat(options.format());
        this.options = options;
    }

    /** Reads policy, catalogue, fleet and current files, and sees that the result can be written. */
    Setting prepare(Path fleetFile, Instant at) {
        Policy policy = Policy.read(surroundings.config("policy.yaml"), options.settings());
        Catalogue catalogue = Catalogue.read(surroundings.catalogue());
        Fleet fleet = FleetFile.read(fleetFile, catalogue);
        return new Setting(
                options.ownPricesOnly() ? policy.withOwnPricesOnly() : policy,
                catalogue,
                fleet,
                CurrentFiles.read(fleet),
                Options.out(options.out(), at));
    }

    /** Returns the exit code; {@code data} is where the plan is remembered, null for nowhere. */
    int planAndPublish(Setting setting, Request request, @Nullable Path data) {
        Experiments tried = data == null ? Experiments.NONE : ExperimentsFile.read(data);
        Planned planned = plan(setting, request, tried, data);
        Experiment experiment = planned.report().explanation().experiment();
        Experiments now = experiment == null ? tried : tried.with(experiment);
        surroundings.progress().at(Progress.Step.WRITING);
        Publication publication = Publication.of(
                planned.report(), planned.problem(), setting.files().inUse(), planned.prices(), now);
        publication.write(setting.out());
        if (data != null) {
            publication.remember(data);
            remember(data, now, experiment, request.at());
        }
        boolean json = options.format() == Options.Format.JSON;
        surroundings.show(json ? publication.planJson() : painted(Summary.write(publication.report())));
        surroundings.say("Published to " + setting.out());
        return options.exitCode(publication.report().changesAnything()).number();
    }

    private String painted(String summary) {
        return surroundings.look().outColours() ? Painted.summary(summary) : summary;
    }

    /** A verdict has been told of by the plan just published, so that another experiment may begin. */
    private static void remember(Path data, Experiments now, @Nullable Experiment experiment, Instant at) {
        if (experiment != null) {
            ExperimentsFile.write(data, experiment.isOpen() ? now : now.with(experiment.settledAt(at)));
        }
    }

    private Planned plan(Setting setting, Request request, Experiments tried, @Nullable Path data) {
        Policy policy = setting.policy();
        Fleet fleet = setting.fleet();
        CurrentFiles files = setting.files();
        surroundings.progress().at(Progress.Step.READING_HISTORY);
        Observed observed = request.history()
                .observe(Window.before(request.at(), policy.demand().window()), request::uses);
        Inputs inputs = Inputs.of(request, observed);
        DataIssues issues = new DataIssues();
        issues.addAll(fleet.issues());
        issues.addAll(files.issues());
        issues.addAll(observed.issues());

        surroundings.progress().at(Progress.Step.ESTIMATING);
        PastWeeks past =
                PastWeeks.of(policy, data, fleet.orchestrator(), request.history(), observed, request.at(), issues);
        Estimates estimates = Estimates.of(setting.basis(past.calibration()), observed, request.at(), issues);
        SortedMap<Workload, ValuedWorkload> valued = estimates.valued();
        FitRules rules = new FitRules(setting.catalogue(), fleet.overrides(), Sightings.of(observed.observations()));
        FleetCards cards = new FleetCards(fleet, rules, policy.headroom());
        PinCheck.require(cards, files.state());
        ProblemWriter writer = writer(setting, cards, valued);
        surroundings.progress().at(Progress.Step.SOLVING);
        Planner planner = Planner.of(surroundings.config("solver.xml"));
        Reloads reloads = new Reloads(fleet, rules, policy.reload());
        Solving solving = Solving.of(planner, writer, reloads);
        boolean mayStay = fleet.workers().stream().allMatch(writer::keepsAll);
        Choice choice = Choice.of(solving.problem(), solving.solved(), policy.changes(), mayStay);
        surroundings.progress().at(Progress.Step.EXPLAINING);
        Explainer explainer =
                new Explainer(cards, files.state(), valued, estimates.prices(), new Money(policy.usdPerEth()));
        Explanation explanation = explainer.explain(solving.problem(), choice);
        Experiment experiment = tried.choose(
                        policy.experiments(), explanation, setting.catalogue(), files.byWorker(), request.at())
                .orElse(null);
        Forecast forecast = Forecast.of(
                request.at(),
                valued,
                choice.published().assignment(),
                past.calibration(),
                workload -> files.state().servedExternally(workload) > 0);
        MixSweep mixes = MixSweep.of(MixSweep.MIXES, choice.published().assignment(), mix -> {
            ProblemWriter other = writer(setting, cards, estimates.atMix().apply(mix));
            try {
                Solving solved = Solving.of(planner, other, reloads);
                return Optional.of(new MixSweep.Planned(solved.problem(), solved.solved()));
            } catch (InfeasibleException e) {
                // The plan itself stands; a search at another mix may find none.
                return Optional.empty();
            }
        });
        PlanReport report = new PlanReport(
                request.at(),
                request.example(),
                fleet.orchestrator(),
                inputs.seen(),
                warnings(
                        inputs,
                        files,
                        BlockedCards.of(solving.problem(), choice.published().assignment())),
                policy.settings(),
                new LookBack(forecast, past.outcomes().check(), past.calibration()),
                explanation.with(experiment),
                mixes,
                estimates.leftOut(),
                issues.counted(),
                new TreeMap<>(),
                policy.usdPerEth());
        return new Planned(report, solving.problem(), estimates.prices());
    }

    private static ProblemWriter writer(Setting setting, FleetCards cards, SortedMap<Workload, ValuedWorkload> valued) {
        Policy policy = setting.policy();
        FreeSlots freeSlots =
                new FreeSlots(cards, setting.files().state(), valued.values(), policy.reload(), policy.value());
        return new ProblemWriter(cards, policy.changes(), setting.files().state(), valued, freeSlots);
    }

    /** What the operator must know first: stale data, a file that would not start, cards held up. */
    private static List<String> warnings(Inputs inputs, CurrentFiles files, List<String> blocked) {
        List<String> warnings = new ArrayList<>(inputs.warnings());
        files.issues().stream()
                .filter(issue -> issue.kind().equals(CurrentFiles.WOULD_NOT_START))
                .forEach(issue -> warnings.add(issue.source() + ": " + issue.message()));
        warnings.addAll(blocked);
        return warnings;
    }
}
