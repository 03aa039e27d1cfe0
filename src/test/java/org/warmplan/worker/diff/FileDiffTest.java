package org.warmplan.worker.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.worker.AiModelsFile;
import org.warmplan.worker.WorkerSetup;

final class FileDiffTest {
    private static final String A = "'pipeline':'text-to-image','model_id':'acme/a','price_per_unit':7";
    private static final String B = "'pipeline':'upscale','model_id':'acme/b','price_per_unit':7";
    private static final String WARM = ",'warm':true";

    private static AiModelsFile file(String... entries) {
        String list = entries.length == 0 ? "[]" : "[{" + String.join("},{", entries) + "}]";
        return AiModelsFile.read("aiModels.json", list.replace('\'', '"'));
    }

    private static List<String> between(AiModelsFile before, AiModelsFile after) {
        return FileDiff.between(before, after, FileDiff.roomFor(before, after)).sentences(SlotNames.numbers());
    }

    private static List<String> members(String before, String after) {
        return between(file(A + before), file(A + after));
    }

    @Test
    void tellsWhatIsNowWarmOnWhichSlot() {
        assertThat(between(file(A + WARM, B), file(A + WARM, B + WARM)))
                .containsExactly("upscale/acme/b is now warm on slot 1.");
    }

    @Test
    void tellsWhatANewEntryAsks() {
        assertThat(between(file(), file(A + WARM)))
                .containsExactly(
                        "text-to-image/acme/a is now warm on slot 0.", "text-to-image/acme/a asks 7 wei a unit.");
    }

    @Test
    void tellsWhatBecomesOfWhatWasWarm() {
        assertThat(between(file(A + WARM, B + WARM), file(A)))
                .containsExactly(
                        "text-to-image/acme/a was warm on slot 0; now it is cold.",
                        "upscale/acme/b was warm on slot 1; now it is no longer in the file.");
        assertThat(between(file(A + WARM, A + WARM), file(A + WARM)))
                .containsExactly("text-to-image/acme/a was warm on slot 1; now fewer containers of it are warm.");
        assertThat(between(file(A + WARM), file(A + ",'url':'http://h:1'")))
                .contains("text-to-image/acme/a was warm on slot 0; now only a container with a url serves it.");
    }

    @Test
    void tellsWhatMovesBecauseOrderIsPlacement() {
        assertThat(between(file(A + WARM, B + WARM), file(B + WARM, A + WARM)))
                .containsExactly(
                        "upscale/acme/b moves from slot 1 to slot 0.",
                        "text-to-image/acme/a moves from slot 0 to slot 1.");
    }

    @Test
    void countsReplicasByTheSlotsTheyTake() {
        assertThat(between(file(A + WARM, B + WARM, A + WARM), file(A + WARM, A + WARM, B + WARM)))
                .containsExactly(
                        "text-to-image/acme/a moves from slot 2 to slot 1.",
                        "upscale/acme/b moves from slot 1 to slot 2.");
        assertThat(between(file(A + WARM + ",'capacity':2"), file(A + WARM, A + WARM)))
                .containsExactly(
                        "text-to-image/acme/a has 2 entries instead of 1.",
                        "The capacity of text-to-image/acme/a is 1 instead of 2.");
    }

    @Test
    void tellsWhatIsListedColdAndWhatIsNoLongerListed() {
        assertThat(between(file(B), file(A)))
                .containsExactly(
                        "text-to-image/acme/a is listed cold.",
                        "text-to-image/acme/a asks 7 wei a unit.",
                        "upscale/acme/b is no longer listed.");
        assertThat(between(file(A), file(A, A))).containsExactly("text-to-image/acme/a has 2 entries instead of 1.");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'price_per_unit':4|'price_per_unit':5|asks 5 wei a unit instead of 4 wei a unit.",
                "'price_per_unit':4|'price_per_unit':4,'pixels_per_unit':3|asks 4 wei per 3 units instead of 4 wei a unit.",
                "'price_per_unit':1|'price_per_unit':1,'pixels_per_unit':4|asks 0.25 wei a unit instead of 1 wei a unit.",
                "'price_per_unit':1|'price_per_unit':1.00000000000000000001|asks 1.00000000000000000001 wei a unit"
                        + " instead of 1 wei a unit.",
                "'price_per_unit':4|'price_per_unit':4,'currency':'usd'|asks 4 USD a unit instead of 4 wei a unit.",
                "'price_per_unit':4||asks the price of -pricePerUnit instead of 4 wei a unit.",
                "|'price_per_unit':-1|asks -1 per 1 units in wei instead of the price of -pricePerUnit.",
                "'price_per_unit':4|'price_per_unit':4,'pixels_per_unit':1|states pixels_per_unit, where -pixelsPerUnit"
                        + " held before."
            })
    void tellsPricesExactly(String before, String after, String told) {
        assertThat(between(file(priced(before)), file(priced(after)))).contains("llm/m " + told);
    }

    private static String priced(String members) {
        return "'pipeline':'llm','model_id':'m'" + (members == null || members.isEmpty() ? "" : "," + members);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'price_per_unit':1.0|'price_per_unit':1",
                "'price_per_unit':1e2|'price_per_unit':100",
                "'price_per_unit':2,'pixels_per_unit':2|'price_per_unit':1,'pixels_per_unit':1",
                "'price_per_unit':1,'currency':'WEI'|'price_per_unit':1",
                "'price_per_unit':1,'gateway':'default'|'price_per_unit':1",
                "'price_per_unit':1,'capacity':1|'price_per_unit':1",
                "'price_per_unit':1,'WARM':false|'price_per_unit':1",
                "'price_per_unit':1,'optimization_flags':{'SFAST':true}|'price_per_unit':1,'optimization_flags':"
                        + "{'SFAST':'true'}",
                "'price_per_unit':1,'x':[1.0,{'y':2}]|'price_per_unit':1,'x':[1,{'y':2.00}]"
            })
    void passesOverAnotherSpelling(String before, String after) {
        AiModelsFile old = file(priced(before));
        AiModelsFile now = file(priced(after));
        FileDiff diff = FileDiff.between(old, now, FileDiff.roomFor(old, now));

        assertThat(diff.changesAnything()).isFalse();
        assertThat(diff.sentences(SlotNames.numbers()))
                .containsExactly("Some fields are spelled in another way, to the same effect.");
    }

    @Test
    void tellsThePricesOfGateways() {
        String mine = "'pipeline':'llm','model_id':'m','gateway':'0xabc','price_per_unit':";
        assertThat(between(file(priced("'price_per_unit':4")), file(priced("'price_per_unit':4"), mine + 3)))
                .containsExactly("llm/m has 2 entries instead of 1.", "llm/m asks 3 wei a unit of gateway 0xabc.");
        assertThat(between(file(priced("'price_per_unit':4"), mine + 3), file(mine + 2, priced("'price_per_unit':4"))))
                .containsExactly("llm/m asks 2 wei a unit of gateway 0xabc instead of 3 wei a unit.");
        assertThat(between(file(priced("'price_per_unit':4"), mine + 3), file(priced("'price_per_unit':4"))))
                .contains("llm/m no longer has a price of its own for gateway 0xabc.");
    }

    @Test
    void knowsThatTheLastPriceHolds() {
        assertThat(between(
                        file(priced("'price_per_unit':4"), priced("'price_per_unit':5")),
                        file(priced("'price_per_unit':5"), priced("'price_per_unit':4"))))
                .containsExactly("llm/m asks 4 wei a unit instead of 5 wei a unit.");
        assertThat(between(
                        file(priced("'price_per_unit':4"), priced("'price_per_unit':5")),
                        file(priced("'price_per_unit':3"), priced("'price_per_unit':5"))))
                .containsExactly("llm/m has another value of price_per_unit, while the prices that hold stay.");
    }

    @Test
    void namesFlagsAndTellsTheValueOfSwitchesOnly() {
        assertThat(members(",'optimization_flags':{'SFAST':true,'HF_TOKEN':'s3cret'}", ""))
                .containsExactly(
                        "text-to-image/acme/a takes away the flag HF_TOKEN.",
                        "text-to-image/acme/a takes away the flag SFAST.");
        assertThat(members(
                        ",'optimization_flags':{'HF_TOKEN':'s3cret','SFAST':true}",
                        ",'optimization_flags':{'HF_TOKEN':'s3cret2','SFAST':false,'N':'8192','DEEPCACHE':'s3cret'}"))
                .containsExactly(
                        "text-to-image/acme/a sets the flag DEEPCACHE.",
                        "text-to-image/acme/a changes the flag HF_TOKEN.",
                        "text-to-image/acme/a sets the flag N.",
                        "text-to-image/acme/a changes the flag SFAST (false).");
    }

    @Test
    void tellsUrlsWithoutTheirSecrets() {
        assertThat(members(",'url':'http://me:s3cret@h:1/a?s3cret'", ",'url':'http://me:other@h:1/a?s3cret'"))
                .containsExactly(
                        "text-to-image/acme/a has another url, in a part of http://h:1/a?*** that is not shown.");
        assertThat(members(",'url':'http://h:1'", ",'url':'http://h:2'"))
                .containsExactly(
                        "text-to-image/acme/a is served by the container at http://h:2 instead of http://h:1.");
        assertThat(between(file(A), file(A, A + ",'url':'http://h:1','token':'s3cret'")))
                .containsExactly("text-to-image/acme/a is also served by the container at http://h:1.");
        assertThat(between(file(A, A + ",'url':'http://h:1'"), file(A)))
                .containsExactly("text-to-image/acme/a is no longer served by the container at http://h:1.");
    }

    @Test
    void tellsOfATokenOnlyThatItChanged() {
        assertThat(members(",'token':'s3cret'", ",'token':'s3cret2'"))
                .containsExactly("The token of text-to-image/acme/a changes.");
        assertThat(members("", ",'token':'s3cret2'")).containsExactly("The token of text-to-image/acme/a is set.");
        assertThat(members(",'token':'s3cret'", ""))
                .containsExactly("The token of text-to-image/acme/a is taken away.");
    }

    @Test
    void tellsWhatElseAnEntrySays() {
        assertThat(members(",'tokn':'s3cret','note':1", ",'tokn':'s3cret2','more':2"))
                .containsExactly(
                        "Fields of text-to-image/acme/a that go-livepeer does not know differ: more, note, tokn.");
        assertThat(members(",'url':'http://h:1','warm':true", ",'url':'http://h:1'"))
                .containsExactly("text-to-image/acme/a has another value of warm, so it is advertised as cold.");
        assertThat(members("", ",'capacity':3"))
                .containsExactly("The capacity of text-to-image/acme/a is 3 instead of 1.");
    }

    @Test
    void tellsAnotherOrderOfWhatTakesNoSlot() {
        assertThat(between(file(A, B), file(B, A)))
                .containsExactly("The order of entries that take no slot differs; nothing else does.");
    }

    @Test
    void tellsWhenReplicasWithDifferentFlagsChangePlaces() {
        String fast = A + WARM + ",'optimization_flags':{'SFAST':true}";
        assertThat(between(file(fast, A + WARM), file(A + WARM, fast)))
                .containsExactly("The containers of text-to-image/acme/a, which have different flags, change places.");
    }

    @Test
    void tellsThatAFileWouldNotStart() {
        WorkerSetup one = WorkerSetup.combined(List.of("0"), 1);
        AiModelsFile two = file(A + WARM, B + WARM);

        assertThat(FileDiff.between(file(A + WARM), two, one).sentences(SlotNames.numbers()))
                .first()
                .asString()
                .startsWith("go-livepeer would not start with the new file. [1] upscale/acme/b: ")
                .contains("insufficient capacity");
        assertThat(FileDiff.between(file(A + WARM), two, one).sentences(SlotNames.numbers()))
                .contains("upscale/acme/b has 1 warm containers that go-livepeer would not get to, instead of 0.");
        assertThat(FileDiff.between(two, file(A + WARM), one).sentences(SlotNames.numbers()))
                .first()
                .asString()
                .startsWith("go-livepeer starts with the new file; the old one would stop it. ");
    }

    @Test
    void doesNotCountContainersThatNoProcessCouldHave() {
        assertThat(between(file(), file(A + WARM + ",'capacity':9223372036854775807")))
                .hasSizeBetween(3, 1_100);
    }

    @Test
    void readsAnOrchestratorsFileForItsPricesOnly() {
        WorkerSetup setup = WorkerSetup.orchestrator(true);
        assertThat(FileDiff.between(file(A + WARM), file(A, B), setup).sentences(SlotNames.numbers()))
                .containsExactly(
                        "text-to-image/acme/a has another value of warm, which counts for nothing on an orchestrator"
                                + " without a worker.",
                        "upscale/acme/b asks 7 wei a unit.");
        assertThat(FileDiff.between(file(A), file(B), setup).sentences(SlotNames.numbers()))
                .contains("text-to-image/acme/a is no longer listed.");
    }

    @Test
    void saysThatARemoteWorkerSetsNoPrice() {
        WorkerSetup setup = WorkerSetup.remote(List.of("0"), 1);
        assertThat(FileDiff.between(file(A), file(A.replace("7", "8")), setup).sentences(SlotNames.numbers()))
                .containsExactly(
                        "text-to-image/acme/a asks 8 wei a unit instead of 7 wei a unit, in a file that sets no"
                                + " price: its orchestrator's does.");
    }

    @Test
    void keepsCardsApartWhenDevicesChangeTheirOrder() {
        FileDiff diff = FileDiff.between(
                file(A + WARM),
                WorkerSetup.combined(List.of("0", "1"), 1),
                file(B + WARM, A + WARM),
                WorkerSetup.combined(List.of("1", "0"), 1));

        assertThat(diff.sentences(SlotNames.numbers()))
                .containsExactly("upscale/acme/b is now warm on slot 0.", "upscale/acme/b asks 7 wei a unit.");
    }

    @Test
    void makesWhatComesFromOutsideVisible() {
        assertThat(between(file(), file("'pipeline':'llm','model_id':'a\\u001b[31m','gateway':'\\u202e'")))
                .allSatisfy(sentence -> assertThat(sentence).doesNotContain("\u001b", "\u202e"));
    }
}
