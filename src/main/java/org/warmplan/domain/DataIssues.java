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
    /** So many of one snapshot are kept: a hostile one could fill the memory with them. */
    private static final int MOST_OF_ONE = 10_000;

    private final List<DataIssue> issues = new ArrayList<>();
    private final int most;

    /** Takes any number. */
    public DataIssues() {
        this(Integer.MAX_VALUE);
    }

    private DataIssues(int most) {
        this.most = most;
    }

    /** Takes what one snapshot can reasonably give, and then one last issue that says that there are more. */
    public static DataIssues ofOneSnapshot() {
        return new DataIssues(MOST_OF_ONE);
    }

    public void add(DataIssue issue) {
        if (issues.size() < most) {
            issues.add(issue);
        } else if (issues.size() == most) {
            issues.add(new DataIssue(
                    "issuesTooMany",
                    issue.source(),
                    issue.path(),
                    String.valueOf(most),
                    "There are more odd things in this snapshot than are counted."));
        }
    }

    public void addAll(Collection<DataIssue> more) {
        more.forEach(this::add);
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
