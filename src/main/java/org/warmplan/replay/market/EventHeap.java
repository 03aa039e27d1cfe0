package org.warmplan.replay.market;

import java.util.Arrays;

/** What is to happen, earliest first; of things at the same time, the one that was put in first. A binary heap. */
final class EventHeap {
    private double[] at = new double[1024];
    private long[] order = new long[1024];
    private int[] kind = new int[1024];
    private int[] subject = new int[1024];
    private int size;
    private long added;

    boolean isEmpty() {
        return size == 0;
    }

    /** When the next thing happens, infinity when there is none. */
    double nextAt() {
        return size == 0 ? Double.POSITIVE_INFINITY : at[0];
    }

    int nextKind() {
        return kind[0];
    }

    int nextSubject() {
        return subject[0];
    }

    /** The ticket of the next thing, as {@link #add} gave it. */
    long nextTicket() {
        return order[0];
    }

    /** Puts something in; the ticket tells it from all others. */
    long add(double when, int what, int whom) {
        if (size == at.length) {
            grow();
        }
        int hole = size++;
        long ticket = added++;
        while (hole > 0) {
            int parent = (hole - 1) / 2;
            if (!(when < at[parent])) {
                break;
            }
            move(parent, hole);
            hole = parent;
        }
        put(hole, when, ticket, what, whom);
        return ticket;
    }

    /** Takes the next thing out. */
    void remove() {
        size--;
        if (size == 0) {
            return;
        }
        double when = at[size];
        long ticket = order[size];
        int hole = 0;
        while (true) {
            int child = 2 * hole + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && before(child + 1, at[child], order[child])) {
                child++;
            }
            if (!before(child, when, ticket)) {
                break;
            }
            move(child, hole);
            hole = child;
        }
        put(hole, when, ticket, kind[size], subject[size]);
    }

    private boolean before(int index, double when, long ticket) {
        return at[index] < when || (at[index] == when && order[index] < ticket);
    }

    private void move(int from, int to) {
        put(to, at[from], order[from], kind[from], subject[from]);
    }

    private void put(int index, double when, long ticket, int what, int whom) {
        at[index] = when;
        order[index] = ticket;
        kind[index] = what;
        subject[index] = whom;
    }

    private void grow() {
        int length = 2 * at.length;
        at = Arrays.copyOf(at, length);
        order = Arrays.copyOf(order, length);
        kind = Arrays.copyOf(kind, length);
        subject = Arrays.copyOf(subject, length);
    }
}
