package org.warmplan.value;

/** What is carried, by load: when the unknown turns out badly, is taken evenly, and turns out well. */
final class Carried {
    private final double[] bad;
    private final double[] even;
    private final double[] good;

    Carried(double[] bad, double[] even, double[] good) {
        this.bad = bad.clone();
        this.even = even.clone();
        this.good = good.clone();
    }

    double[] bad() {
        return bad.clone();
    }

    double[] even() {
        return even.clone();
    }

    double[] good() {
        return good.clone();
    }
}
