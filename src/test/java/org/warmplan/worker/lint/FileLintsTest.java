package org.warmplan.worker.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.warmplan.worker.AiModelsTexts.file;
import static org.warmplan.worker.AiModelsTexts.image;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.worker.AiModelsFile;
import org.warmplan.worker.FlagPrices;
import org.warmplan.worker.ImageNames;
import org.warmplan.worker.Startup;
import org.warmplan.worker.WorkerSetup;

final class FileLintsTest {
    private static final WorkerSetup TWO = WorkerSetup.combined(List.of("0", "1"), 1);
    /** A process that runs, so that what nobody told is taken to be fine. */
    private static final WorkerSetup RUNNING = TWO.trusted();

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
                "'pipeline':'llm','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'capacity':-2,'url':'http://u'|capacityNegative|[0].capacity",
                "'pipeline':'llm','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'optimization_flags':{'A':true}|flagsIgnored|[0].optimization_flags",
                "'pipeline':'llm','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'url':'http://u','warm':true,'optimization_flags':{'A':true}|flagsIgnored|[0].optimization_flags",
                "'pipeline':'live-video-to-video','model_id':'mine','price_per_unit':1,'pixels_per_unit':1,'warm':true|liveImageUnknown|[0].model_id",
                "'pipeline':'llm','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'warm':true,'optimization_flags':{'SFAST':true}|flagsIgnored|[0].optimization_flags.SFAST",
                "'pipeline':'llm','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'warm':true,'optimization_flags':{'MAX_LEN':'8'}|flagUnknown|[0].optimization_flags.MAX_LEN",
                "'pipeline':'upscale','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'warm':true,'optimization_flags':{'SFAST':false}|flagOff|[0].optimization_flags.SFAST",
                "'pipeline':'upscale','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'warm':true,'optimization_flags':{'DEEPCACHE':'1'}|flagOff|[0].optimization_flags.DEEPCACHE",
                "'pipeline':'upscale','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'warm':true,'optimization_flags':{'DEEPCACHE':true,'SFAST':'true'}|flagsClash|[0].optimization_flags",
                "'pipeline':'text-to-image','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'warm':true,'optimization_flags':{'BFLOAT16':false}|flagOnByPresence|[0].optimization_flags.BFLOAT16",
                "'pipeline':'text-to-image','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'warm':true,'optimization_flags':{'TORCH_COMPILE':null}|flagOnByPresence|[0].optimization_flags.TORCH_COMPILE",
                "'pipeline':'upscale','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'warm':true,'optimization_flags':{'BFLOAT16':false}|flagUnknown|[0].optimization_flags.BFLOAT16",
                "'pipeline':'llm','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'warm':true,'optimization_flags':{'PORT':'9000'}|flagReserved|[0].optimization_flags.PORT",
                "'pipeline':'llm','modelid':'x','model_id':'m','price_per_unit':1,'pixels_per_unit':1|unknownField|[0].modelid",
                "'pipeline':'llm','model_id':'x','MODEL_ID':'m','price_per_unit':1,'pixels_per_unit':1|repeatedField|[0].model_id",
                "'pipeline':'llm','model_id':' ','price_per_unit':1,'pixels_per_unit':1|modelIdMissing|[0].model_id",
                "'pipeline':'text-to-speech','model_id':'m','price_per_unit':1,'pixels_per_unit':1|unitDefect|[0].pipeline",
                "'pipeline':'llm','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'gateway':'0xab'|gatewayUnknown|[0].gateway",
                "'pipeline':'llm','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'warm':true,'gateway':'0x00000000000000000000000000000000000000ab'|gatewayTakesSlot|[0].gateway",
                "'pipeline':'llm','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'url':'http://me:secret@host'|secretInUrl|[0].url",
                "'pipeline':'llm','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'url':'http://h/v1?key=secret'|urlCut|[0].url",
                "'pipeline':'llm','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'url':'http://h/#v1'|urlCut|[0].url",
                "'pipeline':'llm','model_id':'m','pixels_per_unit':1|priceMissing|[0].price_per_unit"
            })
    void warnsOfWhatStartsButHardlyDoesWhatWasMeant(String entry, String kind, String path) {
        AiModelsFile file = file(entry);

        assertThat(Startup.of(file, RUNNING).starts()).isTrue();
        assertThat(FileLints.of(file, RUNNING)).singleElement().satisfies(lint -> {
            assertThat(lint.code().key()).isEqualTo(kind);
            assertThat(lint.path()).isEqualTo(path);
            assertThat(lint.sentences())
                    .startsWith(path + ": ")
                    .contains(". Maybe ")
                    .endsWith(".");
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'pipeline':'live-video-to-video','model_id':'noop','price_per_unit':7,'pixels_per_unit':1,'warm':true,'capacity':2",
                "'pipeline':'llm','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'warm':true,'optimization_flags':{'MAX_MODEL_LEN':'8192','HF_HUB_OFFLINE':'1'}",
                "'pipeline':'text-to-image','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'warm':true,'optimization_flags':{'SFAST':' TRUE ','BFLOAT16':true}",
                "'pipeline':'llm','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'gateway':'0x00000000000000000000000000000000000000aB'",
                "'pipeline':'llm','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'optimization_flags':{},'optimization_flags':null",
                "'pipeline':'llm','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'warm':true,'url':'http://h/a@b','capacity':5"
            })
    void hasNoWarningForWhatDoesAsItSays(String entry) {
        assertThat(FileLints.of(file(entry), TWO)).isEmpty();
    }

    @Test
    void warnsOfDevicesAndContainersThatHaveNoPort() {
        assertThat(FileLints.of(file(image("a", "")), WorkerSetup.combined(List.of("10", "GPU-12ab"), 11)))
                .extracting(Lint::code, Lint::value)
                .containsExactly(
                        tuple(LintCode.DEVICE_PORT, "10"),
                        tuple(LintCode.DEVICE_PORT, "GPU-12ab"),
                        tuple(LintCode.DEVICE_PORT, "11"));
    }

    @Test
    void seesNoClashOfFlagsThatThePipelineNeverReads() {
        String entry = "'pipeline':'llm','model_id':'m','price_per_unit':1,'pixels_per_unit':1,'warm':true,"
                + "'optimization_flags':{'SFAST':true,'DEEPCACHE':true}";

        assertThat(FileLints.of(file(entry), TWO))
                .extracting(Lint::code)
                .containsExactly(LintCode.FLAGS_IGNORED, LintCode.FLAGS_IGNORED);
    }

    @Test
    void saysThatAnOrchestratorNeedsTheFlagUnlessItIsToldOrKnownToRun() {
        AiModelsFile file = file(image("a", ""));
        WorkerSetup told = WorkerSetup.orchestrator(false).with(FlagPrices.of("0", null), ImageNames.USUAL);

        assertThat(FileLints.of(file, WorkerSetup.orchestrator(false)))
                .extracting(Lint::code)
                .containsExactly(LintCode.PRICE_PER_UNIT_UNTOLD);
        assertThat(FileLints.of(file, told)).isEmpty();
        assertThat(FileLints.of(file, WorkerSetup.orchestrator(true))).isEmpty();
        assertThat(FileLints.of(file, WorkerSetup.orchestrator(false).offchain()))
                .isEmpty();
    }

    @Test
    void neverShowsTheValueOfAFlag() {
        AiModelsFile file = file(
                image("a", ",'optimization_flags':{'HF_TOKEN':'hidden','BFLOAT16':'hidden'},'note':'hidden'"),
                image("b", ",'warm':true,'optimization_flags':{'BFLOAT16':'hidden','SFAST':'hidden'}"),
                "'pipeline':'x','token':'hidden','url':'http://me:hidden@host'");

        assertThat(FileLints.of(file, TWO).toString())
                .doesNotContain("hidden")
                .contains("HF_TOKEN", "BFLOAT16", "SECRET_IN_URL");
    }
}
