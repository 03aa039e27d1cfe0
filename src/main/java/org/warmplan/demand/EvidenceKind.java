package org.warmplan.demand;

/** What a piece of evidence rests on, most reliable first. */
public enum EvidenceKind {
    LIVE_IN_USE("liveInUse"),
    CAPACITY_DRIFT("capacityDrift"),
    CAPACITY_SINCE_START("capacitySinceStart"),
    REGISTRATIONS("registrations");

    private final String word;

    EvidenceKind(String word) {
        this.word = word;
    }

    /** As in plan.json. */
    public String word() {
        return word;
    }
}
