package org.warmplan.plan.price;

/**
 * One more class of replicas, any number of them up to a limit, at a price each: the least cost of every number of units,
 * by a queue of the best so far over a sliding window.
 */
final class Window {
    private static final long NONE = Long.MAX_VALUE / 4;

    private final long price;
    private final long most;
    private final int[] queue;
    private final long[] shifted;
    private int head;
    private int tail;

    private Window(int length, long price, long most) {
        this.price = price;
        this.most = most;
        this.queue = new int[length];
        this.shifted = new long[length];
    }

    /** Along units; {@code chosen} receives how many replicas each number of units takes. */
    static long[] slide(long[] cost, int[] chosen, int units, long price, long most) {
        long[] next = new long[cost.length];
        Window window = new Window(cost.length / units + 1, price, most);
        for (int rest = 0; rest < units && rest < cost.length; rest++) {
            window.clear();
            for (int step = 0, y = rest; y < cost.length; step++, y += units) {
                window.push(step, cost[y]);
                next[y] = window.cost(step);
                chosen[y] = window.replicas(step);
            }
        }
        return next;
    }

    /** Along replicas and units together. */
    static long[][] slide(long[][] cost, int[][] chosen, int units, long price, long most) {
        int width = cost[0].length;
        long[][] next = new long[cost.length][width];
        Window window = new Window(cost.length, price, most);
        for (int r = 0; r < cost.length; r++) {
            for (int y = 0; y < width; y++) {
                if (r == 0 || y < units) {
                    window.clear();
                    for (int step = 0; r + step < cost.length && (long) y + (long) step * units < width; step++) {
                        int u = y + step * units;
                        window.push(step, cost[r + step][u]);
                        next[r + step][u] = window.cost(step);
                        chosen[r + step][u] = window.replicas(step);
                    }
                }
            }
        }
        return next;
    }

    private void clear() {
        head = 0;
        tail = 0;
    }

    private void push(int step, long cost) {
        if (cost < NONE) {
            long moved = cost - step * price;
            while (tail > head && shifted[tail - 1] >= moved) {
                tail--;
            }
            queue[tail] = step;
            shifted[tail++] = moved;
        }
        while (tail > head && queue[head] < step - most) {
            head++;
        }
    }

    private long cost(int step) {
        return head == tail ? NONE : shifted[head] + step * price;
    }

    private int replicas(int step) {
        return head == tail ? 0 : step - queue[head];
    }
}
