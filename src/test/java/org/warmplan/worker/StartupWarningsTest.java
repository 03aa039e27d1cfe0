package org.warmplan.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.warmplan.worker.AiModelsTexts.image;
import static org.warmplan.worker.AiModelsTexts.start;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.domain.DataIssue;

final class StartupWarningsTest {
    private static final WorkerSetup TWO = WorkerSetup.combined(List.of("0", "1"), 1);

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'pipeline':'llm','model_id':'m','price_per_unit':1|pixelsPerUnitMissing|[0].pixels_per_unit",
                "'pipeline':'llm','model_id':'m','price_per_unit':0.0,'pixels_per_unit':1|priceZero|[0].price_per_unit",
                "'pipeline':'llm','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'warm':true,'capacity':2|capacityIgnored|[0].capacity",
                "'pipeline':'llm','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'capacity':2|capacityIgnored|[0].capacity",
                "'pipeline':'llm','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'capacity':-2|capacityNegative|[0].capacity",
                "'pipeline':'llm','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'capacity':-2,'url':'u'|capacityNegative|[0].capacity",
                "'pipeline':'llm','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'optimization_flags':{'A':true}|flagsIgnored|[0].optimization_flags",
                "'pipeline':'llm','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'url':'u','warm':true,'optimization_flags':{'A':true}|flagsIgnored|[0].optimization_flags",
                "'pipeline':'live-video-to-video','model_id':'mine','price_per_unit':1,'pixels_per_unit':1,'warm':true|liveImageUnknown|[0].model_id"
            })
    void warnsOfWhatStartsButHardlyDoesWhatWasMeant(String entry, String kind, String path) {
        Startup startup = start(TWO, entry);

        assertThat(startup.starts()).isTrue();
        assertThat(startup.warnings())
                .singleElement()
                .extracting(DataIssue::kind, DataIssue::path)
                .containsExactly(kind, path);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'pipeline':'live-video-to-video','model_id':'noop','price_per_unit':7,'pixels_per_unit':1,'warm':true,'capacity':2",
                "'pipeline':'llm','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'warm':true,'optimization_flags':{'A':true}",
                "'pipeline':'llm','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'warm':true,'url':'u','capacity':5"
            })
    void hasNoWarningForWhatDoesAsItSays(String entry) {
        assertThat(start(TWO, entry).warnings()).isEmpty();
    }

    @Test
    void warnsOfDevicesAndContainersThatHaveNoPort() {
        Startup startup = start(WorkerSetup.combined(List.of("10", "GPU-12ab"), 11), image("a", ""));

        assertThat(startup.warnings())
                .extracting(DataIssue::kind, DataIssue::value)
                .containsExactly(tuple("devicePort", "10"), tuple("devicePort", "GPU-12ab"), tuple("devicePort", "11"));
    }

    @Test
    void neverShowsTheValueOfAFlag() {
        Startup startup = start(
                TWO, image("a", ",'optimization_flags':{'HF_TOKEN':'hidden'}"), "'pipeline':'x','token':'hidden'");

        assertThat(startup.toString()).doesNotContain("hidden").contains("HF_TOKEN");
    }
}
