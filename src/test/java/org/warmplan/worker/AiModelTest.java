package org.warmplan.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.domain.UnitPrice;

final class AiModelTest {
    private static final BigDecimal USD_PER_ETH = new BigDecimal("2500");

    private static AiModel entry(String members) {
        String text = "[{%s}]".formatted(members.replace('\'', '"'));
        return AiModelsFile.read("aiModels.json", text).entries().get(0);
    }

    @ParameterizedTest(name = "{0} takes {1} slots")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'warm':true|1",
                "'warm':true,'capacity':0|1",
                "'warm':true,'capacity':3|3",
                "'warm':true,'capacity':-2|0",
                "'warm':true,'capacity':3,'url':'http://127.0.0.1:9000'|0",
                "'warm':false,'capacity':3|0",
                "'capacity':3|0"
            })
    void takesSlotsOnlyForItsOwnWarmContainers(String members, long slots) {
        assertThat(entry(members).containers()).isEqualTo(slots);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'price_per_unit':4768371|4768371|1",
                "'price_per_unit':4768371,'pixels_per_unit':1000,'currency':'WEI'|4768371|1000",
                "'price_per_unit':0|0|1",
                "'price_per_unit':1.5,'pixels_per_unit':1e1|3|20",
                "'price_per_unit':1e-18,'currency':'Eth'|1|1",
                "'price_per_unit':1.9073484e-8,'currency':'USD'|7629393.6|1",
                "'price_per_unit':1,'currency':'usd','pixels_per_unit':3|1000000000000000|7.5"
            })
    void pricesExactlyInWei(String members, BigDecimal wei, BigDecimal units) {
        assertThat(entry(members).findPriceWei(USD_PER_ETH)).contains(UnitPrice.of(wei, units));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'warm':true",
                "'price_per_unit':-1",
                "'price_per_unit':1,'pixels_per_unit':0",
                "'price_per_unit':1,'pixels_per_unit':0.5",
                "'price_per_unit':1,'pixels_per_unit':-1",
                "'price_per_unit':1,'currency':'EUR'"
            })
    void hasNoPriceWhereTheNodeWouldStop(String members) {
        assertThat(entry(members).findPriceWei(USD_PER_ETH)).isEmpty();
    }

    @Test
    void servesAWorkloadOnlyUnderAKnownPipelineAndAUsableModelId() {
        assertThat(entry("'pipeline':'llm','model_id':'a/b'").findWorkload())
                .hasValueSatisfying(w -> assertThat(w.id()).isEqualTo("llm/a/b"));
        assertThat(entry("'pipeline':'Llm','model_id':'a/b'").findWorkload()).isEmpty();
        assertThat(entry("'pipeline':'llm'").findWorkload()).isEmpty();
        assertThat(entry("'pipeline':'llm','model_id':'%s'".formatted("x".repeat(481)))
                        .findWorkload())
                .isEmpty();
    }

    @Test
    void neverPrintsWhatMayBeSecret() {
        assertThat(
                        entry(
                                "'pipeline':'llm','model_id':'m','token':'s1','url':'http://u:s2@h','optimization_flags':{'K':'s3'}"))
                .hasToString("[0] llm/m cold");
    }
}
