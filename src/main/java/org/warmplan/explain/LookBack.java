package org.warmplan.explain;

import org.warmplan.value.Calibration;

/**
 * What is forecast, and what came of what was forecast before.
 *
 * @param forecast of this plan
 * @param check of the plan a week ago
 * @param calibration what the weeks before make of estimates; it is in the plan's values already
 */
public record LookBack(Forecast forecast, ForecastCheck check, Calibration calibration) {}
