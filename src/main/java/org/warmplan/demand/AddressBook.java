package org.warmplan.demand;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.warmplan.domain.Address;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Sessions;

/**
 * Which orchestrator answers at which service address, for sources that name only the latter. Several nodes may belong to
 * one orchestrator; an address that changed hands belongs to who was seen there last.
 */
public final class AddressBook {
    private final Map<String, Entry> entries = new HashMap<>();

    private record Entry(Address orchestrator, Instant seenAt) {}

    private AddressBook() {}

    /** From all that names both: offers, and counts of sessions. */
    public static AddressBook of(List<Observation> observations) {
        AddressBook book = new AddressBook();
        for (Observation observation : observations) {
            if (observation instanceof Offer offer) {
                book.add(offer.uri(), offer.orchestrator(), offer.seenAt());
            } else if (observation instanceof Sessions sessions) {
                book.add(sessions.uri(), sessions.orchestrator(), sessions.seenAt());
            }
        }
        return book;
    }

    /** Who answers at {@code uri}; empty when nobody was seen there. */
    public Optional<Address> findOrchestrator(String uri) {
        return Optional.ofNullable(entries.get(key(uri))).map(Entry::orchestrator);
    }

    private void add(String uri, Address orchestrator, Instant seenAt) {
        if (!uri.isBlank()) {
            entries.merge(
                    key(uri),
                    new Entry(orchestrator, seenAt),
                    (old, now) -> now.seenAt().isBefore(old.seenAt()) ? old : now);
        }
    }

    /** Scheme, host and port, as far as they tell servers apart. */
    private static String key(String uri) {
        String text = uri.strip().toLowerCase(Locale.ROOT);
        try {
            URI parsed = new URI(text);
            if (parsed.getHost() != null) {
                int port = parsed.getPort() >= 0 ? parsed.getPort() : "http".equals(parsed.getScheme()) ? 80 : 443;
                return parsed.getScheme() + "://" + parsed.getHost() + ":" + port;
            }
        } catch (URISyntaxException e) {
            // As it is written, then.
        }
        return text.replaceFirst("/+$", "");
    }
}
