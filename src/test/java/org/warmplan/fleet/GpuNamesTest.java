package org.warmplan.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GpuNamesTest {
    @ParameterizedTest
    @CsvSource({
        "NVIDIA GeForce RTX 4090, NVIDIA GeForce RTX 4090",
        "nvidia geforce rtx 4090, NVIDIA GeForce RTX 4090",
        "RTX 4090, NVIDIA GeForce RTX 4090",
        "4090, NVIDIA GeForce RTX 4090",
        "RTX 4070, NVIDIA GeForce RTX 4070",
        "RTX 4070 Ti, NVIDIA GeForce RTX 4070 Ti",
        "RTX4070Ti Super, NVIDIA GeForce RTX 4070 Ti SUPER",
        "A100 40GB, NVIDIA A100-SXM4-40GB",
        "A100 40 GB, NVIDIA A100-SXM4-40GB",
        "V100 32GB, Tesla V100-SXM2-32GB",
        "RTX 6000 Ada, NVIDIA RTX 6000 Ada Generation",
        "T4, Tesla T4",
        "NVIDIA Tesla T4, Tesla T4",
        "A10, NVIDIA A10",
        "A10G, NVIDIA A10G",
        "L40 S, NVIDIA L40S"
    })
    void findsTheCardThatIsMeant(String given, String name) {
        assertThat(Shipped.CATALOGUE.findGpu(given)).map(CatalogueGpu::name).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A100",
                "A100 80GB",
                "H100",
                "3090",
                "GTX 1080",
                "RTX 2080",
                "Quadro RTX 4000",
                "RTX A2000",
                "V100",
                "NVIDIA GeForce RTX 5060",
                "MI300X",
                "NVIDIA",
                ""
            })
    void takesNoCardForAnother(String given) {
        assertThat(Shipped.CATALOGUE.findGpu(given)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RTX 4O90, NVIDIA GeForce RTX 4090",
        "A100, NVIDIA A100-SXM4-40GB",
        "GTX 1080, NVIDIA GeForce GTX 1080 Ti",
        "GeForce 3090ti, NVIDIA GeForce RTX 3090 Ti"
    })
    void suggestsNearNames(String given, String near) {
        assertThat(Shipped.CATALOGUE.suggest(given)).contains(near).hasSizeLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MI300X", "NVIDIA", "", "-"})
    void suggestsNothingFarFetched(String given) {
        assertThat(Shipped.CATALOGUE.suggest(given)).isEmpty();
    }

    @Test
    void refusesTwoCardsOfOneName() {
        CatalogueGpu card =
                new CatalogueGpu("Card 1", OptionalInt.empty(), null, false, false, null, null, "a test", null);

        assertThatThrownBy(() -> new Catalogue(List.of(), List.of(), List.of(card, card)))
                .hasMessage("The card Card 1 stands twice.");
    }

    @ParameterizedTest
    @CsvSource({
        "NVIDIA GeForce RTX 5060, true",
        "NVIDIA B200, true",
        "NVIDIA RTX PRO 4000 Blackwell, true",
        "NVIDIA GeForce RTX 4060, false",
        "NVIDIA RTX 5000 Ada Generation, false"
    })
    void tellsTheArchitectureOfUnlistedCardsByTheirName(String name, boolean blackwell) {
        assertThat(Shipped.CATALOGUE.findArchitecture(name).isPresent()).isEqualTo(blackwell);
    }
}
