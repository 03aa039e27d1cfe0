package org.warmplan.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.warmplan.worker.AiModelsTexts.file;
import static org.warmplan.worker.AiModelsTexts.image;
import static org.warmplan.worker.AiModelsTexts.live;
import static org.warmplan.worker.AiModelsTexts.start;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.warmplan.domain.Workload;
import org.warmplan.worker.lint.FileLints;
import org.warmplan.worker.lint.Lint;
import org.warmplan.worker.lint.LintCode;

final class StartupTest {
    private static final WorkerSetup TWO = WorkerSetup.combined(List.of("0", "1"), 1);

    private static Workload workload(String id) {
        return Workload.find(id).orElseThrow();
    }

    @Test
    void placesWarmEntriesInFileOrderRoundTheCards() {
        Startup startup = start(
                WorkerSetup.combined(List.of("3", "0"), 2),
                image("a", ",'warm':true"),
                image("cold", ""),
                image("b", ",'warm':true,'capacity':2"),
                image("away", ",'warm':true,'url':'http://127.0.0.1:9000'"),
                image("c", ",'warm':true"));

        assertThat(startup.starts()).isTrue();
        assertThat(startup.placements())
                .extracting(Placement::toString)
                .containsExactly(
                        "text-to-image/acme/a on GPU 3 container 0",
                        "text-to-image/acme/b on GPU 0 container 0",
                        "text-to-image/acme/b on GPU 3 container 1",
                        "text-to-image/acme/c on GPU 0 container 1");
        assertThat(startup.placements())
                .extracting(p -> p.entry().index(), p -> p.slot().position())
                .containsExactly(tuple(0, 0), tuple(2, 1), tuple(2, 2), tuple(4, 3));
    }

    @Test
    void placesTheFirstWarmEntryOnTheFirstCardWithOneContainerEach() {
        Startup startup = start(TWO, image("a", ",'warm':true"), image("b", ",'warm':true"));

        assertThat(startup.placements())
                .extracting(Placement::toString)
                .containsExactly(
                        "text-to-image/acme/a on GPU 0 container 0", "text-to-image/acme/b on GPU 1 container 0");
    }

    @Test
    void startsOneContainerOnTheProcessorWithoutACard() {
        Startup startup = start(WorkerSetup.combined(List.of(), 1), image("a", ",'warm':true"));

        assertThat(startup.placements()).extracting(p -> p.slot().device()).containsExactly("emulated-0");
        assertThat(FileLints.of(file(image("a", ",'warm':true")), WorkerSetup.combined(List.of(), 1)))
                .isEmpty();
    }

    @Test
    void asksForNoPricesOffChain() {
        WorkerSetup remote = WorkerSetup.remote(List.of("0"), 1);
        AiModelsFile file = file(
                "'pipeline':'upscale','model_id':'m','price_per_unit':-1,'currency':'eur'",
                "'pipeline':'upscale','model_id':'n'");

        assertThat(Startup.of(file, remote).starts()).isTrue();
        assertThat(FileLints.of(file, remote)).isEmpty();
    }

    @Test
    void takesTheFlagsPriceForAMissingOneWhateverTheEntrysCurrency() {
        WorkerSetup priced = WorkerSetup.combined(List.of("0"), 1).with(FlagPrices.of("7", null), ImageNames.USUAL);
        AiModelsFile file = file("'pipeline':'upscale','model_id':'m','currency':'eur'");

        assertThat(Startup.of(file, priced).starts()).isTrue();
        assertThat(FileLints.of(file, priced)).extracting(Lint::code).containsExactly(LintCode.PRICE_MISSING);
    }

    @Test
    void takesAFlagsPriceOfNothingForNone() {
        WorkerSetup free = WorkerSetup.combined(List.of("0"), 1).with(FlagPrices.of("0", null), ImageNames.USUAL);

        assertThat(start(free, "'pipeline':'upscale','model_id':'m'").stops())
                .singleElement()
                .isInstanceOf(Stop.PriceMissing.class);
    }

    @Test
    void neverServesColdEntriesWithoutAFreeSlot() {
        String[] entries = {image("a", ",'warm':true"), image("b", ",'warm':true"), image("c", "")};

        assertThat(start(TWO, entries).neverServed())
                .extracting(n -> n.entry().modelId() + " " + n.reason())
                .containsExactly("acme/c NO_FREE_SLOT");
        assertThat(start(WorkerSetup.combined(List.of("0", "1"), 2), entries).neverServed())
                .isEmpty();
    }

    @Test
    void neverServesWhatNoJobReaches() {
        Startup startup = start(
                WorkerSetup.combined(List.of("0", "1", "2"), 1),
                image("both", ",'warm':true"),
                image("both", ",'warm':true,'url':'http://127.0.0.1:9000'"),
                "'pipeline':'Text to image','model_id':'spelled','url':'http://127.0.0.1:9001','price_per_unit':1",
                "'pipeline':'Text to image','model_id':'cold','price_per_unit':1",
                "'pipeline':'auth-token','model_id':'m','price_per_unit':1",
                image("fine", ",'warm':true"),
                image("backwards", ",'warm':true,'capacity':-1"));

        assertThat(startup.starts()).isTrue();
        assertThat(startup.neverServed())
                .extracting(n -> n.entry().modelId() + " " + n.reason())
                .containsExactly("acme/both EXTERNAL_ANSWERS", "spelled SPELLING", "m NO_AI_PIPELINE");
    }

    @Test
    void servesNoLiveVideoOnARemoteWorker() {
        Startup startup =
                start(WorkerSetup.remote(List.of("0"), 1), live(",'warm':true"), "'pipeline':'llm','model_id':'m'");

        assertThat(startup.neverServed())
                .extracting(NeverServed::reason)
                .containsExactly(NeverServed.Reason.LIVE_ON_REMOTE, NeverServed.Reason.NO_FREE_SLOT);
    }

    @Test
    void advertisesOnePerManagedEntryAndTheContainersOfLiveVideo() {
        Startup startup = start(
                WorkerSetup.combined(List.of("0", "1", "2", "3"), 2),
                image("a", ",'warm':true,'capacity':3"),
                image("a", ",'warm':true"),
                image("cold", ",'capacity':9"),
                image("away", ",'url':'http://127.0.0.1:9000','capacity':5"),
                image("away", ",'url':'http://127.0.0.1:9001'"),
                live(",'warm':true,'capacity':2"),
                live(",'warm':true"),
                "'pipeline':'live-video-to-video','model_id':'scope','price_per_unit':1");

        assertThat(startup.advertised())
                .containsExactly(
                        new Advertised("Text to image", "acme/a", true, 2),
                        new Advertised("Text to image", "acme/cold", false, 1),
                        new Advertised("Text to image", "acme/away", false, 6),
                        new Advertised("Live video to video", "noop", true, 3),
                        new Advertised("Live video to video", "scope", false, 0));
    }

    @Test
    void vouchesForAFileOnlyWhenEveryContainerLandsWhereItShould() {
        Workload a = workload("text-to-image/acme/a");
        Workload b = workload("text-to-image/acme/b");
        Startup startup = start(TWO, image("a", ",'warm':true"), image("b", ",'warm':true"));

        assertThatCode(() -> startup.requirePlacement(List.of(a, b))).doesNotThrowAnyException();
        assertThatThrownBy(() -> startup.requirePlacement(List.of(b, a)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "The plan puts [text-to-image/acme/b, text-to-image/acme/a] on the worker's slots, but the file puts"
                                + " [text-to-image/acme/a on GPU 0 container 0, text-to-image/acme/b on GPU 1 container 0].");
        assertThatThrownBy(() -> startup.requirePlacement(List.of(a))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void vouchesForNoFileThatDoesNotStart() {
        Startup startup = start(TWO, image("a", ",'warm':true,'currency':'eur'"));

        assertThatThrownBy(() -> startup.requirePlacement(List.of(workload("text-to-image/acme/a"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("would not start")
                .hasMessageContaining("EUR");
    }

    @Test
    void refusesASetupThatCannotBe() {
        assertThatThrownBy(() -> WorkerSetup.combined(List.of("0", "0"), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WorkerSetup.combined(List.of("0"), 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
