package org.warmplan.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a file is, seen from a folder, as a fleet file writes it: with slashes, and right through links of folders. */
final class RelativePath {
    private RelativePath() {}

    static String of(Path folder, Path file) {
        Path from = real(folder);
        Path to = file.toAbsolutePath();
        Path parent = to.getParent();
        if (parent != null) {
            // The file's own name stays as it is: a link may lead elsewhere tomorrow.
            to = real(parent).resolve(String.valueOf(to.getFileName()));
        }
        boolean joined = from.getRoot() != null && from.getRoot().equals(to.getRoot());
        String path = (joined ? from.relativize(to) : to).toString();
        return path.replace(to.getFileSystem().getSeparator(), "/");
    }

    /** The folder without links, as far as it is there. */
    private static Path real(Path folder) {
        Path absolute = folder.toAbsolutePath();
        for (@Nullable Path there = absolute; there != null; there = there.getParent()) {
            try {
                return there.toRealPath().resolve(there.relativize(absolute)).normalize();
            } catch (IOException e) {
                // Not there yet: its parent may be.
            }
        }
        return absolute.normalize();
    }
}
