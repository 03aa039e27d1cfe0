package org.warmplan.explain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.InputException;
import org.warmplan.files.Document;
import org.warmplan.files.Fields;

/**
 * The forecasts of earlier plans, as they are kept under {@code plans} in the data folder.
 *
 * @param newestFirst one for each week, so that their weeks hardly overlap
 */
public record KeptForecasts(List<Forecast> newestFirst) {
    public static final KeptForecasts NONE = new KeptForecasts(List.of());

    /** A weekly run is never made to the minute. */
    private static final Duration LEAST_APART = Duration.ofDays(6);

    public KeptForecasts {
        newestFirst = List.copyOf(newestFirst);
    }

    /**
     * Reads those of the weeks before an instant. Of several plans in a week the newest counts, which is the one that was
     * most likely installed. One that is damaged adds an issue; one from before forecasts were kept is passed over.
     *
     * @param self plans of another orchestrator do not count; null when unknown
     * @param weeks how many weeks back
     */
    public static KeptForecasts read(Path data, @Nullable Address self, Instant at, int weeks, DataIssues issues) {
        Instant first = at.minus(Duration.ofDays(7L * weeks + 1));
        List<Forecast> all = new ArrayList<>();
        for (Path file : files(data.resolve("plans"))) {
            try {
                find(file, self)
                        .filter(forecast -> forecast.from().isBefore(at))
                        .filter(forecast -> !forecast.from().isBefore(first))
                        .ifPresent(all::add);
            } catch (InputException e) {
                issues.add(new DataIssue(
                        "keptPlanDamaged",
                        "plans",
                        String.valueOf(file.getFileName()),
                        String.valueOf(e.getMessage()),
                        "A plan that was kept cannot be read, so its forecast is not compared with what came."));
            }
        }
        all.sort(Comparator.comparing(Forecast::from).reversed());
        return new KeptForecasts(apart(all, at));
    }

    private static List<Forecast> apart(List<Forecast> newestFirst, Instant at) {
        List<Forecast> apart = new ArrayList<>();
        Instant next = at;
        for (Forecast forecast : newestFirst) {
            if (!forecast.from().isAfter(next.minus(LEAST_APART))) {
                apart.add(forecast);
                next = forecast.from();
            }
        }
        return apart;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new InputException(
                    "%s cannot be looked through. Maybe its permissions are another user's.".formatted(folder), e);
        }
    }

    /** Other parts of a plan are of no matter here, and change from version to version. */
    private static Optional<Forecast> find(Path file, @Nullable Address self) {
        Fields plan = Document.ofJson(file, "The kept plan").fields();
        Optional<Address> of = plan.findText("orchestrator").flatMap(Address::find);
        if (of.isPresent() && self != null && !of.get().equals(self)) {
            return Optional.empty();
        }
        return plan.findObject("forecast").map(ForecastJson::read);
    }
}
