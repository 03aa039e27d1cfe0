package org.warmplan.replay.market;

import java.lang.management.ManagementFactory;

/** How long a week takes; run by hand: {@code STUDY|MEDIUM|BIG seed weeks}. */
final class MarketSpeed {
    private MarketSpeed() {}

    public static void main(String[] args) {
        MarketSize size = switch (args[0]) {
            case "BIG" -> MarketSize.BIG;
            case "MEDIUM" -> MarketSize.MEDIUM;
            default -> MarketSize.STUDY;
        };
        Market market = Markets.of(size, Long.parseLong(args[1]));
        System.out.printf(
                "%d orchestrators, %d nodes, %d workloads, %d gateways%n",
                market.cast().orchestrators().size(),
                market.cast().nodes().size(),
                market.cast().workloads().size(),
                market.cast().gateways().size());
        for (int week = 0; week < Integer.parseInt(args[2]); week++) {
            long start = System.nanoTime();
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            WeekLog log = market.play();
            double seconds = (System.nanoTime() - start) / 1e9;
            double busy = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
            System.out.println(line(market, log) + " %.2f s, %.2f s of a core".formatted(seconds, busy));
            if (args.length > 3) {
                table(market, log);
            }
        }
    }

    private static String line(Market market, WeekLog log) {
        long served = sum(log.served);
        long unmet = sum(log.unmet);
        double wei = 0;
        for (int o = 0; o < market.cast().orchestrators().size(); o++) {
            wei += log.wei(o);
        }
        return "week %d: %d asked, %d served, %d unmet, %d failed, %d gave up; %.3f ETH, ours %.4f;"
                .formatted(
                        log.week(),
                        log.requested(),
                        served,
                        unmet,
                        sum(log.failed),
                        sum(log.abandoned),
                        wei / 1e18,
                        log.wei(Cast.SELF) / 1e18);
    }

    private static void table(Market market, WeekLog log) {
        for (int w = 0; w < market.cast().workloads().size(); w++) {
            MarketWorkload workload = market.cast().workloads().get(w);
            int containers = 0;
            double busy = 0;
            double gwei = 0;
            for (int offer = 0; offer < log.offers(); offer++) {
                if (log.offerWorkload(offer) == w) {
                    containers += market.standing(log.week())
                            .set(log.offerNode(offer))
                            .replicas(w);
                    busy += log.busySeconds(offer) / Play.WEEK;
                    gwei += log.offerWei(offer) / 1e9;
                }
            }
            long asked = 0;
            long unmet = 0;
            for (int g = 0; g < market.cast().gateways().size(); g++) {
                for (int h = 0; h < WeekLog.HOURS; h++) {
                    asked += log.requested(g, w, h);
                    unmet += log.unmet(g, w, h);
                }
            }
            System.out.printf(
                    "  %-70s %6d MiB %3d warm, %7.3f busy, %8d asked, %8d unmet, %10.0f gwei%n",
                    workload.workload().id(), workload.vramMib(), containers, busy, asked, unmet, gwei);
        }
    }

    private static long sum(int[] counts) {
        return java.util.Arrays.stream(counts).asLongStream().sum();
    }
}
