package org.warmplan.demand.forecast;

/**
 * How demand is thought to move from week to week, on the logarithm of its rate.
 *
 * @param drift what a growing workload gains a week, and a fading one loses; at least 0
 * @param stay chance to keep growing, fading or staying level for another week, 0 to 1
 * @param sigma standard deviation of the level's weekly step beside the drift
 * @param tau standard deviation of a single week around the level
 * @param burst chance of a single week far off the level, 0 to 1
 * @param burstTau its standard deviation
 * @param jump chance of a much larger step, 0 to 1
 * @param jumpSigma its standard deviation
 * @param death chance that a workload is not asked for any more from one week to the next, 0 to 1
 * @param rebirth chance that one nobody asks for is asked for again, 0 to 1
 */
record Movement(
        double drift,
        double stay,
        double sigma,
        double tau,
        double burst,
        double burstTau,
        double jump,
        double jumpSigma,
        double death,
        double rebirth) {

    Movement withSpread(double newSigma, double newTau) {
        return new Movement(drift, stay, newSigma, newTau, burst, burstTau, jump, jumpSigma, death, rebirth);
    }
}
