package org.warmplan.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.warmplan.collect.Outcome;
import org.warmplan.collect.SourcesFile;
import org.warmplan.collect.ask.SourceSettings;
import org.warmplan.collect.network.NetworkCapabilitiesSource;
import org.warmplan.domain.InputException;
import org.warmplan.history.InputSnapshot;
import org.warmplan.history.Observed;
import org.warmplan.report.SeenInput;

/**
 * The snapshots a plan is made from, checked against what the sources demand.
 *
 * @param warnings what of that is missing or stale, for the top of the report
 */
record Inputs(List<SeenInput> seen, List<String> warnings) {

    /**
     * Checks the inputs.
     *
     * @throws InputException when a required source has no snapshot within its maxAge, or no snapshot tells of the
     *     network's offers
     */
    static Inputs of(PlanStep.Request request, Observed observed) {
        List<String> warnings = new ArrayList<>();
        for (Outcome.Failed failed : request.failures()) {
            warnings.add(failed.settings().name() + " failed: " + failed.message());
        }
        for (SourceSettings source : request.sources()) {
            check(source, request, observed, warnings);
        }
        Optional<Instant> offers = newest(observed, i -> i.kind().equals(NetworkCapabilitiesSource.KIND));
        if (offers.isPresent()
                && request.sources().isEmpty()
                && Duration.between(offers.get(), request.at()).compareTo(SourcesFile.DEFAULT_MAX_AGE) > 0) {
            warnings.add("The network's capabilities were last seen " + offers.get() + ": the plan rests on old data.");
        }
        if (offers.isEmpty()) {
            throw new InputException(
                    "No snapshot of the network's capabilities is filed for this time. Maybe run collect first, or give"
                            + " run a source that answers.");
        }
        List<SeenInput> seen = observed.inputs().stream()
                .sorted(Comparator.comparing(InputSnapshot::source).thenComparing(InputSnapshot::instant))
                .map(input -> new SeenInput(input.source(), input.kind(), input.instant(), input.sha256()))
                .toList();
        return new Inputs(seen, warnings);
    }

    private static Optional<Instant> newest(Observed observed, Predicate<InputSnapshot> which) {
        return observed.inputs().stream()
                .filter(which)
                .map(InputSnapshot::instant)
                .max(Comparator.naturalOrder());
    }

    private static void check(
            SourceSettings source, PlanStep.Request request, Observed observed, List<String> warnings) {
        Optional<Instant> newest = newest(observed, i -> i.source().equals(source.name()));
        boolean fresh = newest.filter(i -> Duration.between(i, request.at()).compareTo(source.maxAge()) <= 0)
                .isPresent();
        if (fresh) {
            return;
        }
        String state = newest.map(i -> "was last seen " + i + ", longer ago than its maxAge")
                .orElse("was never seen before " + request.at());
        Optional<Outcome.Failed> failure = request.failures().stream()
                .filter(f -> f.settings().name().equals(source.name()))
                .findFirst();
        if (source.required() && !request.example()) {
            throw new InputException(failure.map(f -> f.settings().name() + ": " + f.message())
                    .orElse("The required source %s %s. Maybe run collect, or mend its url in the sources file."
                            .formatted(source.name(), state)));
        }
        if (failure.isEmpty()) {
            warnings.add("The source " + source.name() + " " + state + ".");
        }
    }
}
