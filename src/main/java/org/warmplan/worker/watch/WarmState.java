package org.warmplan.worker.watch;

/** What a planned slot was seen to be. */
public enum WarmState {
    WARM("warm", "warm"),
    LOADING("loading", "loading"),
    NOT_WARM("notWarm", "not warm"),
    /** Nothing that was read tells. */
    UNKNOWN("unknown", "unknown");

    private final String key;
    private final String words;

    WarmState(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** As JSON has it. */
    public String key() {
        return key;
    }

    /** As people read it. */
    public String words() {
        return words;
    }
}
