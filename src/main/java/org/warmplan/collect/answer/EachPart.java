package org.warmplan.collect.answer;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Snapshot;
import org.warmplan.files.JsonText;
import org.warmplan.files.Visible;

/** Reads a snapshot of several answers so that one that cannot be read loses only itself. */
public final class EachPart {
    private static final int MAX_ERROR = 120;

    /** The kind of issue for an answer that was left out as a whole. */
    public static final String PART_UNREADABLE = "partUnreadable";

    private EachPart() {}

    /**
     * Hands every part to {@code reader}; one that it refuses becomes an issue {@code partUnreadable}.
     *
     * @param reader may throw InputException, and must not have kept anything by then
     * @throws InputException what was wrong with the first part, when all were refused
     */
    public static void read(Snapshot snapshot, DataIssues issues, Consumer<Snapshot.Part> reader) {
        @Nullable InputException first = null;
        int refused = 0;
        for (Snapshot.Part part : snapshot.parts()) {
            try {
                reader.accept(part);
            } catch (InputException e) {
                first = first == null ? e : first;
                refused++;
                issues.add(new DataIssue(
                        PART_UNREADABLE,
                        snapshot.source(),
                        part.url(),
                        // An issue's value is brief, and the address is told already.
                        String.valueOf(e.getMessage()).replace(part.url() + " ", ""),
                        "An answer that cannot be read was left out; the others were read."));
            }
        }
        if (first != null && refused == snapshot.parts().size()) {
            throw first;
        }
    }

    /**
     * The JSON of a part of the source {@code source}.
     *
     * @throws InputException when it is no JSON object, or one that only tells of an error
     */
    public static Payload object(String source, Snapshot.Part part, DataIssues issues) {
        Payload root = Payload.of(source, JsonText.read(part.url(), PartText.of(part)), issues);
        if (!root.isObject()) {
            throw new InputException(
                    "%s holds %s, not an object. Maybe what it asks itself is down; collect again later."
                            .formatted(part.url(), root.isAbsent() ? "null" : "something else"));
        }
        if (!root.at("error").isAbsent()) {
            throw new InputException("%s answers an error: %s. Maybe it does not know what it was asked for."
                    .formatted(part.url(), Visible.brief(root.at("error").shown(), MAX_ERROR)));
        }
        return root;
    }
}
