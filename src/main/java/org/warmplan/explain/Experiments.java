package org.warmplan.explain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Catalogue;
import org.warmplan.fleet.Fit;
import org.warmplan.fleet.Flag;
import org.warmplan.worker.AiModelsFile;

/** Every flag that was ever tried, oldest first. One at a time: none begins before the last one is judged and told of. */
public record Experiments(List<Experiment> all) {
    public static final Experiments NONE = new Experiments(List.of());

    public Experiments {
        all = List.copyOf(all);
    }

    /** Those that await a verdict. */
    public List<Experiment> open() {
        return all.stream().filter(Experiment::isOpen).toList();
    }

    /** With this one in place of the same one, or at the end. */
    public Experiments with(Experiment experiment) {
        List<Experiment> changed = new ArrayList<>(all);
        changed.replaceAll(other -> other.isSameAs(experiment) ? experiment : other);
        if (!changed.contains(experiment)) {
            changed.add(experiment);
        }
        return new Experiments(changed);
    }

    /**
     * The experiment of a plan: the one that goes on or was just judged, else a new one, if the plan allows one. A new
     * one comes only to a worker that restarts anyway, so that it costs nothing besides.
     *
     * @param plan what was chosen
     * @param current the file of each worker today
     */
    public Optional<Experiment> choose(
            ExperimentPolicy policy,
            Explanation plan,
            Catalogue catalogue,
            SortedMap<String, AiModelsFile> current,
            Instant at) {
        Optional<Experiment> going = all.stream()
                .filter(e -> e.settled() == null && isOfFleet(e, plan))
                .findFirst();
        return going.isPresent()
                ? going
                : policy.flags().stream()
                        .flatMap(flag -> candidates(flag, plan, catalogue, current, at))
                        .min(Comparator.comparing((Candidate c) -> !c.standsToday())
                                .thenComparing(c -> -c.contribution())
                                .thenComparing(c ->
                                        policy.flags().indexOf(c.experiment().flag())))
                        .map(Candidate::experiment);
    }

    /** A flag that could be tried, and what the workload brings on its worker in gwei per week. */
    private record Candidate(Experiment experiment, boolean standsToday, long contribution) {}

    private static boolean isOfFleet(Experiment experiment, Explanation plan) {
        return plan.workers().stream().anyMatch(worker -> worker.worker().name().equals(experiment.worker()));
    }

    private Stream<Candidate> candidates(
            Flag flag, Explanation plan, Catalogue catalogue, SortedMap<String, AiModelsFile> current, Instant at) {
        return plan.workers().stream()
                .filter(worker -> plan.changes(worker.worker().name()))
                .flatMap(worker -> worker.warm().stream()
                        .distinct()
                        .filter(workload -> maySet(flag, workload, worker, catalogue))
                        .filter(workload -> !hasFlag(current.get(worker.worker().name()), workload))
                        .map(workload -> Experiment.begin(worker.worker().name(), workload, flag, at))
                        .filter(experiment -> all.stream().noneMatch(tried -> rulesOut(tried, experiment)))
                        .map(experiment -> candidate(experiment, worker)));
    }

    private static boolean rulesOut(Experiment tried, Experiment next) {
        boolean bad = !tried.isOn() && tried.workload().equals(next.workload()) && tried.flag() == next.flag();
        // Never both flags on one container.
        boolean other = tried.isOn()
                && tried.workload().equals(next.workload())
                && tried.worker().equals(next.worker());
        return bad || other || tried.isSameAs(next);
    }

    private static boolean maySet(Flag flag, Workload workload, WorkerPlan worker, Catalogue catalogue) {
        boolean allowed = workload.pipeline().isDiffusion()
                && catalogue
                        .findModel(workload)
                        .filter(model -> flag.of(model).allowed())
                        .isPresent();
        return allowed
                && worker.slots().stream()
                        .filter(slot -> workload.equals(slot.workload()))
                        .allMatch(slot -> slot.fit() instanceof Fit.Fits && isProven(workload, slot, catalogue));
    }

    /** Flags are compiled for the image's own cards; where the image itself is in doubt nothing is tried besides. */
    private static boolean isProven(Workload workload, SlotPlan slot, Catalogue catalogue) {
        return catalogue
                .findArchitecture(slot.gpu().name())
                .flatMap(a -> catalogue.findImage(workload).flatMap(image -> image.findDoubt(a)))
                .isEmpty();
    }

    private static boolean hasFlag(@Nullable AiModelsFile file, Workload workload) {
        return file != null
                && file.entries().stream()
                        .filter(entry ->
                                entry.findWorkload().filter(workload::equals).isPresent())
                        .flatMap(entry -> entry.optimizationFlags().keySet().stream())
                        .anyMatch(name -> Flag.find(name).isPresent());
    }

    private static Candidate candidate(Experiment experiment, WorkerPlan worker) {
        long contribution = worker.slots().stream()
                .filter(slot -> experiment.workload().equals(slot.workload()))
                .mapToLong(SlotPlan::contribution)
                .sum();
        boolean standsToday = worker.slots().stream()
                .map(SlotPlan::before)
                .filter(Objects::nonNull)
                .anyMatch(experiment.workload()::equals);
        return new Candidate(experiment, standsToday, contribution);
    }

    /**
     * What the published file of a worker sets ({@code true}) or takes away. What was found good stands in the operator's
     * own file once that is settled, and is theirs to keep.
     */
    public SortedMap<Workload, SortedMap<Flag, Boolean>> flagsOf(String worker) {
        SortedMap<Workload, SortedMap<Flag, Boolean>> flags = new TreeMap<>();
        all.stream()
                .filter(experiment -> experiment.worker().equals(worker))
                .filter(experiment -> experiment.settled() == null || !experiment.isOn())
                .forEach(experiment -> flags.computeIfAbsent(experiment.workload(), w -> new TreeMap<>())
                        .put(experiment.flag(), experiment.isOn()));
        return flags;
    }
}
