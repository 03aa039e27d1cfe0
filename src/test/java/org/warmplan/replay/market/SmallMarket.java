package org.warmplan.replay.market;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.warmplan.domain.Address;
import org.warmplan.domain.Workload;

/**
 * A market that is small enough to know by heart, played for tests: five nodes, six workloads, and four gateways of which
 * two are followed by NaaP.
 */
public final class SmallMarket {
    public static final int SDXL = 0;
    public static final int NOOP = 1;
    public static final int REALVIS = 2;
    public static final int WHISPER = 3;

    /** Asked for and offered by nobody. */
    public static final int FLUX = 4;

    /** Offered cold only. */
    public static final int BLIP = 5;

    /** Followed, for users. */
    public static final int DAYDREAM = 0;

    /** Followed, a load tester. */
    public static final int TESTER = 1;

    /** Invisible. */
    public static final int HIDDEN = 2;

    /** Invisible, and the only one that asks for whisper. */
    public static final int OFF_CHAIN = 3;

    /** The operator's own node. */
    public static final int OWN = 0;

    /** A node whose orchestrator and worker are two processes. */
    public static final int SPLIT = 3;

    private static final List<Workload> WORKLOADS = List.of(
            workload("live-video-to-video/streamdiffusion-sdxl"),
            workload("live-video-to-video/noop"),
            workload("text-to-image/SG161222/RealVisXL_V4.0_Lightning"),
            workload("audio-to-text/openai/whisper-large-v3"),
            workload("text-to-image/black-forest-labs/FLUX.1-dev"),
            workload("image-to-text/Salesforce/blip-image-captioning-large"));
    private static final double[] UNITS = {27_648_000, 27_648_000, 600_000, 95_000, 786_432, 900_000};
    private static final double[] SECONDS = {1_200, 60, 4, 9, 12, 2};
    private static final double[] WEI = {2_000, 1_000, 4_768_371.4, 9_100_000, 10_000_000, 92.4};

    /** Requests per week, by workload and gateway. */
    private static final int[][] REQUESTS = {
        {400, 0, 300, 0}, {0, 336, 0, 0}, {900, 168, 700, 400}, {0, 0, 0, 500}, {60, 0, 20, 0}, {0, 0, 0, 0}
    };

    private final Cast cast;
    private final long[] released;

    public record Week(Standing standing, WeekLog log) {}

    public SmallMarket() {
        List<MarketWorkload> workloads = new ArrayList<>();
        for (int w = 0; w < UNITS.length; w++) {
            workloads.add(
                    new MarketWorkload(WORKLOADS.get(w), UNITS[w], SECONDS[w], 0.3, 0.3, 8_000, 20, WEI[w], 30, 0));
        }
        List<MarketNode> nodes = List.of(
                node(0, 0, false, 3),
                node(1, 1, false, 2),
                node(2, 2, false, 2),
                node(3, 3, true, 2),
                node(4, 1, false, 1));
        cast = new Cast(workloads, orchestrators(), nodes, gateways(nodes.size()));
        released = new long[nodes.size() * workloads.size()];
    }

    public Cast cast() {
        return cast;
    }

    /** Plays weeks 0 to {@code count - 1}; in week 1 the own node begins anew with whisper beside what it had. */
    public List<Week> weeks(int count) {
        List<Week> weeks = new ArrayList<>();
        for (int week = 0; week < count; week++) {
            Standing before = standing(Math.max(0, week - 1), false);
            Standing now = standing(week, week == 1);
            weeks.add(new Week(now, Play.week(cast, before, now, new Users(week), released, 0)));
        }
        return weeks;
    }

    private Standing standing(int week, boolean restarted) {
        List<WarmSet> sets = List.of(
                new WarmSet(List.of(SDXL, week == 0 ? WarmSet.NONE : WHISPER, REALVIS), List.of()),
                new WarmSet(List.of(SDXL, NOOP), List.of(BLIP)),
                new WarmSet(List.of(SDXL, SDXL), List.of()),
                new WarmSet(List.of(REALVIS, WHISPER), List.of()),
                new WarmSet(List.of(REALVIS), List.of()));
        double[][] wei = new double[sets.size()][WEI.length];
        for (int node = 0; node < wei.length; node++) {
            for (int w = 0; w < WEI.length; w++) {
                wei[node][w] = WEI[w] * (1 + 0.1 * node);
            }
        }
        return new Standing(week, sets, List.of(restarted, false, false, false, false), wei);
    }

    private static MarketNode node(int number, int orchestrator, boolean split, int cards) {
        List<MarketCard> list = new ArrayList<>();
        for (int card = 0; card < cards; card++) {
            list.add(new MarketCard("GPU-" + number + "-" + card, "NVIDIA GeForce RTX 4090", 24_564, 1));
        }
        return new MarketNode(orchestrator, "https://node-" + number + ".example:8935", split, list, 0.02, 1.08);
    }

    private static List<MarketOrchestrator> orchestrators() {
        return List.of(
                new MarketOrchestrator(address(1), 18_450.25, false),
                new MarketOrchestrator(address(2), 90_000, true),
                new MarketOrchestrator(address(3), 12_000.5, false),
                new MarketOrchestrator(address(4), 300, false));
    }

    private static List<MarketGateway> gateways(int nodes) {
        List<MarketGateway> gateways = new ArrayList<>();
        for (int g = 0; g < REQUESTS[0].length; g++) {
            gateways.add(new MarketGateway(
                    address(100 + g),
                    g == DAYDREAM ? "daydream" : g == TESTER ? "cloudspe" : null,
                    g == OFF_CHAIN ? MarketGateway.Kind.OFF_CHAIN : MarketGateway.Kind.ON_CHAIN,
                    g == TESTER,
                    Collections.nCopies(UNITS.length, Double.POSITIVE_INFINITY),
                    Collections.nCopies(UNITS.length, 1.0 / 3),
                    Collections.nCopies(nodes, 0.05)));
        }
        return gateways;
    }

    private static Address address(int number) {
        return new Address("0x%040d".formatted(number));
    }

    private static Workload workload(String id) {
        return Workload.find(id).orElseThrow();
    }

    /** Requests at random times. */
    private static final class Users implements Arrivals {
        private final List<double[]> list = new ArrayList<>();
        private int next = -1;

        Users(int week) {
            for (int w = 0; w < REQUESTS.length; w++) {
                for (int g = 0; g < REQUESTS[w].length; g++) {
                    for (int i = 0; i < REQUESTS[w][g]; i++) {
                        double at = Luck.uniform(Luck.key(Luck.key(week, w * 10 + g), i), 0) * Play.WEEK;
                        list.add(new double[] {at, g, w, i});
                    }
                }
            }
            list.sort(Comparator.comparingDouble(event -> event[0]));
        }

        @Override
        public boolean next() {
            return ++next < list.size();
        }

        @Override
        public double at() {
            return list.get(next)[0];
        }

        @Override
        public int gateway() {
            return (int) list.get(next)[1];
        }

        @Override
        public int workload() {
            return (int) list.get(next)[2];
        }

        @Override
        public long luck() {
            return Luck.key((long) (at() * 1000), (long) list.get(next)[3]);
        }
    }
}
