package org.warmplan.collect.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.warmplan.collect.answer.WorkloadNames;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.SeenGpu;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Warmth;
import org.warmplan.domain.Workload;

/** Turns rows into counts where they only count, and into offers where they say who offers. */
final class TableReading {
    private static final Pattern GPU_ID = Pattern.compile("GPU-[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final String source;
    private final Instant seenAt;
    private final DataIssues issues;
    private final CountedOffers counted;
    private final Map<Listing, Offer> offers = new LinkedHashMap<>();
    private int read;

    TableReading(String source, Instant seenAt, DataIssues issues, CountedOffers counted) {
        this.source = source;
        this.seenAt = seenAt;
        this.issues = issues;
        this.counted = counted;
    }

    /** Adds the table's rows, and returns how many could be read. */
    int add(TableRows table) {
        int before = read;
        boolean named = table.has(Column.ORCHESTRATOR)
                && table.rows().stream().anyMatch(row -> row.findAddress().isPresent());
        table.rows()
                .forEach(row -> findWorkload(row).ifPresent(workload -> {
                    if (named) {
                        addOffer(row, workload);
                    } else {
                        addCounts(row, workload);
                    }
                }));
        return read - before;
    }

    /** In the order of the rows. */
    List<Offer> offers() {
        return new ArrayList<>(offers.values());
    }

    private Optional<Workload> findWorkload(TableRow row) {
        Optional<Pipeline> pipeline = row.findPipeline();
        if (pipeline.isEmpty()) {
            odd("pipelineUnknown", row, Column.PIPELINE, "A row of what is no AI pipeline of ours was left out.");
            return Optional.empty();
        }
        Optional<Workload> workload = WorkloadNames.findWorkload(pipeline.get(), row.wholeText(Column.MODEL));
        if (workload.isEmpty()) {
            odd("modelIdInvalid", row, Column.MODEL, "A model id that no model can have was left out.");
        }
        return workload;
    }

    private void addCounts(TableRow row, Workload workload) {
        Optional<CountedOffers.Counts> counts = findCounts(row);
        if (counts.isEmpty()) {
            Column column = row.has(Column.COUNTS) ? Column.COUNTS : row.has(Column.WARM) ? Column.WARM : Column.COLD;
            odd("countInvalid", row, column, "A row that neither counts nor says who offers was left out.");
            return;
        }
        read++;
        if (counted.add(workload, counts.get())) {
            odd(
                    "countRepeated",
                    row,
                    Column.PIPELINE,
                    "A workload is counted more than once; the larger count stands.");
        }
    }

    private static Optional<CountedOffers.Counts> findCounts(TableRow row) {
        if (row.has(Column.COUNTS)) {
            return CellWords.findCounts(row.text(Column.COUNTS), row.heading(Column.COUNTS));
        }
        if (!row.has(Column.WARM) && !row.has(Column.COLD)) {
            return Optional.empty();
        }
        OptionalLong warm = row.has(Column.WARM) ? CellWords.findCount(row.text(Column.WARM)) : OptionalLong.of(0);
        OptionalLong cold = row.has(Column.COLD) ? CellWords.findCount(row.text(Column.COLD)) : OptionalLong.of(0);
        return warm.isEmpty() || cold.isEmpty()
                ? Optional.empty()
                : Optional.of(new CountedOffers.Counts(warm.getAsLong(), cold.getAsLong()));
    }

    private void addOffer(TableRow row, Workload workload) {
        Optional<Address> address = row.findAddress();
        if (address.isEmpty()) {
            odd("addressInvalid", row, Column.ORCHESTRATOR, "An orchestrator without a sound address was left out.");
            return;
        }
        Optional<Warmth> warmth = findWarmth(row);
        if (warmth.isEmpty()) {
            odd("statusInvalid", row, Column.STATUS, "A row that is neither clearly warm nor cold was left out.");
            return;
        }
        Offer offer = new Offer(
                seenAt,
                address.get(),
                row.uri(),
                workload,
                warmth.get(),
                capacity(row, Column.CAPACITY),
                workload.pipeline().isLive() ? capacity(row, Column.IN_USE) : 0,
                price(row),
                gpus(row),
                row.text(Column.VERSION));
        add(row, offer);
    }

    private void add(TableRow row, Offer offer) {
        read++;
        Listing listing = new Listing(offer.orchestrator(), offer.uri(), offer.workload());
        Offer first = offers.putIfAbsent(listing, offer);
        if (first != null) {
            if (offer.isWarm() && !first.isWarm()) {
                offers.put(listing, offer);
            }
            odd(
                    "offerRepeated",
                    row,
                    Column.MODEL,
                    "One node is listed twice with the same model; the two count as one.");
        }
    }

    private static Optional<Warmth> findWarmth(TableRow row) {
        if (row.has(Column.STATUS)) {
            return CellWords.findWarmth(row.text(Column.STATUS));
        }
        if (row.has(Column.COUNTS)) {
            return CellWords.findCounts(row.text(Column.COUNTS), row.heading(Column.COUNTS))
                    .filter(counts -> counts.warm() + counts.cold() > 0)
                    .map(counts -> counts.warm() > 0 ? Warmth.WARM : Warmth.COLD)
                    .or(() -> CellWords.findWarmth(row.text(Column.COUNTS)));
        }
        Optional<Boolean> warm = CellWords.findYes(row.text(Column.WARM));
        Optional<Boolean> cold = CellWords.findYes(row.text(Column.COLD));
        if (!row.has(Column.COLD)) {
            return warm.map(yes -> yes ? Warmth.WARM : Warmth.COLD);
        }
        if (!row.has(Column.WARM)) {
            return cold.map(yes -> yes ? Warmth.COLD : Warmth.WARM);
        }
        boolean isWarm = warm.orElse(false);
        return isWarm || cold.orElse(false) ? Optional.of(isWarm ? Warmth.WARM : Warmth.COLD) : Optional.empty();
    }

    private long capacity(TableRow row, Column column) {
        String text = row.text(column);
        OptionalLong count = text.isEmpty() ? OptionalLong.of(0) : CellWords.findCount(text);
        if (count.isEmpty()) {
            odd("capacityInvalid", row, column, "A capacity that is no sound number was read as 0.");
        }
        return count.orElse(0);
    }

    private @Nullable UnitPrice price(TableRow row) {
        if (!row.has(Column.PRICE)) {
            return null;
        }
        String text = row.text(Column.PRICE);
        Optional<UnitPrice> price = PriceWords.find(text, row.heading(Column.PRICE));
        if (price.isEmpty()) {
            odd(
                    text.isEmpty() ? "priceMissing" : "priceInvalid",
                    row,
                    Column.PRICE,
                    "A price that is no number of wei for a billed unit was left out.");
        }
        return price.orElse(null);
    }

    /** Cards are told apart by their id, so one that is only named is not counted. */
    private static List<SeenGpu> gpus(TableRow row) {
        Set<String> ids = new LinkedHashSet<>();
        for (String text : row.texts(Column.GPU)) {
            GPU_ID.matcher(text).results().forEach(id -> ids.add(id.group()));
        }
        String shown = GPU_ID.matcher(row.text(Column.GPU))
                .replaceAll("")
                .replaceAll("[()\\[\\],:;]", " ")
                .strip();
        return ids.stream()
                .map(id -> new SeenGpu(id, ids.size() == 1 ? shown : "", 0, 0))
                .toList();
    }

    private void odd(String kind, TableRow row, Column column, String message) {
        String heading = row.heading(column);
        issues.add(new DataIssue(
                kind, source, heading.isEmpty() ? row.path() : row.path() + "." + heading, row.text(column), message));
    }

    private record Listing(Address orchestrator, String uri, Workload workload) {}
}
