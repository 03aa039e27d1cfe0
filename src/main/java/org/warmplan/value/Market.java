package org.warmplan.value;

/** Whom we would meet as a warm orchestrator of one workload. */
interface Market {
    /**
     * What replicas of ours carry of the network's demand, in reference containers kept busy.
     *
     * @param loads reference containers that all demand would keep busy, ascending, above 0
     * @param replicas ours, from 1
     * @param speed of each of them, as a factor of the reference card
     */
    Carried carried(double[] loads, int replicas, double speed);

    /** What rivals can serve at once. */
    long containers();

    /** The same market with containers and loads taken so many together, which is faster and little off for many. */
    Market bundled(int bundle);
}
