package org.warmplan.demand.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/** Spans of time that a source covers, apart from each other and in order. */
record Spans(List<Span> spans) {
    /** How far back an observer's answer reaches at most: what it is asked for, and what its dashboards hold. */
    private static final Duration LONGEST = Duration.ofDays(7);

    record Span(Instant from, Instant to) {}

    Spans {
        spans = List.copyOf(spans);
    }

    /**
     * What a row of snapshots covers. Each is asked for the time since the one before it, a week at most, so hours of that
     * time without a row are hours without demand; the first covers what lies behind its first row.
     *
     * @param firstRows the start of the first row of each snapshot, by the snapshot's instant
     */
    static Spans covered(SortedMap<Instant, Instant> firstRows) {
        List<Span> spans = new ArrayList<>();
        Instant before = null;
        for (var entry : firstRows.entrySet()) {
            Instant to = entry.getKey();
            Instant from = entry.getValue();
            if (before != null) {
                Instant asked = before.isAfter(to.minus(LONGEST)) ? before : to.minus(LONGEST);
                from = asked.isBefore(from) ? asked : from;
            }
            if (from.isBefore(to)) {
                spans.add(new Span(from, to));
            }
            before = to;
        }
        return union(spans);
    }

    static Spans union(List<Span> some) {
        List<Span> sorted = new ArrayList<>(some);
        sorted.sort(Comparator.comparing(Span::from));
        List<Span> apart = new ArrayList<>();
        for (Span span : sorted) {
            Span last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
            if (last == null || span.from().isAfter(last.to())) {
                apart.add(span);
            } else if (span.to().isAfter(last.to())) {
                apart.set(apart.size() - 1, new Span(last.from(), span.to()));
            }
        }
        return new Spans(apart);
    }

    /** The part of a week, 0 to 1, that is covered. */
    double partOf(int week, Weeks weeks) {
        return spans.stream()
                .mapToDouble(span -> weeks.partOf(week, span.from(), span.to()))
                .sum();
    }
}
