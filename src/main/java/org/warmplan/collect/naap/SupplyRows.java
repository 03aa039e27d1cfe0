package org.warmplan.collect.naap;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.warmplan.collect.answer.Figures;
import org.warmplan.collect.answer.Payload;
import org.warmplan.domain.Address;
import org.warmplan.domain.AskedPriceSeen;
import org.warmplan.domain.Load;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Sessions;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Workload;

/** What orchestrators offer and serve, as NaaP counts it. */
final class SupplyRows {
    private static final BigDecimal MOST_WEI = BigDecimal.valueOf(Long.MAX_VALUE);

    private final Instant seenAt;
    private final List<Observation> observations;
    private final Set<Object> seen = new HashSet<>();

    SupplyRows(Instant seenAt, List<Observation> observations) {
        this.seenAt = seenAt;
        this.observations = observations;
    }

    /** A row of {@code streaming/models}. Its {@code available_capacity} may be negative, and is not used. */
    void addLiveModel(Payload row) {
        addModel(row, "active_streams", true);
    }

    /** A row of {@code requests/models}. */
    void addBatchModel(Payload row) {
        String type = row.text("job_type");
        if (type.equals("byoc")) {
            return;
        }
        if (!type.equals("ai-batch")) {
            row.at("job_type").odd("jobTypeUnknown", "A model of an unknown type of job was left out.");
            return;
        }
        addModel(row, "job_count_24h", false);
    }

    /** What is called {@code warm_orch_count} is who advertised the model in the last 24 hours, warm or not. */
    private void addModel(Payload row, String load, boolean live) {
        Optional<Workload> workload = Names.findWorkload(row, "pipeline", "model");
        if (workload.isEmpty()) {
            return;
        }
        Optional<Long> orchestrators = Figures.findCount(row, "warm_orch_count");
        Optional<Long> slots = Figures.findCount(row, "gpu_slots");
        Optional<Long> count = Figures.findCount(row, load);
        if (orchestrators.isEmpty() || slots.isEmpty() || count.isEmpty()) {
            return;
        }
        if (isNew(row, List.of("load", workload.get()))) {
            observations.add(new Load(
                    seenAt,
                    workload.get(),
                    orchestrators.get(),
                    slots.get(),
                    live ? count.get() : 0,
                    live ? 0 : count.get()));
        }
    }

    /** A row of {@code dashboard/pricing}: wei for so many units, never for one. Its {@code isWarm} is not warm either. */
    void addPrice(Payload row) {
        Optional<Workload> workload = Names.findWorkload(row, "pipeline", "model");
        if (workload.isEmpty()) {
            return;
        }
        Optional<Address> address = row.findAddress("orchAddress");
        Optional<BigDecimal> wei = Figures.findWhole(row, "priceWeiPerUnit", MOST_WEI);
        Optional<BigDecimal> units = Figures.findWhole(row, "pixelsPerUnit", MOST_WEI);
        if (address.isEmpty() || wei.isEmpty() || units.isEmpty()) {
            return;
        }
        if (units.get().signum() == 0) {
            row.at("pixelsPerUnit").odd("priceInvalid", "A price for no units was left out.");
        } else if (wei.get().signum() == 0) {
            row.at("priceWeiPerUnit").odd("priceMissing", "A price of nothing counts as none.");
        } else if (isNew(row, List.of("price", address.get(), workload.get()))) {
            observations.add(
                    new AskedPriceSeen(seenAt, address.get(), workload.get(), UnitPrice.of(wei.get(), units.get())));
        }
    }

    /** A row of {@code dashboard/orchestrators}. */
    void addOrchestrator(Payload row, Duration window) {
        Optional<Address> address = row.findAddress("address");
        Optional<Long> known = Figures.findCount(row, "knownSessions");
        Optional<Long> successful = Figures.findCount(row, "successSessions");
        Optional<Long> gpus = Figures.findCount(row, "gpuCount");
        if (address.isEmpty() || known.isEmpty() || successful.isEmpty() || gpus.isEmpty()) {
            return;
        }
        if (successful.get() > known.get()) {
            row.at("successSessions").odd("figuresDisagree", "A part larger than its whole was cut to it.");
        }
        if (isNew(row, List.of("sessions", address.get()))) {
            observations.add(new Sessions(
                    seenAt,
                    address.get(),
                    seenAt.minus(window),
                    seenAt,
                    Names.of(row, "serviceUri"),
                    known.get(),
                    Math.min(successful.get(), known.get()),
                    gpus.get()));
        }
    }

    private boolean isNew(Payload row, Object what) {
        if (seen.add(what)) {
            return true;
        }
        row.odd("rowRepeated", what.toString(), "One thing is told twice; the first row stands.");
        return false;
    }
}
