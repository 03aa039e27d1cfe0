package org.warmplan.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers issues during a run. Not safe for several threads. */
public final class DataIssues {
    private final List<DataIssue> issues = new ArrayList<>();

    public void add(DataIssue issue) {
        issues.add(issue);
    }

    public void addAll(Collection<DataIssue> more) {
        issues.addAll(more);
    }

    public List<DataIssue> list() {
        return Collections.unmodifiableList(issues);
    }

    /** Grouped by kind, source and message, sorted by kind and source, each group with its first issue. */
    public List<CountedIssue> counted() {
        Map<List<String>, CountedIssue> groups = new LinkedHashMap<>();
        for (DataIssue issue : issues) {
            groups.merge(
                    List.of(issue.kind(), issue.source(), issue.message()),
                    new CountedIssue(issue, 1),
                    (a, b) -> new CountedIssue(a.first(), a.count() + 1));
        }
        return groups.values().stream()
                .sorted(Comparator.comparing((CountedIssue c) -> c.first().kind())
                        .thenComparing(c -> c.first().source())
                        .thenComparing(c -> c.first().message()))
                .toList();
    }
}
