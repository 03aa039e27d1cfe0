package org.warmplan.collect.page;

import org.warmplan.collect.ask.Source;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Snapshot;

/**
 * Reads a web page about the network's AI capabilities, as {@code tools.livepeer.cloud/ai/network-capabilities} was one: its
 * tables by their headings, and JSON in its scripts. Such a page tells less than the gateway behind it, and one that a
 * browser fills tells nothing; {@code network-capabilities} is the kind to prefer.
 */
public final class CapabilitiesPageSource implements Source {
    public static final String KIND = "capabilities-page";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String description() {
        return "Who offers which model, or how many do, from a web page's tables or the JSON in it.";
    }

    /**
     * An {@link org.warmplan.domain.Offer} for who is named, in the page's order, then an
     * {@link org.warmplan.domain.OfferCount} per workload that is only counted, ordered by it.
     *
     * @throws InputException when the page is an empty shell, or lists nothing that can be read
     */
    @Override
    public Reading read(Snapshot snapshot) {
        return new PageReading(snapshot).read();
    }
}
