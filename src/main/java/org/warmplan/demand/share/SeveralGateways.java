package org.warmplan.demand.share;

/** Idle sessions of one of several gateways: so many of the requests under way are its own as chance has it. */
final class SeveralGateways extends IdleSessions {
    SeveralGateways(Cast cast, int gateways) {
        super(cast, gateways);
    }

    @Override
    double none(int under, double idle, double ready, double unheld) {
        double inUse = cast.size - idle;
        int trials = Math.max(Math.max(1, under), (int) Math.ceil(inUse) + 1);
        double part = inUse / trials;
        double full = idle > 0 ? Math.max(0, 1 - ready / idle) : 0;
        double chance = Math.pow(1 - part, trials);
        double none = 0;
        double rest = 1;
        for (int used = 0; used <= trials && used < cast.size; used++) {
            none += chance * (full > 0 ? Math.pow(full, cast.size - used) : 0);
            rest -= chance;
            chance *= (double) (trials - used) / (used + 1) * part / (1 - part);
        }
        return Math.max(0, Math.min(1, none + Math.max(0, rest)));
    }

    @Override
    double several() {
        throw new IllegalStateException("Each of several gateways finds sellers idle independently.");
    }

    @Override
    void settle(int under, int most, double load, Choice choice) {
        // Nothing is kept.
    }
}
