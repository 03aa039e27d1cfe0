package org.warmplan.worker.disk;

import java.nio.file.Path;

/**
 * A file, or a link to one.
 *
 * @param path under the folder that was walked
 * @param size of the file or the link's target, in bytes; 0 when the link is broken
 * @param ownBytes what it takes up itself: 0 for a link
 * @param wrong why a container cannot read it; empty when it can
 */
record FoundFile(Path path, long size, long ownBytes, String wrong) {
    String name() {
        return String.valueOf(path.getFileName());
    }

    /** The folder it lies in. */
    Path folder() {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    boolean isUnfinished() {
        return name().endsWith(".incomplete");
    }
}
