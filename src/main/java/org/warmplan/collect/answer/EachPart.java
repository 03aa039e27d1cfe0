package org.warmplan.collect.answer;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Snapshot;

/** Reads a snapshot part by part. */
public final class EachPart {
    private EachPart() {}

    /**
     * Hands every part to {@code reader}; one that it refuses loses only itself.
     *
     * @throws InputException what was wrong with the first part, when every one was refused
     */
    public static void read(Snapshot snapshot, DataIssues issues, Consumer<Snapshot.Part> reader) {
        @Nullable InputException first = null;
        int readable = 0;
        for (Snapshot.Part part : snapshot.parts()) {
            try {
                reader.accept(part);
                readable++;
            } catch (InputException e) {
                first = first == null ? e : first;
                issues.add(new DataIssue(
                        "partUnreadable",
                        snapshot.source(),
                        part.url(),
                        // An issue's value is brief, and the address is told already.
                        String.valueOf(e.getMessage()).replace(part.url() + " ", ""),
                        "An answer that cannot be read was left out; the others were read."));
            }
        }
        if (readable == 0 && first != null) {
            throw first;
        }
    }
}
