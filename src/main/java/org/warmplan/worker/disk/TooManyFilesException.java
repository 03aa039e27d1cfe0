package org.warmplan.worker.disk;

import java.io.IOException;

/** A workload's folders hold more than is looked at. */
final class TooManyFilesException extends IOException {
    private static final long serialVersionUID = 1L;

    TooManyFilesException(String message) {
        super(message);
    }
}
