package org.warmplan.worker.disk;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Figure;

/**
 * Whether a workload's weights are on a worker's disk, or would still fit there.
 *
 * @param downloadBytes what would have to be downloaded at most, in bytes; null when nobody states it
 * @param spaceLeftBytes what the disk has left, in bytes; null when that is not known
 */
public record DiskFit(
        Workload workload,
        OnDisk onDisk,
        @Nullable Long downloadBytes,
        @Nullable Long spaceLeftBytes) {
    private static final BigDecimal BYTES_PER_GB = BigDecimal.TEN.pow(9);

    /** The answer in a word. */
    public enum Verdict {
        ON_DISK,
        FITS,
        TOO_LARGE,
        UNKNOWN
    }

    /**
     * Looks at the disk.
     *
     * @param diskGb the size of the model on disk in GB, as a catalogue states it; its high end counts
     */
    public static DiskFit of(Path modelsDir, Workload workload, @Nullable Figure diskGb) {
        OptionalLong left = ModelsOnDisk.findSpaceLeft(modelsDir);
        OnDisk onDisk = ModelsOnDisk.look(modelsDir, workload);
        return new DiskFit(
                workload, onDisk, download(onDisk, diskGb), left.isPresent() ? (Long) left.getAsLong() : null);
    }

    /**
     * The whole model, even when a part of it is there, because a cut download may start again. Nothing states the size
     * of what is needed beside it, and a figure that was made with other software is of other files.
     */
    static @Nullable Long download(OnDisk onDisk, @Nullable Figure diskGb) {
        if (onDisk instanceof OnDisk.Complete) {
            return 0L;
        }
        if (onDisk instanceof OnDisk.NotLookedAt nothing) {
            return nothing.why() == OnDisk.Why.NO_WEIGHTS ? 0L : null;
        }
        boolean ownIsThere = onDisk instanceof OnDisk.Incomplete part && part.hasOwn();
        if (ownIsThere || diskGb == null || !diskGb.isOfRunner()) {
            return null;
        }
        return diskGb.high().multiply(BYTES_PER_GB).longValue();
    }

    /** On disk, or whether the download fits in the space left. */
    public Verdict verdict() {
        if (downloadBytes == null) {
            return Verdict.UNKNOWN;
        }
        if (downloadBytes == 0) {
            return Verdict.ON_DISK;
        }
        if (spaceLeftBytes == null) {
            return Verdict.UNKNOWN;
        }
        return downloadBytes <= spaceLeftBytes ? Verdict.FITS : Verdict.TOO_LARGE;
    }
}
