package org.warmplan.fleet;

import org.jspecify.annotations.Nullable;

/**
 * What documents state as the price of a pipeline's billed unit. The two figures are from different documents and do not
 * agree with one another.
 *
 * @param weiPerUnit in wei
 * @param usdPerUnit in US dollars
 */
public record DocumentedPrice(
        @Nullable Figure weiPerUnit, @Nullable Figure usdPerUnit) {}
