package org.warmplan.worker.watch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The lines of a stream of any bytes, in bounded memory: of a line only the first {@value #MAX_BYTES} bytes are kept. A
 * carriage return ends a line too, because progress bars draw over themselves with it.
 */
final class BoundedLines {
    static final int MAX_BYTES = 16 << 10;

    private final InputStream stream;
    private final byte[] block = new byte[64 << 10];
    private final byte[] line = new byte[MAX_BYTES];
    private int filled;
    private int next;
    private long number;
    private boolean ended = true;

    BoundedLines(InputStream stream) {
        this.stream = stream;
    }

    /** The next line without its end, bytes that are no UTF-8 as U+FFFD; empty after the last. */
    Optional<String> findNext() throws IOException {
        int length = 0;
        boolean any = false;
        while (next < filled || fill()) {
            byte b = block[next++];
            number += ended ? 1 : 0;
            ended = b == '\n';
            if (b == '\n' || b == '\r') {
                return Optional.of(text(length));
            }
            any = true;
            if (length < MAX_BYTES) {
                line[length++] = b;
            }
        }
        return any ? Optional.of(text(length)) : Optional.empty();
    }

    /** Which line the last one was, from 1; what a carriage return ends is not counted, as in an editor. */
    long number() {
        return number;
    }

    private boolean fill() throws IOException {
        next = 0;
        filled = Math.max(0, stream.read(block));
        return filled > 0;
    }

    private String text(int length) {
        return new String(line, 0, length, StandardCharsets.UTF_8);
    }
}
