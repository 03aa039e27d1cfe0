package org.warmplan.demand;

/** What a piece of evidence rests on, most reliable first. */
public enum EvidenceKind {
    OWN_COUNTERS("ownCounters"),
    BATCH_JOBS("batchJobs"),
    SESSIONS("sessions"),
    LIVE_IN_USE("liveInUse"),
    CAPACITY_DRIFT("capacityDrift"),
    CAPACITY_SINCE_START("capacitySinceStart"),
    EARNINGS("earnings"),
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
