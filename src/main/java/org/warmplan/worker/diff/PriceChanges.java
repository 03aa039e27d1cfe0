package org.warmplan.worker.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.warmplan.files.Visible;
import org.warmplan.worker.AiModel;

/**
 * Which prices of one pipeline and model differ. Of several entries for one gateway the last one's price holds
 * (go-livepeer {@code cmd/livepeer/starter/starter.go:1571} at 176aa415).
 */
final class PriceChanges {
    private static final int LONGEST_GATEWAY = 80;

    private PriceChanges() {}

    /**
     * The changes by gateway, those for every gateway first; none for what is no longer listed at all.
     *
     * @param inForce whether the process sets prices
     */
    static List<FileChange> of(String shown, List<AiModel> was, List<AiModel> is, boolean inForce) {
        Map<String, StatedPrice> before = byGateway(was);
        Map<String, StatedPrice> after = byGateway(is);
        Set<String> gateways = new TreeSet<>(before.keySet());
        gateways.addAll(after.keySet());
        List<FileChange> changes = new ArrayList<>();
        for (String gateway : gateways) {
            StatedPrice old = before.get(gateway);
            StatedPrice now = after.get(gateway);
            boolean unpriced = old == null && now != null && now.isMissing() && !inForce;
            if (!is.isEmpty() && !unpriced && !Objects.equals(old, now)) {
                String shownGateway = Visible.brief(gateway, LONGEST_GATEWAY);
                changes.add(new FileChange.Repriced(shown, shownGateway, text(old), text(now), inForce));
            }
        }
        return changes;
    }

    private static @Nullable String text(@Nullable StatedPrice price) {
        return price == null ? null : price.text();
    }

    private static Map<String, StatedPrice> byGateway(List<AiModel> entries) {
        Map<String, StatedPrice> prices = new TreeMap<>();
        entries.forEach(entry -> prices.put(SameMeaning.gateway(entry), StatedPrice.of(entry)));
        return prices;
    }
}
