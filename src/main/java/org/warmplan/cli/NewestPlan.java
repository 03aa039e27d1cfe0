package org.warmplan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.warmplan.domain.InputException;
import org.warmplan.report.PublishedPlan;

/** The published plan that is meant when none is named. */
final class NewestPlan {
    private NewestPlan() {}

    /**
     * The one with the latest instant in a folder of reports, of several with the same the last by name; plans of the
     * example and what is no plan of this version are passed over.
     *
     * @throws InputException when there is none
     */
    static PublishedPlan in(Path reports) {
        return folders(reports).stream()
                .flatMap(folder -> find(folder).stream())
                .max(Comparator.comparing(PublishedPlan::generatedAt)
                        .thenComparing(
                                plan -> plan.folder().getFileName().toString().length())
                        .thenComparing(plan -> plan.folder().getFileName().toString()))
                .orElseThrow(() -> new InputException(
                        "No plan of yours is in %s. Maybe run ./warmplan run --fleet fleet.yaml first, or name one with --plan."
                                .formatted(reports)));
    }

    private static List<Path> folders(Path reports) {
        if (!Files.isDirectory(reports)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(reports)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("plan.json")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new InputException(
                    "%s cannot be looked through. Maybe name the plan with --plan.".formatted(reports), e);
        }
    }

    private static Optional<PublishedPlan> find(Path folder) {
        try {
            return Optional.of(PublishedPlan.read(folder)).filter(plan -> !plan.example());
        } catch (InputException e) {
            return Optional.empty();
        }
    }
}
