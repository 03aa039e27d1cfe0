package org.warmplan.report;

import java.util.ArrayList;
import java.util.List;
import org.warmplan.domain.Vram;
import org.warmplan.explain.SlotPlan;
import org.warmplan.files.Visible;
import org.warmplan.fleet.Fit;
import org.warmplan.fleet.FleetGpu;

/**
 * How the memory of one card is used, as a bar. Positions and widths are parts of its length, like {@code 12.50%}; the
 * length is the card's memory, or what is needed when that is more.
 *
 * @param total all memory of the card
 * @param parts from left to right
 * @param end where the card's memory ends; 100 % unless more is needed
 * @param notes workloads whose need nobody knows
 */
record VramBar(String total, List<Part> parts, String end, List<String> notes) {
    /**
     * A stretch of the bar.
     *
     * @param style {@code reserved}, {@code left}, or {@code load-1} and so on for workloads
     */
    record Part(String style, String label, String amount, String at, String width) {}

    private static final int STYLES = 4;

    /** Needs and what they are for, before it is known how long the bar is. */
    private record Claim(String style, String label, Vram amount, String rule) {}

    /** @param slots those on this card */
    static VramBar of(FleetGpu gpu, List<SlotPlan> slots) {
        List<Claim> claims = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (SlotPlan slot : slots) {
            String style = "load-" + (claims.size() % STYLES + 1);
            String label = slot.workload() == null
                    ? ""
                    : ShownWorkload.of(slot.workload()).brief();
            if (slot.fit() instanceof Fit.Fits fits) {
                claims.add(new Claim(style, label, fits.need(), ", rule " + Wording.rule(fits.rule())));
            } else if (slot.fit() instanceof Fit.Unfit unfit) {
                claims.add(new Claim(style, label, unfit.need(), ", by the figures"));
            } else if (slot.fit() instanceof Fit.NoFigure) {
                notes.add(label + ": need not known");
            }
        }
        if (gpu.reserved().mib() > 0) {
            claims.add(new Claim("reserved", "reserved", gpu.reserved(), ""));
        }
        return of(gpu.vram(), claims, notes);
    }

    private static VramBar of(Vram total, List<Claim> claims, List<String> notes) {
        Vram needed = claims.stream().map(Claim::amount).reduce(Vram.ZERO, Vram::plus);
        Vram left = total.minusOrZero(needed);
        List<Claim> all = new ArrayList<>(claims);
        if (left.mib() > 0) {
            all.add(new Claim("left", "left over", left, ""));
        }
        Vram length = needed.plus(left);
        List<Part> parts = new ArrayList<>();
        Vram at = Vram.ZERO;
        for (Claim claim : all) {
            parts.add(new Part(
                    claim.style(),
                    Visible.of(claim.label()),
                    claim.amount().text() + claim.rule(),
                    part(at, length),
                    part(claim.amount(), length)));
            at = at.plus(claim.amount());
        }
        return new VramBar(total.text(), List.copyOf(parts), part(total, length), List.copyOf(notes));
    }

    private static String part(Vram amount, Vram of) {
        return Percent.of((double) amount.mib() / of.mib());
    }

    /** Whether more is needed than the card has. */
    boolean isOver() {
        return !end.equals(Percent.of(1));
    }

    /** All of it in one sentence. */
    String description() {
        List<String> said = new ArrayList<>();
        parts.forEach(part -> said.add(part.label() + " " + part.amount()));
        said.addAll(notes);
        return "VRAM, " + total + ": " + String.join("; ", said)
                + (isOver() ? "; together more than the card has." : ".");
    }
}
