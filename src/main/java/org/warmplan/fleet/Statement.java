package org.warmplan.fleet;

import java.util.Optional;
import org.warmplan.domain.Vram;

/**
 * A figure that no rule plans with, but that an operator should see.
 *
 * @param what what it says, like {@code needs more than}
 * @param unit {@code GB} (10^9 bytes), {@code GiB} (2^30 bytes) or {@code s}
 */
public record Statement(String what, Figure figure, String unit) {
    /** The high end as VRAM, when it is about memory under the network's own runner. */
    public Optional<Vram> findVram() {
        if (!figure.isOfRunner()) {
            return Optional.empty();
        }
        return switch (unit) {
            case "GB" -> Optional.of(Vram.ofGb(figure.high()));
            case "GiB" -> Optional.of(Vram.ofGib(figure.high()));
            default -> Optional.empty();
        };
    }

    /** What it says, how much, and with which software if another. */
    public String claim() {
        String runner = figure.otherRunner() == null ? "" : " with " + figure.otherRunner();
        return "%s %s %s%s".formatted(what, figure.text(), unit, runner);
    }

    /** The claim with where it comes from. */
    public String text() {
        return claim() + " (" + figure.source() + ")";
    }
}
