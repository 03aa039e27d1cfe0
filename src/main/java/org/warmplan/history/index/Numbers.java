package org.warmplan.history.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Long lists of ids for conditions, a bounded number at a time: databases limit the length of a statement. */
final class Numbers {
    private static final int AT_ONCE = 500;

    private Numbers() {}

    /** Calls {@code ask} with conditions like {@code "id" IN (1, 2)} that together cover all {@code ids}, in their order. */
    static void in(String column, Collection<Long> ids, Consumer<String> ask) {
        List<Long> list = new ArrayList<>(ids);
        for (int from = 0; from < list.size(); from += AT_ONCE) {
            ask.accept(list.subList(from, Math.min(list.size(), from + AT_ONCE)).stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ", "\"" + column + "\" IN (", ")")));
        }
    }
}
