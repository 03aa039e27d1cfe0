package org.warmplan.replay.market;

import java.util.Arrays;

/** Requests under way, one to a row. Rows are used again. */
final class Calls {
    /** Where a request is. */
    static final byte FREE = 0;

    static final byte ASKING = 1;
    static final byte WAITING = 2;
    static final byte RUNNING = 3;

    byte[] state = new byte[0];
    long[] luck = new long[0];
    int[] gateway = new int[0];
    int[] workload = new int[0];
    /* When it was asked for, in seconds, and in which hour; an hour below 0 is before the week. */
    double[] begun = new double[0];
    int[] hour = new int[0];
    int[] tries = new int[0];
    boolean[] everRan = new boolean[0];
    /* What it takes: billed units; of a stream units per second. Seconds on a reference card, or left of the stream. */
    double[] units = new double[0];
    double[] seconds = new double[0];
    double[] patience = new double[0];
    /* Who serves it: seller and session, the pool it came from, node, card, and from when to when. */
    int[] seller = new int[0];
    int[] generation = new int[0];
    boolean[] warm = new boolean[0];
    int[] node = new int[0];
    int[] card = new int[0];
    double[] sentAt = new double[0];
    double[] startsAt = new double[0];
    long[] ticket = new long[0];
    /* Sessions that refused it, kept from others until it is through: three numbers each. */
    int[][] held = new int[0][];
    int[] heldCount = new int[0];

    private int[] free = new int[0];
    private int freeCount;

    /** All rows, free ones too. */
    int rows() {
        return state.length;
    }

    /** A row for a new request. */
    int open() {
        if (freeCount == 0) {
            grow(Math.max(256, 2 * rows()));
        }
        int row = free[--freeCount];
        state[row] = ASKING;
        tries[row] = 0;
        everRan[row] = false;
        heldCount[row] = 0;
        return row;
    }

    void close(int row) {
        state[row] = FREE;
        ticket[row] = -1;
        free[freeCount++] = row;
    }

    /** Keeps the session that has just refused a request. */
    void hold(int row) {
        int at = 3 * heldCount[row]++;
        if (held[row] == null || held[row].length < at + 3) {
            held[row] = held[row] == null ? new int[12] : Arrays.copyOf(held[row], 2 * held[row].length);
        }
        held[row][at] = seller[row];
        held[row][at + 1] = generation[row];
        held[row][at + 2] = warm[row] ? 1 : 0;
    }

    private void grow(int size) {
        int from = rows();
        state = Arrays.copyOf(state, size);
        luck = Arrays.copyOf(luck, size);
        gateway = Arrays.copyOf(gateway, size);
        workload = Arrays.copyOf(workload, size);
        begun = Arrays.copyOf(begun, size);
        hour = Arrays.copyOf(hour, size);
        tries = Arrays.copyOf(tries, size);
        everRan = Arrays.copyOf(everRan, size);
        units = Arrays.copyOf(units, size);
        seconds = Arrays.copyOf(seconds, size);
        patience = Arrays.copyOf(patience, size);
        seller = Arrays.copyOf(seller, size);
        generation = Arrays.copyOf(generation, size);
        warm = Arrays.copyOf(warm, size);
        node = Arrays.copyOf(node, size);
        card = Arrays.copyOf(card, size);
        sentAt = Arrays.copyOf(sentAt, size);
        startsAt = Arrays.copyOf(startsAt, size);
        ticket = Arrays.copyOf(ticket, size);
        held = Arrays.copyOf(held, size);
        heldCount = Arrays.copyOf(heldCount, size);
        free = Arrays.copyOf(free, size);
        for (int row = size - 1; row >= from; row--) {
            free[freeCount++] = row;
        }
    }
}
