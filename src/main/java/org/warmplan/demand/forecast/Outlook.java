package org.warmplan.demand.forecast;

import org.warmplan.demand.Rate;

/**
 * What is thought of the coming week.
 *
 * @param trend growth a week as a logarithm, 0 where a method knows of none
 */
public record Outlook(Rate rate, double trend) {}
