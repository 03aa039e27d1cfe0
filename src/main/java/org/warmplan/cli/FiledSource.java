package org.warmplan.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.warmplan.history.FiledSnapshot;

/**
 * What is filed of one source.
 *
 * @param kinds of the snapshots that can be read that far
 * @param unreadable how many say nothing
 */
record FiledSource(
        String name, SortedSet<String> kinds, int snapshots, Instant first, Instant last, long bytes, long unreadable) {

    /** By name; {@code filed} is oldest first. */
    static List<FiledSource> of(List<FiledSnapshot> filed) {
        Map<String, List<FiledSnapshot>> bySource = filed.stream()
                .collect(Collectors.groupingBy(one -> one.id().source(), TreeMap::new, Collectors.toList()));
        return bySource.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static FiledSource of(String name, List<FiledSnapshot> filed) {
        return new FiledSource(
                name,
                filed.stream()
                        .map(FiledSnapshot::kind)
                        .filter(kind -> !kind.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new)),
                filed.size(),
                filed.get(0).id().instant(),
                filed.get(filed.size() - 1).id().instant(),
                filed.stream().mapToLong(FiledSnapshot::bytes).sum(),
                filed.stream().filter(one -> one.problem() != null).count());
    }
}
