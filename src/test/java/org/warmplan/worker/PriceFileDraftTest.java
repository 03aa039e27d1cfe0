package org.warmplan.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmplan.worker.AiModelsTexts.file;
import static org.warmplan.worker.AiModelsTexts.image;
import static org.warmplan.worker.AiModelsTexts.lines;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Workload;

final class PriceFileDraftTest {
    private static final AiModelsFile NOTHING = AiModelsFile.none("aiModels.json");

    private static List<Wanted> at(long wei, String... ids) {
        return Arrays.stream(ids)
                .map(id -> Wanted.at(Workload.find(id).orElseThrow(), UnitPrice.ofWei(wei)))
                .toList();
    }

    @Test
    void writesAPriceForEveryWorkloadAndNothingElse() {
        PriceFileDraft draft = PriceFileDraft.of(NOTHING, at(9, "text-to-image/acme/one"));

        assertThat(lines(draft.file()))
                .containsExactly(
                        "'pipeline':'text-to-image','model_id':'acme/one','price_per_unit':9,'pixels_per_unit':1");
    }

    @Test
    void keepsEveryEntryThatIsThere() {
        AiModelsFile current = file(
                image("gone", ",'warm':true,'x':1"), image("one", ",'gateway':'0xabc'"), image("one", ",'warm':true"));
        PriceFileDraft draft = PriceFileDraft.of(current, at(9, "text-to-image/acme/one"));

        assertThat(draft.file().write()).isEqualTo(current.write());
        assertThat(draft.issues()).isEmpty();
    }

    @Test
    void addsAPriceForAllWhereOnlyOneGatewayHasOne() {
        AiModelsFile current = file(image("one", ",'gateway':'0xabc'"));
        PriceFileDraft draft = PriceFileDraft.of(current, at(9, "text-to-image/acme/one"));

        assertThat(draft.file().entries()).hasSize(2);
        assertThat(lines(draft.file()).get(1)).contains("'price_per_unit':9").doesNotContain("gateway");
    }

    @Test
    void leavesOutWhatHasNoPrice() {
        Workload workload = Workload.find("text-to-image/acme/one").orElseThrow();

        assertThat(PriceFileDraft.of(NOTHING, List.of(Wanted.unpriced(workload)))
                        .file()
                        .entries())
                .isEmpty();
    }

    @Test
    void replacesThePriceTheFleetFileReplaces() {
        Workload workload = Workload.find("text-to-image/acme/one").orElseThrow();
        PriceFileDraft draft = PriceFileDraft.of(
                file(image("one", "")),
                List.of(Wanted.at(workload, UnitPrice.ofWei(9)).replacing()));

        assertThat(lines(draft.file()).get(0)).contains("'price_per_unit':9");
        assertThat(draft.issues()).extracting(DataIssue::kind).containsExactly("priceReplaced");
    }

    @Test
    void startsNoContainersAndAllowsColdBesideWarm() {
        AiModelsFile current =
                file(image("one", ",'warm':true"), image("one", ",'warm':false"), image("two", ",'warm':true"));
        Startup startup = Startup.of(current, WorkerSetup.orchestrator(false));

        assertThat(startup.stops()).isEmpty();
        assertThat(startup.placements()).isEmpty();
        assertThat(startup.advertised()).isEmpty();
        assertThat(startup.neverServed()).isEmpty();
    }

    @Test
    void stopsOnAPriceThatIsMissing() {
        AiModelsFile current = file("'pipeline':'text-to-image','model_id':'acme/one'");

        assertThat(Startup.of(current, WorkerSetup.orchestrator(false)).stops())
                .singleElement()
                .isInstanceOf(Stop.PriceMissing.class);
        assertThat(Startup.of(current, WorkerSetup.orchestrator(true)).starts()).isTrue();
    }
}
