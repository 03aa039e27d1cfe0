package org.warmplan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.warmplan.explain.MixSweep;
import org.warmplan.explain.Money;

final class MixesTest {
    private static final MixSweep.Moved CARD =
            new MixSweep.Moved("rig1/0", List.of("llm/a"), List.of("llm/b", "llm/c"));

    private static String row(long best, long published, List<MixSweep.Moved> moved) {
        MixSweep sweep = new MixSweep(List.of(new MixSweep.Row(0.5, best, published, moved)));
        return Mixes.table(sweep, new Money(BigDecimal.valueOf(3000))).markdown();
    }

    @Test
    void namesWhatWouldBeHeldInstead() {
        assertThat(row(2_000_000, 1_000_000, List.of(CARD)))
                .contains("| 50 % | 0.001 | 0.002 | rig1/0: llm/b and llm/c |");
    }

    @Test
    void saysWhenNothingOrLittleIsToBeGained() {
        assertThat(row(1_000_000, 1_000_000, List.of(CARD))).contains("nothing: no better plan was found");
        assertThat(row(1_000_000, 995_000, List.of(CARD))).contains("within 1 % of it");
    }

    @Test
    void countsManyCards() {
        assertThat(row(2_000_000, 1_000_000, Collections.nCopies(5, CARD))).contains("other models on 5 cards");
    }
}
