package org.warmplan.value;

/** What stands beside a price, for the operator to judge it by. */
public record PriceComparison(MarketPrices market, DocumentedFigures documented) {}
