package org.warmplan.demand.forecast;

import java.util.OptionalDouble;
import org.warmplan.demand.Rate;

/**
 * What is thought of the coming week.
 *
 * @param trend growth a week as a logarithm; empty while only one week was read
 */
public record Outlook(Rate rate, OptionalDouble trend) {}
