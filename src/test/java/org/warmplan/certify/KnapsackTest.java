package org.warmplan.certify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.certify.Knapsack.Item;

final class KnapsackTest {
    private static final long LARGE = 1_000_000_000_000_000_000L;

    private static BigInteger[] slow(List<Item> items, int most, long room) {
        BigInteger[] best = new BigInteger[most + 1];
        fill(items, 0, 0, room, BigInteger.ZERO, best);
        return best;
    }

    private static void fill(List<Item> items, int from, int count, long room, BigInteger sum, BigInteger[] best) {
        best[count] = best[count] == null ? sum : best[count].max(sum);
        for (int i = from; i < items.size(); i++) {
            Item item = items.get(i);
            BigInteger more = sum;
            for (int n = 1; n <= item.copies() && count + n < best.length && n * item.vram() <= room; n++) {
                more = more.add(BigInteger.valueOf(item.worth()));
                fill(items, i + 1, count + n, room - n * item.vram(), more, best);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void isTheBestOfAllSets(long seed) {
        Random random = new Random(seed);
        for (int k = 0; k < 200; k++) {
            long scale = random.nextBoolean() ? 1 : LARGE / 10;
            int most = random.nextInt(6);
            long room = random.nextInt(40);
            List<Item> items = new ArrayList<>();
            for (int i = random.nextInt(9); i > 0; i--) {
                items.add(new Item(random.nextInt(16), (random.nextInt(40) - 10) * scale, random.nextInt(4)));
            }
            BigInteger[] slow = slow(items, most, room);
            Knapsack knapsack = new Knapsack(most, room);
            for (List<Item> same : List.of(items, knapsack.needed(items))) {
                Amounts best = knapsack.best(same);
                for (int count = 0; count <= most; count++) {
                    assertThat(best.get(count))
                            .as("%d of %s in %d", count, items, room)
                            .isEqualTo(slow[count] == null ? Exact.NONE : Exact.of(slow[count]));
                }
            }
        }
    }
}
