package org.warmplan.worker;

import org.warmplan.domain.InputException;

/** An aiModels.json that go-livepeer could not parse, so that the node would end before anything is started. */
public final class UnparsedException extends InputException {
    private static final long serialVersionUID = 1L;

    /** What go-livepeer prints before {@link #goText} ({@code cmd/livepeer/starter/starter.go:1343-1347} at 176aa415). */
    private static final String PREFIX = "Error parsing -aiModels: ";

    private final String where;
    private final String goText;
    private final String wayOut;

    /**
     * @param where the file, and the place in it with what stands there; going on with "which"
     * @param goText Go's own words
     * @param wayOut what the operator can do, going on from "Maybe"
     */
    UnparsedException(String where, String goText, String wayOut) {
        super("%s, which go-livepeer does not read: it stops at start with \"%s%s\". Maybe %s."
                .formatted(where, PREFIX, goText, wayOut));
        this.where = where;
        this.goText = goText;
        this.wayOut = wayOut;
    }

    /** The file, and the place in it with what stands there. */
    public String where() {
        return where;
    }

    /** What the operator would see in the log. */
    public String logText() {
        return PREFIX + goText;
    }

    /** What the operator can do, going on from "Maybe". */
    public String wayOut() {
        return wayOut;
    }
}
