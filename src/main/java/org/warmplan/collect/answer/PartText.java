package org.warmplan.collect.answer;

import org.warmplan.domain.InputException;
import org.warmplan.domain.Snapshot;

/** What every reader asks of a part before it looks inside. */
public final class PartText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private PartText() {}

    /**
     * The part's text without a byte order mark.
     *
     * @throws InputException when the status is not 200 or the body is no UTF-8 text
     */
    public static String of(Snapshot.Part part) {
        if (part.status() != 200) {
            throw new InputException("%s answered %d, not 200. Maybe it had just started; collect again."
                    .formatted(part.url(), part.status()));
        }
        if (part.encoding() != null) {
            throw new InputException("%s is not UTF-8 text. Maybe it is compressed, or was saved in another encoding."
                    .formatted(part.url()));
        }
        return part.body().startsWith(BYTE_ORDER_MARK) ? part.body().substring(1) : part.body();
    }
}
