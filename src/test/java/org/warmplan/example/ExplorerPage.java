package org.warmplan.example;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The explorer's page of orchestrators: stake and earnings of the 100 with the most volume in 30 days, as
 * livepeer/explorer has it at 79d3991 (queries/orchestrators.graphql).
 */
final class ExplorerPage {
    private static final int ROWS = 100;
    private static final int FRAMES_IN_28_DAYS = 12;

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Orchestrators (made-up example page)</title></head>
            <body>
            <div id="__next"></div>
            <script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{"hadError":false,\
            "orchestrators":{"transcoders":[
            """;
    private static final String TAIL = """

            ]},"protocol":{"protocol":{"totalActiveStake":"%s"}}},"__N_SSG":true},"page":"/orchestrators","query":{},\
            "buildId":"example-build"}</script>
            </body>
            </html>
            """;

    private record Row(String address, double stake, double eth30, double eth60, double eth90) {
        String payload(int activationRound) {
            return """
                    {"id":"%s","activationRound":"%d","feeShare":"850000","rewardCut":"100000","totalStake":"%s",\
                    "thirtyDayVolumeETH":"%s","sixtyDayVolumeETH":"%s","ninetyDayVolumeETH":"%s"}""".formatted(
                            address, activationRound, decimal(stake), decimal(eth30), decimal(eth60), decimal(eth90));
        }
    }

    private ExplorerPage() {}

    /** The page at the last of {@code frames}, which are at least twelve. */
    static String of(List<Frame> frames, Map<String, Double> stakes) {
        List<Row> rows = new ArrayList<>();
        Map<String, Double> earned = earned(frames.subList(frames.size() - FRAMES_IN_28_DAYS, frames.size()));
        stakes.forEach((address, stake) -> rows.add(row(address, stake, earned.getOrDefault(address, 0.0), frames)));
        double total = rows.stream().mapToDouble(Row::stake).sum();
        rows.sort(Comparator.comparingDouble(Row::eth30).reversed().thenComparing(Row::address));
        List<String> lines = rows.stream()
                .limit(ROWS)
                .map(row -> row.payload(new Dice(ExampleNetwork.SEED, row.address()).between(1_900, 3_900)))
                .toList();
        return HEAD + String.join(",\n", lines) + TAIL.formatted(decimal(total));
    }

    private static Map<String, Double> earned(List<Frame> frames) {
        Map<String, Double> earned = new TreeMap<>();
        frames.forEach(frame -> frame.earnedEth().forEach((address, eth) -> earned.merge(address, eth, Double::sum)));
        return earned;
    }

    /** What AI brought, and what transcoding did besides, which is a guess by stake. */
    private static Row row(String address, double stake, double aiEth, List<Frame> frames) {
        Dice ever = new Dice(ExampleNetwork.SEED, "volume of " + address);
        Dice now = new Dice(ExampleNetwork.SEED, "volume of " + address + " at " + frames.size());
        double transcoding = StrictMath.sqrt(stake) / 9_000 * ever.factor(1.1);
        double eth30 = aiEth * 30 / 28 + transcoding * now.factor(0.2);
        double eth60 = eth30 * (1.6 + 0.6 * ever.fraction());
        double eth90 = eth60 * (1.3 + 0.3 * ever.fraction());
        double moved = address.equals(Stakes.OPERATOR) ? stake : stake * now.factor(0.004);
        return new Row(address, moved, eth30, eth60, eth90);
    }

    private static String decimal(double amount) {
        return String.format(Locale.ROOT, "%.4f", amount);
    }
}
