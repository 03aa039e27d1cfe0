package org.warmplan.worker.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.CatalogueModel;
import org.warmplan.fleet.CataloguePipeline;
import org.warmplan.fleet.DocumentedPrice;
import org.warmplan.fleet.Figure;
import org.warmplan.worker.AiModel;
import org.warmplan.worker.AskedPrice;

/** What a file asks, against documents and known caps. */
final class PriceLints {
    private static final String FIELD = "price_per_unit";
    /** No pipeline bills by anything that is worth a tenth of a cent. */
    private static final BigDecimal MOST_USD = new BigDecimal("0.001");

    private static final double FAR = 1_000;
    private static final double NEAR = 0.9;

    private final Checked checked;
    private final Known known;
    private final List<Lint> lints = new ArrayList<>();

    private PriceLints(Checked checked, Known known) {
        this.checked = checked;
        this.known = known;
    }

    static List<Lint> of(Checked checked, Known known) {
        return new PriceLints(checked, known).list();
    }

    private List<Lint> list() {
        for (AskedPrice asked : AskedPrice.of(checked.file(), checked.setup(), known.usdPerEth())) {
            Workload workload = asked.entry().findWorkload().orElse(null);
            if (asked.price().isFree() || workload == null) {
                continue;
            }
            if (isTooHighInDollars(asked.entry())) {
                add(
                        LintCode.PRICE_USD_TOO_HIGH,
                        asked,
                        "%s wei a unit at %s USD per ETH: no pipeline earns that"
                                .formatted(
                                        asked.price().text(), known.usdPerEth().toPlainString()));
            } else {
                documents(asked, workload);
            }
            boolean ownPrice =
                    asked.entry().findPrice().filter(p -> p.signum() == 0).isEmpty();
            if (ownPrice && asked.listedWei().signum() == 0) {
                add(
                        LintCode.PRICE_BELOW_ONE_WEI,
                        asked,
                        "%s wei a unit shows as 0 where the network lists prices"
                                .formatted(asked.price().text()));
            }
            known.findCap(workload).ifPresent(cap -> cap(asked, cap));
        }
        return lints;
    }

    /** Compared is what is advertised: the price and a part of the cost of redeeming tickets ({@code core/orchestrator.go:440-470}). */
    private void cap(AskedPrice asked, UnitPrice cap) {
        if (asked.price().compareTo(cap) > 0) {
            add(
                    LintCode.PRICE_OVER_CAP,
                    asked,
                    "%s wei a unit is over the cap of %s that you know"
                            .formatted(asked.price().text(), cap.text()));
        } else if (asked.price().weiPerUnit() > cap.weiPerUnit() * NEAR) {
            add(
                    LintCode.PRICE_NEAR_CAP,
                    asked,
                    "%s wei a unit is less than a tenth below the cap of %s that you know"
                            .formatted(asked.price().text(), cap.text()));
        }
    }

    private boolean isTooHighInDollars(AiModel entry) {
        BigDecimal price = entry.findPrice().orElse(BigDecimal.ZERO);
        BigDecimal units =
                entry.findPixelsPerUnit().orElse(checked.setup().flagPrices().pixelsPerUnit());
        return entry.currency().toLowerCase(Locale.ROOT).equals("usd") && price.compareTo(units.multiply(MOST_USD)) > 0;
    }

    private void documents(AskedPrice asked, Workload workload) {
        DocumentedPrice documented = known.catalogue()
                .findModel(workload)
                .map(CatalogueModel::price)
                .or(() -> known.catalogue().findPipeline(workload.pipeline()).map(CataloguePipeline::price))
                .orElse(null);
        if (documented == null) {
            return;
        }
        List<UnitPrice> figures = Stream.of(wei(documented.weiPerUnit()), usd(documented.usdPerUnit()))
                .flatMap(Optional::stream)
                .sorted()
                .toList();
        if (figures.isEmpty()) {
            return;
        }
        double lowest = figures.get(0).weiPerUnit();
        double highest = figures.get(figures.size() - 1).weiPerUnit();
        double price = asked.price().weiPerUnit();
        if (price > highest * FAR || price * FAR < lowest) {
            add(
                    LintCode.PRICE_FAR_OFF,
                    asked,
                    "%s wei a unit is a thousand times or more %s what documents say (%s wei)"
                            .formatted(
                                    asked.price().text(),
                                    price > highest ? "above" : "below",
                                    figures.get(price > highest ? figures.size() - 1 : 0)
                                            .text()));
        }
    }

    private static Optional<UnitPrice> wei(@Nullable Figure figure) {
        return Optional.ofNullable(figure).map(f -> UnitPrice.of(f.low(), BigDecimal.ONE));
    }

    private Optional<UnitPrice> usd(@Nullable Figure figure) {
        return Optional.ofNullable(figure).map(f -> UnitPrice.ofUsd(f.low(), known.usdPerEth()));
    }

    private void add(LintCode code, AskedPrice asked, String message) {
        String value = asked.entry().findPrice().map(BigDecimal::toPlainString).orElse("");
        lints.add(Lint.of(code, asked.entry(), FIELD, value, message));
    }
}
