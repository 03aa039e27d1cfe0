package org.warmplan.history.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Window;
import org.warmplan.history.FiledSnapshot;
import org.warmplan.history.InputSnapshot;
import org.warmplan.history.Observed;
import org.warmplan.history.SnapshotId;
import org.warmplan.history.SnapshotLook.Problem;

/** Answers from an index that is whole. */
final class Answers {
    private static final Comparator<SnapshotRow> OLDEST_FIRST = Comparator.comparing(SnapshotRow::id);

    private final Handle handle;
    private final Function<SnapshotId, String> fileNames;
    private final ObservationTables observations = new ObservationTables();
    private final RecordTable<DataIssue> issues = RecordTable.of(DataIssue.class);

    Answers(Handle handle, Function<SnapshotId, String> fileNames) {
        this.handle = handle;
        this.fileNames = fileNames;
    }

    /** A content, to be dated. */
    private static final class Content {
        private final RecordTable<?> table;
        private final @Nullable Object[] arguments;

        Content(RecordTable<?> table, @Nullable Object[] arguments) {
            this.table = table;
            this.arguments = arguments;
        }

        Object dated(Instant date) {
            return table.dated(arguments, date);
        }
    }

    /** A link to a content. */
    private record Link(long content, int times) {}

    Observed observe(Window window, Predicate<String> sources) {
        List<SnapshotRow> rows = SnapshotRow.select(
                        handle,
                        "\"filed\" BETWEEN ? AND ?",
                        window.from().getEpochSecond(),
                        window.to().getEpochSecond())
                .stream()
                .filter(row -> window.contains(row.id().instant())
                        && sources.test(row.id().source()))
                .sorted(OLDEST_FIRST)
                .toList();
        Map<Long, List<Link>> seen = links("\"seen\"", "\"observation\", 1", rows);
        Map<Long, List<Link>> odd = links("\"seen_issue\"", "\"issue\", \"times\"", rows);
        Map<Long, Content> contents = contents(distinct(seen.values()));
        Map<Long, Content> issueContents = rows(issues, distinct(odd.values()));

        List<InputSnapshot> inputs = new ArrayList<>();
        List<Observation> observed = new ArrayList<>();
        List<DataIssue> issuesOf = new ArrayList<>();
        for (SnapshotRow row : rows) {
            Problem problem = row.problem(fileNames.apply(row.id()));
            if (problem != null) {
                issuesOf.add(problem.issue(row.id()));
                continue;
            }
            inputs.add(row.input());
            add(row, row.observations(), seen, contents, content -> observed.add((Observation) content));
            add(row, row.issues(), odd, issueContents, content -> issuesOf.add((DataIssue) content));
        }
        observed.sort(Comparator.comparing(Observation::seenAt));
        return new Observed(inputs, observed, issuesOf);
    }

    private static void add(
            SnapshotRow row,
            int expected,
            Map<Long, List<Link>> links,
            Map<Long, Content> contents,
            Consumer<Object> to) {
        int found = 0;
        for (Link link : links.getOrDefault(row.number(), List.of())) {
            Content content = contents.get(link.content());
            if (content == null) {
                throw new DamagedIndex("misses what a snapshot says");
            }
            Object dated = content.dated(row.instant());
            for (int i = 0; i < link.times(); i++) {
                to.accept(dated);
            }
            found += link.times();
        }
        if (found != expected) {
            throw new DamagedIndex("has %d facts of a snapshot that gave %d".formatted(found, expected));
        }
    }

    private static Set<Long> distinct(Collection<List<Link>> links) {
        Set<Long> distinct = new HashSet<>();
        links.forEach(list -> list.forEach(link -> distinct.add(link.content())));
        return distinct;
    }

    /** The links of snapshots by their numbers, in order. */
    private Map<Long, List<Link>> links(String table, String columns, List<SnapshotRow> rows) {
        Map<Long, List<Link>> links = new HashMap<>();
        List<Long> ids = rows.stream().map(SnapshotRow::number).sorted().toList();
        Numbers.in(
                "snapshot",
                ids,
                condition -> handle.createQuery("SELECT \"snapshot\", " + columns + " FROM " + table + " WHERE "
                                + condition + " ORDER BY \"snapshot\", \"position\"")
                        .scanResultSet((result, context) -> {
                            var row = result.get();
                            while (row.next()) {
                                links.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                                        .add(new Link(row.getLong(2), row.getInt(3)));
                            }
                            return links;
                        }));
        return links;
    }

    private Map<Long, Content> contents(Set<Long> ids) {
        Map<String, Set<Long>> types = new TreeMap<>();
        Numbers.in(
                "id",
                sorted(ids),
                condition -> handle.createQuery("SELECT \"type\", \"id\" FROM \"observation\" WHERE " + condition)
                        .map((row, context) -> types.computeIfAbsent(row.getString(1), type -> new HashSet<>())
                                .add(row.getLong(2)))
                        .list());
        Map<Long, Content> contents = new HashMap<>();
        types.forEach((type, some) -> contents.putAll(rows(observations.named(type), some)));
        return contents;
    }

    private Map<Long, Content> rows(RecordTable<?> table, Set<Long> ids) {
        Map<Long, Content> contents = new HashMap<>();
        Numbers.in(
                "id",
                sorted(ids),
                condition -> handle.createQuery(table.select(condition))
                        .map((row, context) -> contents.put(row.getLong(1), new Content(table, table.read(row))))
                        .list());
        return contents;
    }

    private static List<Long> sorted(Set<Long> ids) {
        return ids.stream().sorted().toList();
    }

    List<Offer> offersWithCards(Address orchestrator, Instant upTo) {
        RecordTable<?> table = observations.of(Offer.class);
        Map<Long, Content> offers = new HashMap<>();
        handle.createQuery(table.select("\"orchestrator\" = ?"))
                .bind(0, orchestrator.value())
                .map((row, context) -> offers.put(row.getLong(1), new Content(table, table.read(row))))
                .list();
        offers.values()
                .removeIf(
                        content -> ((Offer) content.dated(Instant.EPOCH)).gpus().isEmpty());
        if (offers.isEmpty()) {
            return List.of();
        }
        List<SnapshotRow> newestFirst =
                SnapshotRow.select(handle, "\"filed\" <= ? AND \"state\" = 'READ'", upTo.getEpochSecond()).stream()
                        .filter(row -> !row.id().instant().isAfter(upTo))
                        .sorted(Comparator.comparing(
                                        (SnapshotRow row) -> row.id().instant())
                                .reversed()
                                .thenComparing(row -> row.id().source()))
                        .toList();
        for (SnapshotRow row : newestFirst) {
            List<Offer> found = new ArrayList<>();
            links("\"seen\"", "\"observation\", 1", List.of(row))
                    .values()
                    .forEach(links -> links.forEach(link -> {
                        Content offer = offers.get(link.content());
                        if (offer != null) {
                            found.add((Offer) offer.dated(row.instant()));
                        }
                    }));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    List<FiledSnapshot> filed() {
        return SnapshotRow.select(handle, "1 = 1").stream()
                .sorted(OLDEST_FIRST)
                .map(row -> row.listed(fileNames.apply(row.id())))
                .toList();
    }
}
