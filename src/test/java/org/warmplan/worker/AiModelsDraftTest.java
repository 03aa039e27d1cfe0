package org.warmplan.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.warmplan.worker.AiModelsTexts.file;
import static org.warmplan.worker.AiModelsTexts.image;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.InputException;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Workload;

final class AiModelsDraftTest {
    private static final String IMAGE = "text-to-image/acme/one";
    private static final String OTHER = "text-to-image/acme/two";
    private static final String LIVE = "live-video-to-video/noop";
    private static final AiModelsFile TWO_MODELS = AiModelsFile.read("aiModels.json", """
            [
              {
                "pipeline": "text-to-image",
                "model_id": "acme/one",
                "price_per_unit": 4768371,
                "warm": true
              },
              {
                "pipeline": "text-to-image",
                "model_id": "acme/two",
                "price_per_unit": 4768371,
                "warm": false
              }
            ]
            """);

    private static List<Wanted> wanted(String... ids) {
        return Arrays.stream(ids)
                .map(id -> Wanted.at(Workload.find(id).orElseThrow(), UnitPrice.ofWei(99)))
                .toList();
    }

    private static Set<Workload> removed(String id) {
        return Set.of(Workload.find(id).orElseThrow());
    }

    private static List<String> lines(AiModelsDraft draft) {
        return AiModelsTexts.lines(draft.file());
    }

    @Test
    void leavesAFileThatIsRightAsItIsButForTheUnitsOfItsPrices() {
        AiModelsDraft draft = AiModelsDraft.of(TWO_MODELS, wanted(IMAGE), wanted(OTHER), Set.of());

        assertThat(draft.file().write())
                .isEqualTo(TWO_MODELS.write().replace("4768371,", "4768371,\n    \"pixels_per_unit\": 1,"));
        assertThat(draft.issues())
                .extracting(DataIssue::kind, DataIssue::path)
                .containsExactly(
                        tuple("pixelsPerUnitAdded", "[0].pixels_per_unit"),
                        tuple("pixelsPerUnitAdded", "[1].pixels_per_unit"));
        assertThat(AiModelsDraft.of(draft.file(), wanted(IMAGE), wanted(OTHER), Set.of()))
                .isEqualTo(new AiModelsDraft(draft.file(), List.of()));
    }

    @Test
    void swapsWarmAndCold() {
        AiModelsDraft draft = AiModelsDraft.of(TWO_MODELS, wanted(OTHER), wanted(IMAGE), Set.of());

        assertThat(lines(draft))
                .containsExactly(
                        "'pipeline':'text-to-image','model_id':'acme/two','price_per_unit':4768371,'pixels_per_unit':1,'warm':true",
                        "'pipeline':'text-to-image','model_id':'acme/one','price_per_unit':4768371,'pixels_per_unit':1,'warm':false");
    }

    @Test
    void writesNewEntriesWhenThereIsNoFileYet() {
        Wanted fraction = Wanted.at(
                Workload.find(LIVE).orElseThrow(), new UnitPrice(BigInteger.valueOf(3), BigInteger.valueOf(20)));
        Wanted unpriced = Wanted.unpriced(Workload.find("llm/acme/three").orElseThrow());

        AiModelsDraft draft = AiModelsDraft.of(
                AiModelsFile.none("aiModels.json"), List.of(fraction, fraction), List.of(unpriced), Set.of());

        assertThat(draft.file().write()).isEqualTo("""
                [
                  {
                    "pipeline": "live-video-to-video",
                    "model_id": "noop",
                    "price_per_unit": 3,
                    "pixels_per_unit": 20,
                    "warm": true,
                    "capacity": 2
                  },
                  {
                    "pipeline": "llm",
                    "model_id": "acme/three",
                    "warm": false
                  }
                ]
                """);
    }

    @Test
    void keepsTokensUnknownFieldsSpellingAndKeysAsWritten() {
        AiModelsFile current = file("'PIPELINE':'text-to-image','model_id':'acme/one','Warm':false,'warm':null,"
                + "'token':'secret','price_per_unit':1.90e0,'pixels_per_unit':1.0,'x':[1E2]");

        AiModelsDraft draft = AiModelsDraft.of(current, wanted(IMAGE), List.of(), Set.of());

        assertThat(lines(draft))
                .containsExactly("'PIPELINE':'text-to-image','model_id':'acme/one','Warm':true,"
                        + "'token':'secret','price_per_unit':1.90e0,'pixels_per_unit':1.0,'x':[1E2]");
    }

    @Test
    void addsAPriceInWeiWhereThereIsNone() {
        AiModelsFile current =
                file("'pipeline':'text-to-image','model_id':'acme/one','currency':'USD','pixels_per_unit':100");

        AiModelsDraft draft = AiModelsDraft.of(current, List.of(), wanted(IMAGE), Set.of());

        assertThat(lines(draft))
                .containsExactly("'pipeline':'text-to-image','model_id':'acme/one','price_per_unit':99,"
                        + "'currency':'wei','pixels_per_unit':1");
        assertThat(draft.issues()).isEmpty();
    }

    @Test
    void leavesPricesOutForARemoteWorker() {
        AiModelsFile current = file("'pipeline':'text-to-image','model_id':'acme/one','warm':true");
        List<Wanted> warm = List.of(Wanted.unpriced(Workload.find(IMAGE).orElseThrow()));

        assertThat(AiModelsDraft.of(current, warm, List.of(), Set.of()).file()).isEqualTo(current);
    }

    @Test
    void keepsEntriesWithAUrlBehindTheOthersUntouched() {
        String away = "'url':'http://127.0.0.1:9000','pipeline':'llm','model_id':'big','token':'t','capacity':5";
        String odd = "'url':'http://127.0.0.1:9001','pipeline':'Text to image','model_id':'x'";
        AiModelsFile current = file(away, image("one", ",'warm':true"), odd);

        AiModelsDraft draft = AiModelsDraft.of(current, wanted(IMAGE, OTHER), List.of(), Set.of());

        assertThat(lines(draft)).hasSize(4).endsWith(away, odd);
    }

    @Test
    void keepsColdEntriesInTheirOrderAndAddsNewOnes() {
        AiModelsFile current = file(image("two", ""), image("one", ",'warm':true"), image("two", ",'x':1"));

        AiModelsDraft draft = AiModelsDraft.of(current, List.of(), wanted("llm/new", IMAGE, OTHER), Set.of());

        assertThat(draft.file().entries())
                .extracting(AiModel::toString)
                .containsExactly(
                        "[0] text-to-image/acme/two cold",
                        "[1] text-to-image/acme/one cold",
                        "[2] text-to-image/acme/two cold",
                        "[3] llm/new cold");
    }

    @Test
    void dropsWhatIsRemovedAndNothingElse() {
        AiModelsFile current = file(image("one", ",'warm':true"), image("two", ",'url':'u'"));

        assertThat(lines(AiModelsDraft.of(current, List.of(), List.of(), removed(IMAGE))))
                .containsExactly(image("two", ",'url':'u'"));
        assertThatThrownBy(() -> AiModelsDraft.of(current, List.of(), List.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[0] text-to-image/acme/one warm");
    }

    @Test
    void refusesWishesThatContradictEachOther() {
        AiModelsFile none = AiModelsFile.none("aiModels.json");

        assertThatThrownBy(() -> AiModelsDraft.of(none, wanted(IMAGE), wanted(IMAGE), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AiModelsDraft.of(none, List.of(), wanted(IMAGE, IMAGE), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AiModelsDraft.of(none, wanted(IMAGE), List.of(), removed(IMAGE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToClashWithAnEntryThatHasAUrl() {
        AiModelsFile cold = file(image("one", ",'url':'u'"));
        AiModelsFile warm = file(image("one", ",'url':'u','warm':true"));

        assertThatThrownBy(() -> AiModelsDraft.of(cold, wanted(IMAGE), List.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AiModelsDraft.of(warm, List.of(), wanted(IMAGE), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'pipeline':'Text to image','model_id':'m'",
                "'pipeline':'text-to-image','model_id':''",
                "'pipeline':'text-to-cat','model_id':'m','url':'u'"
            })
    void tellsTheOperatorOfAnEntryThatCannotBePlanned(String entry) {
        assertThatThrownBy(() -> AiModelsDraft.of(file(entry), List.of(), List.of(), Set.of()))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("aiModels.json: [0] is for pipeline \"")
                .hasMessageContaining("Maybe");
    }
}
