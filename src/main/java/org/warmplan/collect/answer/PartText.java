package org.warmplan.collect.answer;

import org.warmplan.domain.InputException;
import org.warmplan.domain.Snapshot;

/** What every reader asks of a part before it looks inside. */
public final class PartText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** A page takes many times its size when it is taken apart; real ones have less than a tenth of this. */
    private static final int LONGEST_PAGE = 8 << 20;

    private PartText() {}

    /**
     * Like {@link #of}, for text that is not JSON.
     *
     * @throws InputException also when it has more than 8 Mi characters
     */
    public static String ofPage(Snapshot.Part part) {
        String text = of(part);
        if (text.length() > LONGEST_PAGE) {
            throw new InputException(
                    "%s has %d characters, more than the %d that are read of a page. Maybe another page was meant."
                            .formatted(part.url(), text.length(), LONGEST_PAGE));
        }
        return text;
    }

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
