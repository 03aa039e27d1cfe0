package org.warmplan.fleet;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.warmplan.files.Fields;

/** A path in a fleet file, taken from the folder that file is in. */
final class PathField {
    private PathField() {}

    static @Nullable Path find(Fields fields, String field, Path file) {
        Optional<String> text = fields.findText(field);
        try {
            return text.map(file::resolveSibling).orElse(null);
        } catch (InvalidPathException e) {
            throw fields.wrong(field, "is no path: " + e.getReason(), "a quote or a backslash went wrong");
        }
    }
}
