package org.warmplan.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Catalogue;
import org.warmplan.fleet.CatalogueModel;
import org.warmplan.fleet.CataloguePipeline;
import org.warmplan.fleet.DocumentedPrice;
import org.warmplan.fleet.Figure;

/**
 * What the network's documents say a workload should cost. They disagree with one another, some by hundreds of times.
 *
 * @param figures from the lowest
 */
public record DocumentedFigures(List<DocumentedFigure> figures) {
    public DocumentedFigures {
        List<DocumentedFigure> sorted = new ArrayList<>(figures);
        sorted.sort((a, b) -> a.price().compareTo(b.price()));
        figures = List.copyOf(sorted);
    }

    /**
     * One of them.
     *
     * @param price in wei per unit; dollars are converted at the policy's rate
     * @param text the figure as documented, with its source
     */
    public record DocumentedFigure(UnitPrice price, String text) {}

    /** Those for a model, else for its pipeline. */
    static DocumentedFigures of(Catalogue catalogue, Workload workload, BigDecimal usdPerEth) {
        Optional<DocumentedPrice> documents = catalogue
                .findModel(workload)
                .map(CatalogueModel::price)
                .or(() -> catalogue.findPipeline(workload.pipeline()).map(CataloguePipeline::price));
        List<DocumentedFigure> figures = new ArrayList<>();
        Figure wei = documents.map(DocumentedPrice::weiPerUnit).orElse(null);
        if (wei != null) {
            figures.add(new DocumentedFigure(
                    UnitPrice.of(wei.low(), BigDecimal.ONE), "%s wei (%s)".formatted(wei.text(), wei.source())));
        }
        Figure usd = documents.map(DocumentedPrice::usdPerUnit).orElse(null);
        if (usd != null) {
            figures.add(new DocumentedFigure(
                    UnitPrice.ofUsd(usd.low(), usdPerEth).rounded(),
                    "%s USD at %s USD per ETH (%s)".formatted(usd.text(), usdPerEth.toPlainString(), usd.source())));
        }
        return new DocumentedFigures(figures);
    }

    /**
     * How many times a price is above the highest figure, or below the lowest; 1 between them and without figures.
     */
    public double timesOutside(UnitPrice price) {
        if (figures.isEmpty() || price.isFree()) {
            return 1;
        }
        double lowest = figures.get(0).price().weiPerUnit();
        double highest = figures.get(figures.size() - 1).price().weiPerUnit();
        return Math.max(1, Math.max(price.weiPerUnit() / highest, lowest / price.weiPerUnit()));
    }

    /** How many times the highest figure is the lowest. */
    public double timesApart() {
        return figures.isEmpty() || figures.get(0).price().isFree()
                ? 1
                : figures.get(figures.size() - 1).price().weiPerUnit()
                        / figures.get(0).price().weiPerUnit();
    }
}
