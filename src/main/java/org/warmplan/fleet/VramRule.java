package org.warmplan.fleet;

/** Where the VRAM to plan with comes from, best first: the first that exists is taken. */
public enum VramRule {
    /** The operator's own figure. */
    OWN_FIGURE(1),
    /** Seen alone on this class of cards: it fits alone, and takes all the class has. */
    SEEN_ALONE(2),
    /** Highest reading of idle weights on any card, plus the larger of 1 GiB and 15 %. */
    MEASURED_IDLE(3),
    /** High end of the documented peak. */
    DOCUMENTED_PEAK(4),
    /** High end of the documented warm figure, times 1.3. */
    DOCUMENTED_WARM(5);

    private final int number;

    VramRule(int number) {
        this.number = number;
    }

    /** 1 to 5. */
    public int number() {
        return number;
    }

    /** True when the figure is to be marked as an estimate wherever it is shown. */
    public boolean isEstimate() {
        return this == DOCUMENTED_WARM;
    }
}
