package org.warmplan.demand.share;

import java.util.List;

/** The sellers of one workload as rows of numbers, and the states each can be in: 0 to all of its containers busy. */
final class Cast {
    final int size;
    final int sessions;
    final int capacity;
    final int[] nodes;
    final int[] containers;
    final int[] full;
    final double[] speed;
    /** By seller: its part of all stake; even when nobody has any. */
    final double[] stake;
    /** By seller: where its states begin among {@link #states}. */
    final int[] first;

    final int states;
    /** Reference containers that all are together worth. */
    final double power;

    Cast(List<Seller> sellers) {
        size = sellers.size();
        nodes = sellers.stream().mapToInt(Seller::nodes).toArray();
        containers = sellers.stream().mapToInt(Seller::containers).toArray();
        full = sellers.stream().mapToInt(Seller::capacity).toArray();
        speed = sellers.stream().mapToDouble(Seller::speed).toArray();
        first = new int[size];
        stake = new double[size];
        double stakes = sellers.stream().mapToDouble(Seller::stake).sum();
        int states = 0;
        int sessions = 0;
        int capacity = 0;
        double power = 0;
        for (int i = 0; i < size; i++) {
            first[i] = states;
            states += full[i] + 1;
            sessions += nodes[i];
            capacity += full[i];
            power += full[i] * speed[i];
            stake[i] = stakes > 0 ? sellers.get(i).stake() / stakes : 1.0 / size;
        }
        this.states = states;
        this.sessions = sessions;
        this.capacity = capacity;
        this.power = power;
    }
}
