package org.warmplan.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmplan.worker.AiModelsTexts.image;
import static org.warmplan.worker.AiModelsTexts.start;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StopTest {
    private static final WorkerSetup TWO = WorkerSetup.combined(List.of("0", "1"), 1);

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'pipeline':'text-to-cat','model_id':'m','price_per_unit':1|Pipeline is not valid capability: text-to-cat|true",
                "'model_id':'m','price_per_unit':1|Pipeline is not valid capability: |true",
                "'pipeline':'byoc','model_id':'m','price_per_unit':1|Pipeline is not valid capability: byoc|true",
                "'pipeline':'\u0131nvalid','model_id':'m','price_per_unit':1|Pipeline is not valid capability: \u0131nvalid|true",
                "'pipeline':'Text to image','model_id':'m','price_per_unit':1,'warm':true|runtime error: slice bounds out of range [:2] with length 0|true",
                "'pipeline':'unused','model_id':'m','price_per_unit':1,'warm':true|runtime error: slice bounds out of range [:2] with length 0|true",
                "'pipeline':'upscale','model_id':'m','price_per_unit':1,'warm':true,'capacity':3|Error AI worker warming upscale container: insufficient capacity|false",
                "'pipeline':'upscale','model_id':'a/m'|'pricePerUnit' must be set for model 'a/m' in pipeline 'upscale'|true",
                "'pipeline':'upscale','model_id':'m','price_per_unit':-0.001|'pricePerUnit' value specified for model 'm' in pipeline 'upscale' must be a valid positive number, provided -0.00|true",
                "'pipeline':'upscale','model_id':'m','price_per_unit':1,'pixels_per_unit':0.125|'pixelsPerUnit' value specified for model 'm' in pipeline 'upscale' must be a valid positive integer, provided 0.13|true",
                "'pipeline':'upscale','model_id':'m','price_per_unit':1,'pixels_per_unit':0|'pixelsPerUnit' value specified for model 'm' in pipeline 'upscale' must be a valid positive integer, provided 0.00|true",
                "'pipeline':'upscale','model_id':'m','price_per_unit':1,'currency':'eur'|error converting price: price feed does not have EUR as a currency (ETH/USD)|true"
            })
    void stopsWithTheWordsOfTheNode(String entry, String message, boolean panic) {
        Startup startup = start(TWO, entry);

        assertThat(startup.starts()).isFalse();
        assertThat(startup.stops()).singleElement().satisfies(stop -> {
            // The table trims its cells.
            assertThat(stop.message().strip()).isEqualTo(message.strip());
            assertThat(stop.isPanic()).isEqualTo(panic);
            assertThat(stop.explain()).startsWith("[0] ").contains("Maybe ").doesNotContain("\n");
        });
    }

    @Test
    void stopsOverAModelThatIsWarmAndCold() {
        Startup startup = start(TWO, image("m", ",'warm':true"), image("m", ""));

        assertThat(startup.stops()).singleElement().satisfies(stop -> {
            assertThat(stop.entry().index()).isEqualTo(1);
            assertThat(stop.message())
                    .isEqualTo(
                            "Cannot have same model_id (acme/m) as cold and warm in same AI worker, please fix aiModels"
                                    + " json config");
        });
    }

    @Test
    void seesTheClashBehindAnotherSpellingOfThePipeline() {
        Startup startup = start(
                TWO, image("m", ",'warm':true"), "'pipeline':'Text to-image','model_id':'acme/m','price_per_unit':1");

        assertThat(startup.stops()).singleElement().isInstanceOf(Stop.WarmColdClash.class);
    }

    @Test
    void startsWithTheSameModelWarmInOnePipelineAndColdInAnother() {
        assertThat(start(TWO, image("m", ",'warm':true"), "'pipeline':'upscale','model_id':'acme/m','price_per_unit':1")
                        .starts())
                .isTrue();
    }

    @Test
    void listsStopsInTheOrderTheNodeHitsThem() {
        Startup startup = start(
                WorkerSetup.combined(List.of("0"), 1),
                image("m", ",'warm':true"),
                "'pipeline':'upscale','model_id':'n','warm':true,'pixels_per_unit':-1,'price_per_unit':-1,'currency':'x'",
                "'pipeline':'nothing','model_id':'m','price_per_unit':1",
                "'pipeline':'text-to-image','model_id':'acme/m'");

        assertThat(startup.stops())
                .extracting(stop -> stop.entry().index() + " " + stop.getClass().getSimpleName())
                .containsExactly(
                        "1 InsufficientCapacity",
                        "1 PixelsPerUnitInvalid",
                        "1 PriceNegative",
                        "1 CurrencyUnknown",
                        "2 UnknownPipeline",
                        "3 WarmColdClash",
                        "3 PriceMissing");
        assertThat(startup.placements()).hasSize(1);
        assertThat(startup.neverServed()).isEmpty();
    }

    @Test
    void placesNothingBehindTheFirstStopButCountsOn() {
        Startup startup = start(
                WorkerSetup.combined(List.of("0"), 1),
                "'pipeline':'nothing','model_id':'m','warm':true,'price_per_unit':1",
                image("a", ",'warm':true"));

        assertThat(startup.placements()).isEmpty();
        assertThat(startup.stops())
                .extracting(Stop::message)
                .containsExactly(
                        "Pipeline is not valid capability: nothing",
                        "Error AI worker warming text-to-image container: insufficient capacity");
    }

    @Test
    void runsOutOfSlotsBeforeItMissesThePort() {
        Startup startup = start(
                WorkerSetup.combined(List.of("0"), 1),
                image("a", ",'warm':true"),
                "'pipeline':'Upscale','model_id':'m','warm':true,'price_per_unit':1");

        assertThat(startup.stops()).singleElement().isInstanceOf(Stop.InsufficientCapacity.class);
    }
}
