package org.warmplan.worker.disk;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * The folder with the weights, as a container sees it that has this folder and nothing else: a link that leads out of it,
 * or is written from the root of the host's disk, leads nowhere.
 */
final class ModelsFolder {
    private static final int MAX_DEPTH = 16;

    private final Path root;
    private final int most;
    private int seen;

    /**
     * @param root absolute and without links
     * @param most how many files and folders are looked at in all
     */
    ModelsFolder(Path root, int most) {
        this.root = root;
        this.most = most;
    }

    /** Whether there is anything of that name, even a broken link. */
    boolean has(String name) throws IOException {
        return findAttributes(root.resolve(name)).isPresent();
    }

    /** The folder of that name; empty when it is none, or a link that leads out. */
    Optional<Path> findFolder(String name) throws IOException {
        Path path = root.resolve(name);
        if (!Files.isDirectory(path)) {
            return Optional.empty();
        }
        boolean out = Files.isSymbolicLink(path) && findTarget(path).isEmpty();
        return out ? Optional.empty() : Optional.of(path.toRealPath());
    }

    /** Every file below a folder, sorted; none when the folder is missing. No link to a folder is followed. */
    List<FoundFile> files(Path folder) throws IOException {
        List<FoundFile> files = new ArrayList<>();
        if (findAttributes(folder).filter(BasicFileAttributes::isDirectory).isPresent()) {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), MAX_DEPTH, visitor(files));
        }
        files.sort(Comparator.comparing(FoundFile::path));
        return files;
    }

    /** Of the file itself, not of what it links to; empty when there is none, an error when that is not to be known. */
    static Optional<BasicFileAttributes> findAttributes(Path path) throws IOException {
        try {
            return Optional.of(Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private FileVisitor<Path> visitor(List<FoundFile> files) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                count(folder);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                count(file);
                if (attributes.isSymbolicLink()) {
                    addLink(files, file);
                } else if (attributes.isRegularFile()) {
                    files.add(new FoundFile(file, attributes.size(), attributes.size(), ""));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
                if (problem instanceof NoSuchFileException) { // a download moves its files while we look
                    return FileVisitResult.CONTINUE;
                }
                throw problem;
            }
        };
    }

    private void count(Path path) throws IOException {
        seen++;
        if (seen > most) {
            throw new TooManyFilesException("more than %d, at %s".formatted(most, root.relativize(path)));
        }
    }

    private void addLink(List<FoundFile> files, Path link) throws IOException {
        Optional<Path> target = findTarget(link);
        if (target.isEmpty()) {
            files.add(new FoundFile(link, 0, 0, "leads out of the folder"));
        } else if (!Files.exists(target.get())) {
            files.add(new FoundFile(link, 0, 0, "leads to a file that is missing"));
        } else if (Files.isRegularFile(target.get())) {
            files.add(new FoundFile(link, Files.size(target.get()), 0, ""));
        }
    }

    /** What a link leads to, which may be missing; empty when that is outside. */
    private Optional<Path> findTarget(Path link) throws IOException {
        Path target = Files.readSymbolicLink(link);
        if (target.isAbsolute()) {
            return Optional.empty();
        }
        Path there = link.resolveSibling(target).normalize();
        if (!there.startsWith(root)) { // not even asked whether it exists
            return Optional.empty();
        }
        return Optional.of(Files.exists(there) ? there.toRealPath() : there).filter(p -> p.startsWith(root));
    }
}
