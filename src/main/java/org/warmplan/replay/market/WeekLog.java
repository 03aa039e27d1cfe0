package org.warmplan.replay.market;

import java.util.Arrays;

/**
 * What happened in one week, hour by hour. Requests of load testers stand apart in everything but the counts of gateways
 * (a tester is a gateway of its own) and the capacity counters, which know no difference.
 *
 * <p>An <em>offer</em> is a workload listed by a node in this week; {@link #findOffer} gives its index.
 */
public final class WeekLog {
    /** Hours of a week. */
    public static final int HOURS = 168;

    private final int week;
    private final int workloads;
    private final int gateways;
    private final int[] offerNode;
    private final int[] offerWorkload;
    private final int[][] offerOf;
    /* By gateway, workload and hour. */
    final int[] requested;
    final int[] served;
    final int[] unmet;
    final int[] failed;
    final int[] abandoned;
    final float[] minutes;
    /* By offer and hour. */
    final int[] finished;
    final int[] broken;
    final int[] tests;
    final int[] inUse;
    final int[] capacity;
    /* By orchestrator and hour; by offer; by workload. */
    final double[] wei;
    final double[] testWei;
    final double[] offerWei;
    final double[] busySeconds;
    final double[] wantedUnits;
    final double[] intendedUnits;
    final boolean[] down;

    WeekLog(int week, Cast cast, Standing standing) {
        this.week = week;
        workloads = cast.workloads().size();
        gateways = cast.gateways().size();
        int nodes = cast.nodes().size();
        offerOf = new int[nodes][workloads];
        int count =
                standing.sets().stream().mapToInt(set -> set.listed().size()).sum();
        offerNode = new int[count];
        offerWorkload = new int[count];
        int offer = 0;
        for (int node = 0; node < nodes; node++) {
            Arrays.fill(offerOf[node], -1);
            for (int workload : standing.set(node).listed()) {
                offerNode[offer] = node;
                offerWorkload[offer] = workload;
                offerOf[node][workload] = offer++;
            }
        }
        int calls = gateways * workloads * HOURS;
        requested = new int[calls];
        served = new int[calls];
        unmet = new int[calls];
        failed = new int[calls];
        abandoned = new int[calls];
        minutes = new float[calls];
        finished = new int[count * HOURS];
        broken = new int[count * HOURS];
        tests = new int[count * HOURS];
        inUse = new int[count * HOURS];
        capacity = new int[count * HOURS];
        offerWei = new double[count];
        busySeconds = new double[count];
        wei = new double[cast.orchestrators().size() * HOURS];
        testWei = new double[cast.orchestrators().size() * HOURS];
        wantedUnits = new double[workloads * HOURS];
        intendedUnits = new double[workloads];
        down = new boolean[nodes * HOURS];
    }

    /** Counted from 0. */
    public int week() {
        return week;
    }

    /** How many offers there are. */
    public int offers() {
        return offerNode.length;
    }

    public int offerNode(int offer) {
        return offerNode[offer];
    }

    public int offerWorkload(int offer) {
        return offerWorkload[offer];
    }

    /** The index of a workload on a node, -1 when it is not listed there. */
    public int findOffer(int node, int workload) {
        return offerOf[node][workload];
    }

    /** Requests, or streams, that began to be asked for in the hour. Each becomes served, unmet, failed or abandoned. */
    public int requested(int gateway, int workload, int hour) {
        return requested[call(gateway, workload, hour)];
    }

    /** Of those requested in the hour: answered in the end. */
    public int served(int gateway, int workload, int hour) {
        return served[call(gateway, workload, hour)];
    }

    /** Of those requested in the hour: nobody took them. */
    public int unmet(int gateway, int workload, int hour) {
        return unmet[call(gateway, workload, hour)];
    }

    /** Of those requested in the hour: somebody began, it ended in an error, and nobody else took it in time. */
    public int failed(int gateway, int workload, int hour) {
        return failed[call(gateway, workload, hour)];
    }

    /** Of those requested in the hour: the user gave up waiting for a model to load. */
    public int abandoned(int gateway, int workload, int hour) {
        return abandoned[call(gateway, workload, hour)];
    }

    /** Minutes that containers worked for the gateway in the hour. */
    public double minutes(int gateway, int workload, int hour) {
        return minutes[call(gateway, workload, hour)];
    }

    /** Jobs of users that ended well in the hour; streams that ended. */
    public int finished(int offer, int hour) {
        return finished[offer * HOURS + hour];
    }

    /** Jobs that ended in an error in the hour, of users and testers. */
    public int broken(int offer, int hour) {
        return broken[offer * HOURS + hour];
    }

    /** Jobs of load testers that ended well in the hour. */
    public int tests(int offer, int hour) {
        return tests[offer * HOURS + hour];
    }

    /** Containers busy with the workload at the hour's start. */
    public int inUse(int offer, int hour) {
        return inUse[offer * HOURS + hour];
    }

    /**
     * What is advertised as capacity at the hour's start: of live video, containers that are idle; of batch jobs on a
     * combined node, what is not reserved; on a split node, the counter that only grows.
     */
    public int capacity(int offer, int hour) {
        return capacity[offer * HOURS + hour];
    }

    /** Whether a node could not be reached, or its worker was away, at the hour's start. */
    public boolean isDown(int node, int hour) {
        return down[node * HOURS + hour];
    }

    /** Wei earned from users by an orchestrator in the hour, at configured prices. */
    public double wei(int orchestrator, int hour) {
        return wei[orchestrator * HOURS + hour];
    }

    /** Wei earned from load testers by an orchestrator in the hour. */
    public double testWei(int orchestrator, int hour) {
        return testWei[orchestrator * HOURS + hour];
    }

    /** Wei earned from users by an orchestrator in the week. */
    public double wei(int orchestrator) {
        return Arrays.stream(wei, orchestrator * HOURS, (orchestrator + 1) * HOURS)
                .sum();
    }

    /** Wei earned from users in the week by a workload on a node. */
    public double offerWei(int offer) {
        return offerWei[offer];
    }

    /** Seconds in the week that containers of an offer served users and testers. */
    public double busySeconds(int offer) {
        return busySeconds[offer];
    }

    /** The truth: billed units that users asked for in the hour, at any gateway, served or not. */
    public double wantedUnits(int workload, int hour) {
        return wantedUnits[workload * HOURS + hour];
    }

    /** The truth: billed units that users asked for in the week. */
    public double wantedUnits(int workload) {
        return Arrays.stream(wantedUnits, workload * HOURS, (workload + 1) * HOURS)
                .sum();
    }

    /** The truth behind the truth: billed units that users were expected to ask for in the week. */
    public double intendedUnits(int workload) {
        return intendedUnits[workload];
    }

    /** Requests of users and testers in the week. */
    public long requested() {
        return Arrays.stream(requested).asLongStream().sum();
    }

    int call(int gateway, int workload, int hour) {
        return (gateway * workloads + workload) * HOURS + hour;
    }
}
