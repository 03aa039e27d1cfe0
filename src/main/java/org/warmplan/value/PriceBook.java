package org.warmplan.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.warmplan.demand.Supply;
import org.warmplan.domain.Address;
import org.warmplan.domain.Offer;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Catalogue;

/**
 * The price of every workload: the operator's own, else a suggested one. The market's median of warm offers comes before
 * the documents, which disagree with one another by orders of magnitude; of their figures the lowest is taken.
 */
public final class PriceBook {

    private final PricePolicy policy;
    private final Supply supply;
    private final @Nullable Address self;
    private final Catalogue catalogue;
    private final BigDecimal usdPerEth;
    private final SortedMap<Workload, PlannedPrice> own = new TreeMap<>();
    private double advertisedFactor = 1;

    /**
     * A book without own prices.
     *
     * @param self whose offers are no market to compare with; null when unknown
     */
    public PriceBook(
            PricePolicy policy, Supply supply, @Nullable Address self, Catalogue catalogue, BigDecimal usdPerEth) {
        this.policy = policy;
        this.supply = supply;
        this.self = self;
        this.catalogue = catalogue;
        this.usdPerEth = usdPerEth;
    }

    /**
     * Adds a price of the operator's own; the first one added for a workload holds.
     *
     * @param replaces whether it is to take the place of the price in the current file
     */
    public void addOwn(Workload workload, UnitPrice price, String text, boolean replaces) {
        own.putIfAbsent(workload, new PlannedPrice(price, PlannedPrice.Origin.OWN, text, replaces));
    }

    /**
     * Says what an advertised price is of the configured one: go-livepeer adds what redeeming
     * tickets costs ({@code -autoAdjustPrice}, core/orchestrator.go:440 at 176aa415), and gateways compare their caps with that.
     *
     * @param factor from 1
     */
    public void assumeAdvertised(double factor) {
        advertisedFactor = factor;
    }

    /** The price to plan and publish with; empty when there is no own one and nothing to suggest. */
    public Optional<PlannedPrice> find(Workload workload) {
        PlannedPrice ownPrice = own.get(workload);
        if (ownPrice != null) {
            return Optional.of(ownPrice);
        }
        return policy.suggest() ? marketMedian(workload).or(() -> documented(workload)) : Optional.empty();
    }

    /** What a workload brings per unit if asked for: its price, times the chance that an unknown cap admits it. */
    double expectedWeiPerUnit(Workload workload, UnitPrice price) {
        return price.weiPerUnit() * accepted(workload, price);
    }

    /**
     * The part of demand whose price cap admits a price: none when it will be advertised above a known cap; else less, the
     * further it is above the market's median (or the documented price where there is no market). What the network shows of
     * others is what they configured (go-livepeer {@code core/orchestrator.go} {@code GetCapabilitiesPrices} at 176aa415), so
     * that is compared as it is.
     */
    double accepted(Workload workload, UnitPrice price) {
        if (!isUnderCap(workload, price)) {
            return 0;
        }
        Optional<UnitPrice> usual =
                marketPrices(workload).median().or(() -> documented(workload).map(PlannedPrice::price));
        double ratio = usual.filter(u -> !u.isFree())
                .map(u -> price.weiPerUnit() / u.weiPerUnit())
                .orElse(1.0);
        return policy.acceptedAtMedian() * Math.min(1, Math.pow(ratio, -policy.elasticity()));
    }

    /** Whether no known cap is below a configured price as it will be advertised. */
    private boolean isUnderCap(Workload workload, UnitPrice price) {
        double advertised = price.weiPerUnit() * advertisedFactor;
        return policy.findCap(workload)
                .filter(cap -> advertised > cap.weiPerUnit())
                .isEmpty();
    }

    /** What others ask and what the documents say, whatever price is planned with. */
    public PriceComparison compare(Workload workload) {
        return new PriceComparison(marketPrices(workload), DocumentedFigures.of(catalogue, workload, usdPerEth));
    }

    /** How many times a suggested price may be outside the documented figures without a word. */
    double farFactor() {
        return policy.farFactor();
    }

    private Optional<PlannedPrice> marketMedian(Workload workload) {
        MarketPrices market = marketPrices(workload);
        return market.median()
                .filter(price -> market.offers() > 1)
                .map(price -> new PlannedPrice(
                        price.rounded(),
                        PlannedPrice.Origin.MARKET,
                        "suggested: median of %d warm offers".formatted(market.offers()),
                        false));
    }

    /** Prices of others' warm offers under known caps; one per node. */
    private MarketPrices marketPrices(Workload workload) {
        List<UnitPrice> prices = new ArrayList<>();
        for (Offer offer : supply.offersOf(workload)) {
            UnitPrice price = offer.price();
            boolean others = offer.isWarm() && !offer.orchestrator().equals(self);
            if (others && price != null && !price.isFree() && isUnderCap(workload, price)) {
                prices.add(price);
            }
        }
        return new MarketPrices(prices);
    }

    private Optional<PlannedPrice> documented(Workload workload) {
        return DocumentedFigures.of(catalogue, workload, usdPerEth).figures().stream()
                .filter(figure -> isUnderCap(workload, figure.price()))
                .findFirst()
                .map(figure -> new PlannedPrice(
                        figure.price(),
                        PlannedPrice.Origin.DOCUMENTED,
                        "suggested: documented " + figure.text(),
                        false));
    }
}
