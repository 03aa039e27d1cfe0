package org.warmplan.fleet;

/**
 * What becomes of an optimisation flag on a model.
 *
 * @param allowed whether setting it is sound at all
 * @param reason why, in a few words
 * @param source the code that says so
 */
public record FlagVerdict(boolean allowed, String reason, String source) {}
