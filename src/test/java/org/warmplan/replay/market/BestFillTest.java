package org.warmplan.replay.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.Address;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;

final class BestFillTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void isAsGoodAsTryingEverything(long seed) {
        Dice dice = new Dice(seed);
        double[][] values = new double[4][7];
        for (double[] row : values) {
            Arrays.setAll(row, column -> dice.chance(0.3) ? 0 : dice.ratio(1, 100));
        }
        int[] chosen = BestFill.assign(values);
        assertThat(chosen).doesNotHaveDuplicates();
        double sum = 0;
        for (int row = 0; row < chosen.length; row++) {
            sum += values[row][chosen[row]];
        }
        assertThat(sum).isCloseTo(best(values, 0, new boolean[7]), within(1e-9));
    }

    private static double best(double[][] values, int row, boolean[] taken) {
        if (row == values.length) {
            return 0;
        }
        double best = 0;
        for (int column = 0; column < taken.length; column++) {
            if (!taken[column]) {
                taken[column] = true;
                best = Math.max(best, values[row][column] + best(values, row + 1, taken));
                taken[column] = false;
            }
        }
        return best;
    }

    @Test
    void givesTheQuickCardToWhatGainsMostByItAndTheLargeOneToWhatFitsNowhereElse() {
        List<MarketCard> cards = List.of(
                new MarketCard("GPU-0", "large", 24_576, 1),
                new MarketCard("GPU-1", "quick", 16_376, 2),
                new MarketCard("GPU-2", "plain", 16_376, 1));
        double[][] gwei = {{0, 10, 10, 10, 10}, {0, 12, 13, 13, 13}, {0, 5, 5, 5, 5}};
        Map<String, double[]> onCard = Map.of(
                "large", new double[] {10, 12, 5},
                "quick", new double[] {10, 18, 5},
                "plain", new double[] {10, 12, 5});
        WarmSet best = BestFill.of(cast(cards, 20_000, 8_000, 8_000), new WhatIf(gwei, onCard), true);
        assertThat(best.byCard()).containsExactly(0, 1, 2);
    }

    @Test
    void leavesACardFreeThatNothingFits() {
        List<MarketCard> cards = List.of(new MarketCard("GPU-0", "card", 1_500, 1));
        WhatIf curves = new WhatIf(new double[][] {{0, 5, 6, 7, 8}}, Map.of("card", new double[] {5}));
        assertThat(BestFill.of(cast(cards, 1_000), curves, true).byCard()).containsExactly(WarmSet.NONE);
    }

    private static Cast cast(List<MarketCard> cards, long... vramMib) {
        List<MarketWorkload> workloads = new ArrayList<>();
        for (long mib : vramMib) {
            Workload workload = new Workload(Pipeline.TEXT_TO_IMAGE, "model-" + workloads.size());
            workloads.add(new MarketWorkload(workload, 1, 1, 0, 0, mib, 1, 1, 1, 0));
        }
        Address address = new Address(String.format(Locale.ROOT, "0x%040x", 1));
        MarketNode node = new MarketNode(0, "https://node", false, cards, 0, 1);
        return new Cast(workloads, List.of(new MarketOrchestrator(address, 1, false)), List.of(node), List.of());
    }
}
