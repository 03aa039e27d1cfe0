package org.warmplan.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.warmplan.domain.Vram;

final class CardClassTest {
    @Test
    void takesOffTheHeadroomButNotWhatOneCardReserves() {
        FleetGpu plain = new FleetGpu("0", "Tesla T4", Vram.ofMib(15360), Vram.ZERO);
        FleetGpu shared = new FleetGpu("1", "Tesla T4", Vram.ofMib(15360), Vram.ofMib(4000));

        assertThat(CardClass.of(plain, Vram.ofMib(1024)))
                .isEqualTo(new CardClass("Tesla T4", Vram.ofMib(15360), Vram.ofMib(14336)))
                .isEqualTo(CardClass.of(shared, Vram.ofMib(1024)));
    }

    @Test
    void neverHasMoreNetThanInAll() {
        assertThatThrownBy(() -> new CardClass("Tesla T4", Vram.ofMib(15360), Vram.ofMib(15361)))
                .hasMessage("The net VRAM (15361 MiB) of Tesla T4 must not be more than its total (15360 MiB).");
    }
}
