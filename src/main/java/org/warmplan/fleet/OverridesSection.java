package org.warmplan.fleet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Vram;
import org.warmplan.domain.Workload;
import org.warmplan.files.Fields;

/** The operator's own figures in a fleet file. */
final class OverridesSection {
    private static final long MOST_MIB = 1L << 20;
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(3600);

    private final Catalogue catalogue;
    private final List<FleetWorker> workers;

    OverridesSection(Catalogue catalogue, List<FleetWorker> workers) {
        this.catalogue = catalogue;
        this.workers = workers;
    }

    List<FigureOverride> read(Fields root) {
        List<FigureOverride> overrides = new ArrayList<>();
        for (Fields fields : root.objects("overrides")) {
            FigureOverride override = override(fields);
            for (int i = 0; i < overrides.size(); i++) {
                if (sameTarget(override, overrides.get(i))) {
                    throw fields.wrong(
                            "workload",
                            "has its figures in overrides[" + i + "] already",
                            "put all of them in one entry, or name different cards as gpu");
                }
            }
            overrides.add(override);
        }
        return overrides;
    }

    private FigureOverride override(Fields fields) {
        Workload workload = WorkloadField.read(fields);
        String gpuName = gpuName(fields);
        OptionalLong vramMib = fields.findInteger("vramMib", 1, MOST_MIB);
        Optional<BigDecimal> loadSeconds = fields.findNumber("loadSeconds", BigDecimal.ZERO, MOST_SECONDS);
        if (vramMib.isEmpty() && loadSeconds.isEmpty()) {
            throw fields.wrong("workload", "has no figure beside it", "add vramMib, loadSeconds or both");
        }
        fields.end();
        return new FigureOverride(
                workload,
                gpuName,
                vramMib.isPresent() ? Vram.ofMib(vramMib.getAsLong()) : null,
                loadSeconds.orElse(null));
    }

    private @Nullable String gpuName(Fields fields) {
        Optional<String> given = fields.findText("gpu");
        if (given.isEmpty()) {
            return null;
        }
        String known = catalogue.findGpu(given.get()).map(CatalogueGpu::name).orElse(given.get());
        List<String> owned = workers.stream()
                .flatMap(w -> w.gpus().stream())
                .map(FleetGpu::name)
                .distinct()
                .toList();
        return owned.stream()
                .filter(name -> name.equalsIgnoreCase(known))
                .findFirst()
                .orElseThrow(() -> fields.wrong(
                        "gpu",
                        "is \"" + given.get() + "\", no card of this fleet",
                        "one of these was meant: " + owned.stream().collect(Collectors.joining(", "))));
    }

    private static boolean sameTarget(FigureOverride a, FigureOverride b) {
        return a.workload().equals(b.workload()) && (a.gpuName() == null ? b.gpuName() == null : b.isFor(a.gpuName()));
    }
}
