package org.warmplan.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may do what with a file; nothing where the system does not know of it. */
record Ownership(@Nullable UserPrincipal owner, @Nullable GroupPrincipal group, Set<PosixFilePermission> mode) {
    Ownership {
        mode = Set.copyOf(mode);
    }

    static Ownership of(Path file) throws IOException {
        if (!WholeFile.isPosix()) {
            return new Ownership(null, null, Set.of());
        }
        PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
        return new Ownership(attributes.owner(), attributes.group(), attributes.permissions());
    }

    /** Makes it so; returns a sentence about {@code shown} when owner or group could not be given. */
    Optional<String> giveTo(Path file, Path shown) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (owner == null || group == null || view == null) {
            return Optional.empty();
        }
        String lost = "";
        try {
            // The group first: once the file is somebody else's, it may not be ours to give.
            if (!Objects.equals(group, view.readAttributes().group())) {
                view.setGroup(group);
            }
            if (!Objects.equals(owner, view.readAttributes().owner())) {
                view.setOwner(owner);
            }
        } catch (IOException e) {
            lost = "%s belonged to %s:%s, which only root may give back. Maybe run chown %s:%s on it."
                    .formatted(shown, owner, group, owner, group);
        }
        view.setPermissions(mode);
        return lost.isEmpty() ? Optional.empty() : Optional.of(lost);
    }
}
