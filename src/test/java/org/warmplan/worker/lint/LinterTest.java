package org.warmplan.worker.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmplan.worker.AiModelsTexts.file;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Vram;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Catalogue;
import org.warmplan.fleet.FigureOverride;
import org.warmplan.fleet.FitRules;
import org.warmplan.fleet.FleetGpu;
import org.warmplan.worker.AiModelsFile;
import org.warmplan.worker.FlagPrices;
import org.warmplan.worker.ImageNames;
import org.warmplan.worker.WorkerSetup;

/** Findings that need figures, on the shipped catalogue; the first card is large, the second small, the third Blackwell. */
final class LinterTest {
    private static final Catalogue CATALOGUE = Catalogue.read(Path.of("data", "catalogue"));
    private static final FleetGpu LARGE = card("0", "NVIDIA GeForce RTX 4090", 24_564);
    private static final FleetGpu SMALL = card("1", "NVIDIA GeForce RTX 4070 Ti SUPER", 16_376);
    private static final FleetGpu BLACKWELL = card("2", "NVIDIA GeForce RTX 5090", 32_607);

    private static FleetGpu card(String device, String name, long mib) {
        return new FleetGpu(device, name, Vram.ofMib(mib), Vram.ZERO);
    }

    private static Known known(FigureOverride... own) {
        return new Known(
                CATALOGUE,
                new FitRules(CATALOGUE, List.of(own), List.of()),
                Map.of("0", LARGE, "1", SMALL, "2", BLACKWELL),
                Vram.ofMib(1024),
                BigDecimal.valueOf(3000),
                new TreeMap<>(Map.of("text-to-image", UnitPrice.ofWei(8_000_000))),
                null);
    }

    private static List<Lint> lint(String devices, int containers, String entries, FigureOverride... own) {
        AiModelsFile file = file(Arrays.stream(entries.split(";"))
                .map(entry -> entry + ",'pixels_per_unit':1")
                .toArray(String[]::new));
        WorkerSetup setup = WorkerSetup.combined(List.of(devices.split(",")), containers);
        return Linter.lint(Checked.of(file, setup), known(own));
    }

    private static Set<String> codes(List<Lint> lints) {
        return lints.stream().map(lint -> lint.code().key()).collect(Collectors.toSet());
    }

    private static Workload workload(String id) {
        return Workload.find(id).orElseThrow();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "warmVramOverCard|1|'pipeline':'text-to-image','model_id':'ByteDance/SDXL-Lightning','warm':true,'price_per_unit':4768371",
                "coldTooLarge|1|'pipeline':'text-to-image','model_id':'ByteDance/SDXL-Lightning','price_per_unit':4768371",
                "coldTooLarge|0,1|'pipeline':'text-to-image','model_id':'ByteDance/SDXL-Lightning','price_per_unit':4768371",
                "vramUnknown|0|'pipeline':'text-to-image','model_id':'nobody/knows','warm':true,'price_per_unit':4768371",
                "imageNotProven|2|'pipeline':'upscale','model_id':'stabilityai/stable-diffusion-x4-upscaler','warm':true,'price_per_unit':4768371",
                "deepcacheFewStep|0|'pipeline':'text-to-image','model_id':'SG161222/RealVisXL_V4.0_Lightning','warm':true,'price_per_unit':4768371,'optimization_flags':{'DEEPCACHE':true}",
                "deepcacheFewStep|0|'pipeline':'text-to-image','model_id':'black-forest-labs/FLUX.1-schnell','warm':true,'price_per_unit':4768371,'optimization_flags':{'DEEPCACHE':true}",
                "flagUnsound|0|'pipeline':'text-to-image','model_id':'black-forest-labs/FLUX.1-dev','warm':true,'price_per_unit':4768371,'optimization_flags':{'SFAST':true}",
                "flagUnsound|0|'pipeline':'text-to-image','model_id':'stabilityai/stable-diffusion-3-medium-diffusers','warm':true,'price_per_unit':4768371,'optimization_flags':{'DEEPCACHE':true}",
                "deepcacheFewStep|0|'pipeline':'upscale','model_id':'acme/x4_TURBO','warm':true,'price_per_unit':4768371,'optimization_flags':{'DEEPCACHE':true}",
                "flagUnsound|0|'pipeline':'image-to-image','model_id':'acme/my-FLUX-mix','warm':true,'price_per_unit':4768371,'optimization_flags':{'SFAST':true}",
                "priceNearCap|0|'pipeline':'text-to-image','model_id':'m','price_per_unit':7300000",
                "priceUsdTooHigh|0|'pipeline':'audio-to-text','model_id':'openai/whisper-large-v3','price_per_unit':12882811,'currency':'USD'",
                "priceFarOff|0|'pipeline':'text-to-image','model_id':'m','price_per_unit':5e-19,'currency':'ETH'",
                "priceFarOff|0|'pipeline':'text-to-image','model_id':'m','price_per_unit':70000000000",
                "priceOverCap|0|'pipeline':'text-to-image','model_id':'m','price_per_unit':8000001",
                "priceBelowOneWei|0|'pipeline':'image-to-text','model_id':'m','price_per_unit':0.5",
                "neverServed|0|'pipeline':'upscale','model_id':'m','warm':true,'price_per_unit':4768371;'pipeline':'upscale','model_id':'n','price_per_unit':4768371",
                "imagePull|0|'pipeline':'llm','model_id':'m','url':'http://127.0.0.1:9000','price_per_unit':26666666"
            })
    void finds(String code, String devices, String entries) {
        assertThat(codes(lint(devices, 1, entries))).contains(code);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "warmVramOverCard|0|'pipeline':'text-to-image','model_id':'ByteDance/SDXL-Lightning','warm':true,'price_per_unit':4768371",
                "coldTooLarge|0|'pipeline':'text-to-image','model_id':'ByteDance/SDXL-Lightning','price_per_unit':4768371",
                "imageNotProven|0|'pipeline':'upscale','model_id':'stabilityai/stable-diffusion-x4-upscaler','warm':true,'price_per_unit':4768371",
                "imageNotProven|2|'pipeline':'live-video-to-video','model_id':'streamdiffusion-sdxl','warm':true,'price_per_unit':500",
                "deepcacheFewStep|0|'pipeline':'text-to-image','model_id':'SG161222/RealVisXL_V4.0','warm':true,'price_per_unit':4768371,'optimization_flags':{'DEEPCACHE':true}",
                "flagUnsound|0|'pipeline':'text-to-image','model_id':'SG161222/RealVisXL_V4.0_Lightning','warm':true,'price_per_unit':4768371,'optimization_flags':{'SFAST':true}",
                "deepcacheFewStep|0|'pipeline':'upscale','model_id':'acme/x4','warm':true,'price_per_unit':4768371,'optimization_flags':{'DEEPCACHE':true}",
                "flagUnsound|0|'pipeline':'image-to-image','model_id':'acme/mix','warm':true,'price_per_unit':4768371,'optimization_flags':{'SFAST':true}",
                "priceNearCap|0|'pipeline':'text-to-image','model_id':'m','price_per_unit':7200000",
                "priceUsdTooHigh|0|'pipeline':'audio-to-text','model_id':'openai/whisper-large-v3','price_per_unit':2e-8,'currency':'USD'",
                "priceFarOff|0|'pipeline':'text-to-image','model_id':'m','price_per_unit':4768371",
                "priceOverCap|0|'pipeline':'text-to-image','model_id':'m','price_per_unit':8000000",
                "priceOverCap|0|'pipeline':'upscale','model_id':'m','price_per_unit':8000001",
                "priceBelowOneWei|0|'pipeline':'image-to-text','model_id':'m','price_per_unit':1",
                "neverServed|0,1|'pipeline':'upscale','model_id':'m','warm':true,'price_per_unit':4768371;'pipeline':'upscale','model_id':'n','price_per_unit':4768371"
            })
    void leavesWhatIsSound(String code, String devices, String entries) {
        assertThat(codes(lint(devices, 1, entries))).doesNotContain(code);
    }

    @Test
    void dividesAPriceInDollarsByThePixelsOfTheFlag() {
        AiModelsFile file = file("'pipeline':'llm','model_id':'m','price_per_unit':0.08,'currency':'USD'");
        WorkerSetup setup = WorkerSetup.combined(List.of("0"), 1);
        WorkerSetup million = setup.with(FlagPrices.of(null, "1e6"), ImageNames.USUAL);

        assertThat(codes(Linter.lint(Checked.of(file, setup), known()))).contains("priceUsdTooHigh");
        assertThat(codes(Linter.lint(Checked.of(file, million), known())))
                .doesNotContain("priceUsdTooHigh", "priceFarOff");
    }

    @Test
    void addsUpWhatIsWarmOnOneCard() {
        String whisper =
                "'pipeline':'audio-to-text','model_id':'openai/whisper-large-v3','warm':true,'price_per_unit':9";
        String image =
                "'pipeline':'text-to-image','model_id':'ByteDance/SDXL-Lightning','warm':true,'price_per_unit':9";

        assertThat(codes(lint("0", 2, whisper + ";" + whisper))).doesNotContain("warmVramOverCard");
        assertThat(codes(lint("0", 2, image + ";" + whisper))).contains("warmVramOverCard");
        assertThat(codes(lint("0,1", 2, image + ";" + whisper))).doesNotContain("warmVramOverCard");
    }

    @Test
    void countsPeaksOnlyWhereSeveralWorkAtOnce() {
        String upscaler =
                "'pipeline':'upscale','model_id':'stabilityai/stable-diffusion-x4-upscaler','warm':true,'price_per_unit':9";
        FigureOverride idle = new FigureOverride(
                workload("upscale/stabilityai/stable-diffusion-x4-upscaler"), null, Vram.ofMib(5_000), null);

        assertThat(codes(lint("0", 3, upscaler + ";" + upscaler, idle))).doesNotContain("colocatedPeaks");
        assertThat(lint("0", 3, upscaler + ";" + upscaler + ";" + upscaler, idle))
                .filteredOn(lint -> lint.code() == LintCode.COLOCATED_PEAKS)
                .singleElement()
                .satisfies(lint -> assertThat(lint.message()).contains("33.5 GiB when all work at once", "24.0 GiB"));
    }

    @Test
    void countsWhatIsWarmBesideAColdModel() {
        String warm =
                "'pipeline':'text-to-image','model_id':'SG161222/RealVisXL_V4.0_Lightning','warm':true,'price_per_unit':9";
        String cold = "'pipeline':'text-to-image','model_id':'ByteDance/SDXL-Lightning','price_per_unit':9";

        assertThat(codes(lint("0", 2, cold))).doesNotContain("coldTooLarge");
        assertThat(lint("0", 2, warm + ";" + cold))
                .filteredOn(lint -> lint.code() == LintCode.COLD_TOO_LARGE)
                .singleElement()
                .satisfies(lint -> assertThat(lint.message()).contains("where what is warm takes"));
    }

    @ParameterizedTest
    @CsvSource({"180,'',false", "181,'',true", "300,SFAST,false", "301,SFAST,true"})
    void knowsHowLongGoLivepeerWaits(String seconds, String flag, boolean late) {
        FigureOverride own =
                new FigureOverride(workload("upscale/m"), null, Vram.ofMib(9_000), new BigDecimal(seconds));
        String flags = flag.isEmpty() ? "" : ",'optimization_flags':{'" + flag + "':true}";
        List<Lint> lints =
                lint("0", 1, "'pipeline':'upscale','model_id':'m','warm':true,'price_per_unit':4768371" + flags, own);

        assertThat(codes(lints).contains("loadPastLimit")).isEqualTo(late);
    }

    @Test
    void looksAtLoadTimesOneAfterAnother() {
        String warm = "'pipeline':'audio-to-text','model_id':'openai/whisper-large-v3','warm':true,'price_per_unit':9";
        String unknown = "'pipeline':'llm','model_id':'m','warm':true,'price_per_unit':9";
        String external = "'pipeline':'llm','model_id':'n','url':'http://127.0.0.1:9000','price_per_unit':9";
        Checked checked = Checked.of(
                file(warm, warm, unknown, external, "'pipeline':'llm','model_id':'c','price_per_unit':9"),
                WorkerSetup.combined(List.of("0", "1", "2"), 1));

        assertThat(LoadTimes.of(checked, known(), 90)).isEqualTo(new LoadTimes(5 + 5 + 90, 1, 1));
    }

    @Test
    void goesOnWhileLiveVideoLoads() {
        String live = "'pipeline':'live-video-to-video','model_id':'noop','warm':true,'price_per_unit':9";
        String batch = "'pipeline':'audio-to-text','model_id':'openai/whisper-large-v3','warm':true,'price_per_unit':9";
        WorkerSetup setup = WorkerSetup.combined(List.of("0", "1", "2"), 1);

        assertThat(LoadTimes.of(Checked.of(file(live, batch, live), setup), known(), 90))
                .isEqualTo(new LoadTimes(5 + 90, 2, 0));
        assertThat(LoadTimes.of(Checked.of(file(live, live), setup), known(), 90))
                .isEqualTo(new LoadTimes(90, 2, 0));
    }

    @ParameterizedTest
    @CsvSource({"180,false", "181,true"})
    void saysThatJobsOfAColdModelFailThatLoadsTooLong(String seconds, boolean late) {
        FigureOverride own =
                new FigureOverride(workload("upscale/m"), null, Vram.ofMib(9_000), new BigDecimal(seconds));
        String entry =
                "'pipeline':'upscale','model_id':'m','price_per_unit':4768371,'optimization_flags':{'SFAST':true}";

        assertThat(lint("0", 1, entry, own).stream()
                        .filter(found -> found.code() == LintCode.LOAD_PAST_LIMIT)
                        .anyMatch(found -> found.message().contains("go-livepeer fails the job when a cold container")))
                .isEqualTo(late);
    }

    @Test
    void saysThatLiveVideoIsStartedAgainWhateverItsFlags() {
        FigureOverride slow = new FigureOverride(
                workload("live-video-to-video/noop"), null, Vram.ofMib(1024), BigDecimal.valueOf(200));
        String entry = "'pipeline':'live-video-to-video','model_id':'noop','warm':true,'price_per_unit':9,"
                + "'optimization_flags':{'VERBOSE_LOGGING':'1'}";

        assertThat(lint("0", 1, entry, slow))
                .filteredOn(found -> found.code() == LintCode.LOAD_PAST_LIMIT)
                .singleElement()
                .satisfies(found -> assertThat(found.message())
                        .contains("go-livepeer starts a container of live video again that loads for more than 180 s"));
    }

    @Test
    void putsErrorsFirst() {
        List<Lint> lints = lint(
                "1",
                1,
                "'pipeline':'text-to-image','model_id':'ByteDance/SDXL-Lightning','warm':true,'price_per_unit':9000000");

        assertThat(lints).extracting(Lint::severity).isSorted();
        assertThat(lints.get(0).code()).isEqualTo(LintCode.WARM_VRAM_OVER_CARD);
    }

    @Test
    void checksNoMemoryOfCardsThatAreNotKnown() {
        assertThat(codes(lint(
                        "7", 1, "'pipeline':'text-to-image','model_id':'nobody/knows','warm':true,'price_per_unit':9")))
                .doesNotContain("vramUnknown", "warmVramOverCard");
    }

    @Test
    void comparesRemoteWorkersWithEachOtherAndWithTheirOrchestrator() {
        AiModelsFile mine = file("'pipeline':'llm','model_id':'m','warm':true", "'pipeline':'llm','model_id':'n'");
        AiModelsFile other = file("'pipeline':'llm','model_id':'m'", "'pipeline':'llm','model_id':'n'");
        AiModelsFile prices = file(
                "'pipeline':'llm','model_id':'m','price_per_unit':1",
                "'pipeline':'llm','model_id':'n','price_per_unit':1,'gateway':'0x00000000000000000000000000000000000000ab'");

        assertThat(SplitLints.ofWorker(mine, new TreeMap<>(Map.of("other", other))))
                .singleElement()
                .satisfies(lint -> {
                    assertThat(lint.code()).isEqualTo(LintCode.WARMTH_DIFFERS);
                    assertThat(lint.message()).startsWith("llm/m is cold on other");
                });
        assertThat(SplitLints.ofPrices(mine, prices)).extracting(Lint::path).containsExactly("[1].model_id");
    }

    @Test
    void everyCodeSaysWhatToDo() {
        assertThat(LintCode.values()).allSatisfy(code -> {
            assertThat(code.key()).matches("[a-z][A-Za-z]+");
            assertThat(code.wayOut()).isNotBlank().doesNotEndWith(".");
        });
    }
}
