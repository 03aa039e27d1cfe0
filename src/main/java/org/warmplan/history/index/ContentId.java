package org.warmplan.history.index;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmplan.files.Sha256;

/**
 * Numbers that follow from what they stand for alone, so that the same files give the same index whatever order they came
 * in: the first 64 bits of a SHA-256.
 */
final class ContentId {
    private static final int HEX_DIGITS = 16;

    private ContentId() {}

    /** What a row's number follows from: the table, then every column with its name and the length of its text. */
    static String text(String table, Set<String> columns, List<@Nullable Object> values) {
        StringBuilder text = new StringBuilder(table);
        int at = 0;
        for (String column : columns) {
            Object value = values.get(at++);
            text.append('\n').append(column);
            if (value != null) {
                String shown = value.toString();
                text.append(' ').append(shown.length()).append(' ').append(shown);
            }
        }
        return text.toString();
    }

    /** The number of what {@code text} stands for. */
    static long of(String text) {
        return Long.parseUnsignedLong(Sha256.of(text).substring(0, HEX_DIGITS), 16);
    }
}
