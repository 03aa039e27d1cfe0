package org.warmplan.worker.disk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Looks at one folder that a runner reads. */
final class FolderLook {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final long LONGEST_REF = 200;

    private final ModelsFolder models;
    private final RunnerFolder wanted;

    FolderLook(ModelsFolder models, RunnerFolder wanted) {
        this.models = models;
        this.wanted = wanted;
    }

    SeenFolder look() throws IOException {
        if (!models.has(wanted.name())) {
            return SeenFolder.absent(wanted.name());
        }
        Optional<Path> folder = models.findFolder(wanted.name());
        if (folder.isEmpty()) {
            return incomplete(0, "it is no folder that a container can reach");
        }
        return switch (wanted.layout()) {
            case HUB -> hub(folder.get());
            case ANYWHERE -> anywhere(models.files(folder.get()));
            case PLAIN -> plain(models.files(folder.get()));
        };
    }

    private SeenFolder hub(Path folder) throws IOException {
        List<FoundFile> blobs = models.files(folder.resolve("blobs"));
        Optional<String> commit = findCommit(folder.resolve("refs").resolve("main"));
        List<FoundFile> snapshot =
                commit.isPresent() ? models.files(folder.resolve("snapshots").resolve(commit.get())) : List.of();
        long bytes = bytes(blobs) + bytes(snapshot);
        if (blobs.isEmpty() && snapshot.isEmpty()) {
            return SeenFolder.absent(wanted.name());
        }
        if (blobs.stream().anyMatch(FoundFile::isUnfinished)) {
            return incomplete(bytes, "a download is going on or was cut");
        }
        if (commit.isEmpty()) {
            return incomplete(bytes, "refs/main names no snapshot");
        }
        return judged(bytes, problem(snapshot));
    }

    /** The runner takes the first folder that has weights, from the top; with several beside each other, any. */
    private SeenFolder anywhere(List<FoundFile> files) {
        long bytes = bytes(files);
        if (files.isEmpty()) {
            return SeenFolder.absent(wanted.name());
        }
        if (files.stream().anyMatch(FoundFile::isUnfinished)) {
            return incomplete(bytes, "a download is going on or was cut");
        }
        Set<Path> withWeights = files.stream()
                .filter(f -> wanted.isWeights(f.name()))
                .map(FoundFile::folder)
                .collect(Collectors.toSet());
        return judged(
                bytes,
                withWeights.stream()
                        .filter(f -> withWeights.stream().noneMatch(o -> !f.equals(o) && f.startsWith(o)))
                        .sorted()
                        .map(f -> problemAt(files, f))
                        .filter(p -> !p.isEmpty())
                        .findFirst()
                        .orElse(withWeights.isEmpty() ? problem(files) : ""));
    }

    private String problemAt(List<FoundFile> files, Path folder) {
        List<FoundFile> there =
                files.stream().filter(f -> f.folder().equals(folder)).toList();
        String problem = problem(there);
        return problem.isEmpty() && there.stream().noneMatch(f -> f.name().equals("config.json"))
                ? "config.json is missing beside the weights"
                : problem;
    }

    private SeenFolder plain(List<FoundFile> files) {
        if (files.isEmpty()) {
            return SeenFolder.absent(wanted.name());
        }
        boolean unfinished = files.stream().anyMatch(FoundFile::isUnfinished);
        return judged(bytes(files), unfinished ? "a download is going on or was cut" : problem(files));
    }

    /** What keeps these files from being loaded; empty for nothing. */
    private String problem(List<FoundFile> files) {
        Optional<FoundFile> broken =
                files.stream().filter(f -> !f.wrong().isEmpty()).findFirst();
        if (broken.isPresent()) {
            return "the link " + broken.get().name() + " " + broken.get().wrong();
        }
        List<FoundFile> weights =
                files.stream().filter(f -> wanted.isWeights(f.name())).toList();
        if (weights.isEmpty()) {
            return "no file ends in " + String.join(" or ", wanted.endings());
        }
        Optional<FoundFile> empty = weights.stream().filter(f -> f.size() == 0).findFirst();
        return empty.map(f -> f.name() + " is empty").orElseGet(() -> Shards.missing(weights));
    }

    private SeenFolder judged(long bytes, String problem) {
        return problem.isEmpty() ? SeenFolder.complete(wanted.name(), bytes) : incomplete(bytes, problem);
    }

    private SeenFolder incomplete(long bytes, String why) {
        return SeenFolder.incomplete(wanted.name(), bytes, why);
    }

    private static long bytes(List<FoundFile> files) {
        return files.stream().mapToLong(FoundFile::ownBytes).sum();
    }

    /** The commit that {@code main} stands for: the only content that is read, and only if it is a short file. */
    private static Optional<String> findCommit(Path ref) throws IOException {
        Optional<BasicFileAttributes> file = ModelsFolder.findAttributes(ref);
        if (file.filter(f -> f.isRegularFile() && f.size() <= LONGEST_REF).isEmpty()) {
            return Optional.empty();
        }
        String text = new String(Files.readAllBytes(ref), StandardCharsets.ISO_8859_1).strip();
        return Optional.of(text).filter(t -> COMMIT.matcher(t).matches());
    }
}
