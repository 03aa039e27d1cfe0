package org.warmplan.bench;

import java.util.List;
import java.util.Optional;

/**
 * How large the problems of a row of the table are, and what makes them hard.
 *
 * @param gpus over all workers; each number between its ends is as likely
 * @param workers at least 1 and no more than there are gpus
 * @param slots containers per card, drawn for each worker
 * @param tight whether the cards of a worker are too small for any set of workloads, so that packing matters
 * @param reload whether a worker pays about a tenth of its weekly income when anything changes on it
 * @param unitsOne whether a replica counts the same on every class
 * @param rules whether there are pins, forbidden places and limits on replicas
 */
public record Size(
        String name,
        Ends gpus,
        Ends workers,
        Ends slots,
        int workloads,
        boolean tight,
        boolean reload,
        boolean unitsOne,
        boolean rules) {
    /** What a hobbyist has: one or two machines. */
    public static final Size RIG =
            new Size("rig", new Ends(1, 8), new Ends(1, 2), new Ends(1, 2), 48, false, true, false, true);

    /** The same, where the workloads of a card have to share its VRAM. */
    public static final Size RIG_TIGHT =
            new Size("rig-tight", new Ends(1, 8), new Ends(1, 2), new Ends(2, 2), 48, true, true, false, true);

    public static final Size FORTY =
            new Size("40", Ends.of(40), Ends.of(10), new Ends(1, 4), 60, true, true, false, true);

    public static final Size THOUSAND =
            new Size("1000", Ends.of(1_000), Ends.of(150), Ends.of(1), 150, false, true, false, true);

    /** What can be solved exactly in polynomial time: one slot, no reload, every replica alike. */
    public static final Size FLOW =
            new Size("1000-flow", Ends.of(1_000), Ends.of(150), Ends.of(1), 150, false, false, true, false);

    public static final Size PACKED =
            new Size("1000-packed", Ends.of(1_000), Ends.of(150), Ends.of(4), 150, true, true, false, true);

    public static final Size TEN_THOUSAND =
            new Size("10000", Ends.of(10_000), Ends.of(1_500), new Ends(1, 2), 200, false, true, false, true);

    /** All of them, small ones first. */
    public static final List<Size> ALL = List.of(RIG, RIG_TIGHT, FORTY, THOUSAND, FLOW, PACKED, TEN_THOUSAND);

    /** Two ends, both included. */
    public record Ends(int low, int high) {
        public Ends {
            if (low < 1 || low > high) {
                throw new IllegalArgumentException(
                        "The ends (" + low + " and " + high + ") must go up from 1 or more.");
            }
        }

        static Ends of(int number) {
            return new Ends(number, number);
        }
    }

    /** The size of this name, if there is one. */
    public static Optional<Size> named(String name) {
        return ALL.stream().filter(size -> size.name().equals(name)).findFirst();
    }
}
