package org.warmplan.plan.search;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Draws a move whenever one is asked for; none at all without a source. */
final class EndlessMoves implements Iterator<ContentsMove> {
    private final @Nullable Supplier<ContentsMove> source;

    EndlessMoves(@Nullable Supplier<ContentsMove> source) {
        this.source = source;
    }

    @Override
    public boolean hasNext() {
        return source != null;
    }

    @Override
    public ContentsMove next() {
        if (source == null) {
            throw new NoSuchElementException("There is nothing to move.");
        }
        return source.get();
    }
}
