package org.warmplan.collect.ask;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Snapshot;

/** Lists whose pages are asked for with the opaque {@code cursor} that the page before them gave. */
public final class CursorPages {
    /** More pages than this are a list that does not end. */
    public static final int MOST = 200;

    private CursorPages() {}

    /**
     * All pages of an endpoint, or none of them and an issue.
     *
     * @param cursor what a page says is next, empty on the last one; may throw InputException
     */
    public static List<Snapshot.Part> find(
            Visit visit,
            BaseUrl base,
            String endpoint,
            Map<String, String> parameters,
            Function<Snapshot.Part, Optional<String>> cursor) {
        Set<String> seen = new HashSet<>();
        return visit.findPages(
                base.at(endpoint, parameters),
                page -> cursor.apply(page).map(next -> {
                    requireNew(seen, next, page);
                    Map<String, String> following = new LinkedHashMap<>(parameters);
                    following.put("cursor", next);
                    return base.at(endpoint, following);
                }),
                MOST);
    }

    private static void requireNew(Set<String> seen, String cursor, Snapshot.Part page) {
        if (!seen.add(cursor)) {
            throw new InputException(
                    "%s leads back to a page it came from. Maybe the service is being changed; try later."
                            .formatted(page.url()));
        }
    }
}
