package org.warmplan.worker.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that is wrong with a file although it may start. */
public final class Linter {
    private Linter() {}

    /** All findings, errors first, then in the order they were looked for: file, reach, memory, models, disk, prices. */
    public static List<Lint> lint(Checked checked, Known known) {
        List<Lint> lints = new ArrayList<>(FileLints.of(checked.file(), checked.setup()));
        lints.addAll(ReachLints.of(checked));
        lints.addAll(VramLints.of(checked, known));
        lints.addAll(ModelLints.of(checked, known));
        lints.addAll(DiskLints.of(checked, known));
        lints.addAll(PriceLints.of(checked, known));
        lints.sort(Comparator.comparing(Lint::severity));
        return List.copyOf(lints);
    }
}
