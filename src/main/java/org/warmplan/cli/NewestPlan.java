package org.warmplan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.warmplan.domain.InputException;
import org.warmplan.files.Document;
import org.warmplan.report.PublishedPlan;

/** The plan that was published last. */
final class NewestPlan {
    private NewestPlan() {}

    /**
     * The one in the folders right under {@code reports} that was made last; plans for the shipped example, and what is
     * no plan of this version, do not count.
     *
     * @throws InputException when there is none
     */
    static PublishedPlan under(Path reports) {
        return folders(reports).stream()
                .filter(folder -> Files.isRegularFile(folder.resolve("plan.json")))
                .flatMap(folder -> find(folder).stream())
                .max(Comparator.comparing(PublishedPlan::generatedAt)
                        .thenComparing(plan -> plan.folder().toString()))
                .orElseThrow(() -> new InputException(
                        "No published plan is under %s. Maybe name one with --plan, or make one with warmplan run --fleet."
                                .formatted(reports)));
    }

    private static List<Path> folders(Path reports) {
        if (!Files.isDirectory(reports)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(reports)) {
            return all.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new InputException(
                    "The folder %s cannot be listed. Maybe its permissions are for another user.".formatted(reports),
                    e);
        }
    }

    private static Optional<PublishedPlan> find(Path folder) {
        try {
            Document document = Document.ofJson(folder.resolve("plan.json"), "The plan");
            boolean example = document.root().path("example").asBoolean(false);
            return example ? Optional.empty() : Optional.of(PublishedPlan.read(folder));
        } catch (InputException e) {
            return Optional.empty();
        }
    }
}
