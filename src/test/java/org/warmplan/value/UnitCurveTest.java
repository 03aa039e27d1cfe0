package org.warmplan.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.warmplan.domain.Vram;
import org.warmplan.fleet.CardClass;

final class UnitCurveTest {
    private static final SortedMap<String, CardClass> CLASSES =
            new TreeMap<>(Map.of("small", card("Small"), "large (48 GiB)", card("Large")));

    private static CardClass card(String name) {
        return new CardClass(name, Vram.ofMib(20_000), Vram.ofMib(19_000));
    }

    private static Curve curve(List<Long> marginal, Map<String, Integer> units) {
        return new Curve(marginal, List.of(), List.of(), new TreeMap<>(units), Curve.ColdDemand.NONE);
    }

    @Test
    void countsReplicasWhereAllCardsAreAlike() {
        UnitCurve written = UnitCurve.of(curve(List.of(70L, 33L), Map.of()), CLASSES, 0);

        assertThat(written.units()).isEmpty();
        assertThat(written.marginal()).containsExactly(70L, 33L);
    }

    @Test
    void countsInTheCoarsestWholeUnits() {
        UnitCurve written = UnitCurve.of(curve(List.of(70L, 33L), Map.of("Large", 15)), CLASSES, 0);

        assertThat(written.units()).isEqualTo(Map.of("small", 2, "large (48 GiB)", 3));
        assertThat(written.marginal()).containsExactly(35L, 35L, 16L, 16L);
    }

    @Test
    void neverRisesInTheLastDigits() {
        UnitCurve written = UnitCurve.of(curve(List.of(15L, 15L, 12L), Map.of("Large", 13)), CLASSES, 0);

        assertThat(written.units()).containsEntry("small", 10).containsEntry("large (48 GiB)", 13);
        assertThat(written.marginal()).hasSize(30).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void endsWhereAUnitIsWorthLessThanAGwei() {
        assertThat(UnitCurve.of(curve(List.of(30L, 4L), Map.of("Large", 13)), CLASSES, 0)
                        .marginal())
                .hasSize(10);
    }

    @Test
    void isNetOfWhatItEarnsCold() {
        assertThat(UnitCurve.of(curve(List.of(70L, 33L), Map.of()), CLASSES, 20).marginal())
                .containsExactly(50L, 33L);
    }
}
