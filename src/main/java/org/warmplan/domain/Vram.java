package org.warmplan.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** GPU memory in whole MiB (2^20 bytes), never negative. */
public record Vram(long mib) implements Comparable<Vram> {
    public static final Vram ZERO = new Vram(0);
    private static final BigDecimal BYTES_PER_MIB = BigDecimal.valueOf(1L << 20);

    public Vram {
        if (mib < 0) {
            throw new IllegalArgumentException("The VRAM (" + mib + " MiB) must not be negative.");
        }
    }

    public static Vram ofMib(long mib) {
        return new Vram(mib);
    }

    /** Rounds up to a whole MiB: a need is never understated. */
    public static Vram ofGib(BigDecimal gib) {
        return new Vram(gib.multiply(BigDecimal.valueOf(1024))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact());
    }

    /** Documents write GB for 10^9 bytes; rounds up to a whole MiB. */
    public static Vram ofGb(BigDecimal gb) {
        return new Vram(gb.multiply(BigDecimal.valueOf(1_000_000_000L))
                .divide(BYTES_PER_MIB, 0, RoundingMode.CEILING)
                .longValueExact());
    }

    public Vram plus(Vram other) {
        return new Vram(Math.addExact(mib, other.mib));
    }

    /** What is left, or zero when {@code other} is more. */
    public Vram minusOrZero(Vram other) {
        return new Vram(Math.max(0, mib - other.mib));
    }

    public boolean fitsIn(Vram room) {
        return mib <= room.mib;
    }

    /** For reading: GiB with one decimal. */
    public String text() {
        return String.format(Locale.ROOT, "%.1f GiB", mib / 1024.0);
    }

    @Override
    public int compareTo(Vram other) {
        return Long.compare(mib, other.mib);
    }

    @Override
    public String toString() {
        return mib + " MiB";
    }
}
