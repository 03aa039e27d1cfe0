package org.warmplan.fleet;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.warmplan.domain.Vram;
import org.warmplan.domain.Workload;

/** The operator's own figures; one for the very card beats one for every card. */
record Overrides(List<FigureOverride> all) {
    Overrides {
        all = List.copyOf(all);
    }

    Optional<Vram> findVram(Workload workload, String gpuName) {
        return applying(workload, gpuName)
                .map(FigureOverride::vram)
                .filter(Objects::nonNull)
                .findFirst();
    }

    Optional<BigDecimal> findLoadSeconds(Workload workload, String gpuName) {
        return applying(workload, gpuName)
                .map(FigureOverride::loadSeconds)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** True when the operator gave a figure of this workload on this very card: it has run there. */
    boolean vouchFor(Workload workload, String gpuName) {
        return all.stream().anyMatch(o -> o.workload().equals(workload) && o.isFor(gpuName));
    }

    /** True when the operator gave any figure of this workload. */
    boolean mention(Workload workload) {
        return all.stream().anyMatch(o -> o.workload().equals(workload));
    }

    private Stream<FigureOverride> applying(Workload workload, String gpuName) {
        return all.stream()
                .filter(o -> o.workload().equals(workload) && (o.gpuName() == null || o.isFor(gpuName)))
                .sorted(Comparator.comparing(o -> !o.isFor(gpuName)));
    }
}
