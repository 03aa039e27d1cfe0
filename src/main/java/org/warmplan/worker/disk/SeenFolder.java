package org.warmplan.worker.disk;

/**
 * One folder that a runner reads weights from, as it was found.
 *
 * @param name under the folder with the weights
 * @param bytes what it holds, in bytes; 0 when it is absent
 * @param why what is wrong with it; empty when it is complete
 */
public record SeenFolder(String name, State state, long bytes, String why) {
    /** What was found. */
    public enum State {
        COMPLETE,
        INCOMPLETE,
        ABSENT
    }

    static SeenFolder complete(String name, long bytes) {
        return new SeenFolder(name, State.COMPLETE, bytes, "");
    }

    static SeenFolder incomplete(String name, long bytes, String why) {
        return new SeenFolder(name, State.INCOMPLETE, bytes, why);
    }

    static SeenFolder absent(String name) {
        return new SeenFolder(name, State.ABSENT, 0, "missing");
    }

    public boolean isComplete() {
        return state == State.COMPLETE;
    }
}
