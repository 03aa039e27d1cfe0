package org.warmplan.worker.lint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.CatalogueModel;
import org.warmplan.fleet.Figure;
import org.warmplan.worker.AiModel;
import org.warmplan.worker.disk.DiskFit;
import org.warmplan.worker.disk.OnDisk;

/** Which weights the worker's containers would not find, and whether they still fit on its disk. */
final class DiskLints {
    private static final BigDecimal BYTES_PER_GB = BigDecimal.TEN.pow(9);

    private final Known known;
    private final Path modelsDir;
    private final List<Lint> lints = new ArrayList<>();

    private DiskLints(Known known, Path modelsDir) {
        this.known = known;
        this.modelsDir = modelsDir;
    }

    static List<Lint> of(Checked checked, Known known) {
        Path folder = known.modelsDir();
        return folder == null ? List.of() : new DiskLints(known, folder).list(checked);
    }

    private List<Lint> list(Checked checked) {
        Map<Workload, AiModel> managed = new LinkedHashMap<>();
        checked.file().entries().stream()
                .filter(AiModel::isManaged)
                .forEach(entry -> entry.findWorkload().ifPresent(workload -> managed.putIfAbsent(workload, entry)));
        long wanted = 0;
        Long left = null;
        for (Map.Entry<Workload, AiModel> each : managed.entrySet()) {
            DiskFit fit = DiskFit.of(modelsDir, each.getKey(), size(each.getKey()));
            if (fit.onDisk() instanceof OnDisk.NotLookedAt nothing && nothing.why() == OnDisk.Why.NO_FOLDER) {
                return List.of(new Lint(
                        LintCode.MODELS_UNSEEN,
                        "modelsDir",
                        modelsDir.toString(),
                        "the models folder %s is not there, so it is not checked which weights are"
                                .formatted(modelsDir)));
            }
            look(each.getValue(), fit);
            wanted += fit.downloadBytes() == null ? 0 : fit.downloadBytes();
            left = fit.spaceLeftBytes();
        }
        space(wanted, left);
        return lints;
    }

    private @Nullable Figure size(Workload workload) {
        return known.catalogue().findModel(workload).map(CatalogueModel::diskGb).orElse(null);
    }

    private void look(AiModel entry, DiskFit fit) {
        if (fit.onDisk() instanceof OnDisk.Absent absent) {
            LintCode code = absent.fetchedAtStart() ? LintCode.MODEL_NOT_ON_DISK : LintCode.MODEL_NEVER_FETCHED;
            add(code, entry, "%s is not in %s".formatted(entry.modelId(), modelsDir), fit);
        } else if (fit.onDisk() instanceof OnDisk.Incomplete part) {
            LintCode code = part.fetchedAtStart() ? LintCode.MODEL_INCOMPLETE : LintCode.MODEL_NEVER_FETCHED;
            add(code, entry, "not all of %s is in %s (%s)".formatted(entry.modelId(), modelsDir, part.missing()), fit);
        }
    }

    private void add(LintCode code, AiModel entry, String message, DiskFit fit) {
        Long download = fit.downloadBytes();
        Long left = fit.spaceLeftBytes();
        String size = download == null ? "" : "; the download is up to %s".formatted(gb(download));
        String space = left == null ? "" : "; the disk has %s left".formatted(gb(left));
        lints.add(Lint.of(code, entry, "model_id", entry.modelId(), message + size + space));
    }

    private void space(long wanted, @Nullable Long left) {
        if (left != null && wanted > left) {
            lints.add(new Lint(
                    LintCode.DISK_FULL,
                    "modelsDir",
                    modelsDir.toString(),
                    "the weights that are missing take up to %s, and %s has %s left"
                            .formatted(gb(wanted), modelsDir, gb(left))));
        }
    }

    private static String gb(long bytes) {
        return new BigDecimal(bytes)
                        .divide(BYTES_PER_GB, 1, RoundingMode.HALF_EVEN)
                        .toPlainString() + " GB";
    }
}
