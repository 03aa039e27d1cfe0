package org.warmplan.bench;

/** Erlang's loss formula: what servers carry of a load that does not wait. */
final class Erlang {
    private final double load;
    private int servers;
    private double lost = 1;

    /** Before the first server: everything is lost. */
    Erlang(double load) {
        this.load = load;
    }

    /** Adds a server; returns how much more of the load is carried then. Falls from call to call. */
    double next() {
        servers++;
        double before = lost;
        lost = load * lost / (servers + load * lost);
        return load * (before - lost);
    }
}
