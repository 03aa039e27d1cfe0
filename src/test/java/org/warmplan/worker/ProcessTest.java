package org.warmplan.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.warmplan.worker.AiModelsTexts.file;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.UsageException;

/** What beside the file decides about a start: flags, images, ports, other workers. */
final class ProcessTest {
    @ParameterizedTest
    @CsvSource({
        "llm,m,livepeer/ai-runner:llm",
        "text-to-image,m,livepeer/ai-runner:latest",
        "live-video-to-video,streamdiffusion-sdxl,livepeer/ai-runner:live-app-streamdiffusion-sdxl",
        "live-video-to-video,scope,daydreamlive/scope-runner"
    })
    void knowsTheImageOfEveryWorkload(String pipeline, String model, String image) {
        assertThat(ImageNames.USUAL.find(pipeline, model)).contains(image);
    }

    @Test
    void takesTheImagesThatOverridesName() {
        ImageNames names = ImageNames.read(
                "-aiRunnerImageOverrides",
                "{\"default\":\"my/default\",\"batch\":{\"llm\":\"my/llm\"},\"live\":{\"mine\":\"my/live\"}}");

        assertThat(names.find("text-to-image", "m")).contains("my/default");
        assertThat(names.find("audio-to-text", "m")).contains("livepeer/ai-runner:audio-to-text");
        assertThat(names.find("llm", "m")).contains("my/llm");
        assertThat(names.find("live-video-to-video", "mine")).contains("my/live");
        assertThat(names.find("live-video-to-video", "other")).isEmpty();
        assertThatThrownBy(() -> ImageNames.read("it", "{\"batch\":[]}")).isInstanceOf(InputException.class);
    }

    @Test
    void takesOverridesInAnyLetterCaseAndEmptyOnesForNone() {
        ImageNames names = ImageNames.read("it", "{\"Default\":\"\",\"batch\":null,\"LIVE\":{\"mine\":\"my/live\"}}");

        assertThat(names.find("text-to-image", "m")).contains("livepeer/ai-runner:latest");
        assertThat(names.find("live-video-to-video", "mine")).contains("my/live");
    }

    @ParameterizedTest
    @CsvSource({"1200,1200,''", "0.02USD,0.02,USD", "5eth,5,eth", "0,0,''"})
    void readsThePriceOfTheFlag(String text, BigDecimal price, String currency) {
        assertThat(FlagPrices.of(text, null)).isEqualTo(new FlagPrices(price, currency, BigDecimal.ONE));
    }

    @ParameterizedTest
    @CsvSource({"1e12,1000000000000", "+5,5", "010,10", "5.0,5", "5.,5", ".5e1,5", "100e-2,1"})
    void readsTheUnitsOfTheFlagAsGoReadsAFraction(String text, BigDecimal units) {
        assertThat(FlagPrices.of(null, text).pixelsPerUnit()).isEqualTo(units);
    }

    @ParameterizedTest
    @CsvSource({"-1,1", ".5,1", "1.,1", "1 USD,1", "1,0", "1,-1", "1,1.5", "1,1e-2", "1,0e5", "1,1e", "1,x", "1,''"})
    void refusesFlagsThatPanic(String price, String units) {
        assertThatThrownBy(() -> FlagPrices.of(price, units))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("panic: -p");
    }

    @ParameterizedTest
    @CsvSource({"1eur,EUR", "1e12,E12"})
    void refusesAFlagsCurrencyThatNoFeedHas(String price, String currency) {
        assertThatThrownBy(() -> FlagPrices.of(price, null))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(
                        "panic: Error converting price: price feed does not have %s as a currency", currency);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10/2", "0x10", "1e100"})
    void saysWhichSpellingsOfUnitsItDoesNotRead(String units) {
        assertThatThrownBy(() -> FlagPrices.of(null, units))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("not read here")
                .hasMessageNotContaining("panic");
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT_TO_IMAGE,0,0,8000",
        "LLM,3,2,8523",
        "LIVE_VIDEO_TO_VIDEO,9,9,8999",
        "IMAGE_TO_TEXT,emulated-0,0,8700",
        "UPSCALE,1,10,8311"
    })
    void makesThePortOfPipelineContainerAndDevice(Pipeline pipeline, String device, int container, String port) {
        Slot slot = new Slot(7, device, container);

        assertThat(HostPort.of(pipeline, slot)).isEqualTo(port);
    }

    @Test
    void joinsRemoteWorkersByTheFirstFlagAndTheSumOfCapacities() {
        WorkerSetup setup = WorkerSetup.remote(List.of("0", "1"), 1);
        Startup first = Startup.of(
                file("'pipeline':'llm','model_id':'m'", "'pipeline':'llm','model_id':'a','warm':true"), setup);
        Startup second = Startup.of(
                file(
                        "'pipeline':'llm','model_id':'m','warm':true",
                        "'pipeline':'llm','model_id':'m','warm':true",
                        "'pipeline':'llm','model_id':'b','url':'http://127.0.0.1:9000','capacity':4"),
                setup);
        Startup never = Startup.of(file("'pipeline':'nothing'"), setup);

        assertThat(SplitOrchestrator.advertise(List.of(first, second, never)))
                .containsExactly(
                        new Advertised("Llm", "m", false, 3),
                        new Advertised("Llm", "a", true, 1),
                        new Advertised("Llm", "b", false, 4));
        assertThat(SplitOrchestrator.advertise(List.of(second, first)).get(0).warm())
                .isTrue();
    }

    @Test
    void listsPricesWithoutTheirFraction() {
        AiModelsFile file = file(
                "'pipeline':'llm','model_id':'m','price_per_unit':7,'pixels_per_unit':2",
                "'pipeline':'llm','model_id':'n','price_per_unit':0.9");
        List<AskedPrice> prices = AskedPrice.of(file, WorkerSetup.orchestrator(false), BigDecimal.ONE);

        assertThat(prices).extracting(price -> price.price().text()).containsExactly("3.5", "0.9");
        assertThat(prices).extracting(price -> price.listedWei().intValue()).containsExactly(3, 0);
        assertThat(AskedPrice.of(file, WorkerSetup.remote(List.of("0"), 1), BigDecimal.ONE))
                .isEmpty();
    }

    @Test
    void listsAPriceOfNothingAsNothingThoughThatOfTranscodingIsAsked() {
        AiModelsFile file = file("'pipeline':'llm','model_id':'m','price_per_unit':0,'pixels_per_unit':3");
        WorkerSetup setup = WorkerSetup.orchestrator(false).with(FlagPrices.of("1200", "2"), ImageNames.USUAL);

        assertThat(AskedPrice.of(file, setup, BigDecimal.ONE)).singleElement().satisfies(asked -> {
            assertThat(asked.price().text()).isEqualTo("600");
            assertThat(asked.listedWei()).isEqualTo(0);
        });
    }
}
