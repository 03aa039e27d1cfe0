package org.warmplan.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmplan.worker.AiModelsTexts.file;
import static org.warmplan.worker.AiModelsTexts.image;
import static org.warmplan.worker.AiModelsTexts.live;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Workload;

/** How the containers of a workload share its entries. */
final class DraftReplicasTest {
    private static final String RIVAL = "0x1111111111111111111111111111111111111111";
    private static final String IMAGE = "text-to-image/acme/one";
    private static final String OTHER = "text-to-image/acme/two";
    private static final String LIVE = "live-video-to-video/noop";

    private static List<Wanted> wanted(String... ids) {
        return Arrays.stream(ids)
                .map(id -> Wanted.at(Workload.find(id).orElseThrow(), UnitPrice.ofWei(99)))
                .toList();
    }

    private static List<String> lines(AiModelsDraft draft) {
        return AiModelsTexts.lines(draft.file());
    }

    @Test
    void repeatsTheEntryOfABatchWorkload() {
        AiModelsFile current = file(image("one", ",'warm':true,'capacity':3,'note':1.0"));

        AiModelsDraft draft = AiModelsDraft.of(current, wanted(IMAGE, OTHER, IMAGE, IMAGE), List.of(), Set.of());

        String copy = image("one", ",'warm':true,'capacity':1,'note':1.0");
        assertThat(lines(draft))
                .containsExactly(
                        copy,
                        "'pipeline':'text-to-image','model_id':'acme/two','price_per_unit':99,'pixels_per_unit':1,'warm':true",
                        copy,
                        copy);
    }

    @Test
    void dropsReplicasThatAreNoLongerWanted() {
        AiModelsFile current = file(image("one", ",'warm':true"), image("one", ",'warm':true,'price_per_unit':8"));

        AiModelsDraft draft = AiModelsDraft.of(current, wanted(IMAGE), List.of(), Set.of());

        // The last price of the file is the one in force.
        assertThat(lines(draft)).containsExactly(image("one", ",'warm':true,'price_per_unit':8"));
        assertThat(draft.issues()).isEmpty();
    }

    @Test
    void givesConsecutiveContainersOfALiveWorkloadOneEntry() {
        assertThat(lines(AiModelsDraft.of(file(live("")), wanted(LIVE, LIVE, LIVE), List.of(), Set.of())))
                .containsExactly(live(",'warm':true,'capacity':3")
                        .replace(
                                "'noop','price_per_unit':7,'pixels_per_unit':1,'warm':true,'capacity':3",
                                "'noop','warm':true,'capacity':3,'price_per_unit':7,'pixels_per_unit':1"));
    }

    @Test
    void splitsALiveWorkloadWhereAnotherStandsBetween() {
        AiModelsFile current = file(live(",'warm':true,'capacity':3"), image("one", ""));

        AiModelsDraft draft = AiModelsDraft.of(current, wanted(LIVE, LIVE, IMAGE, LIVE), List.of(), Set.of());

        assertThat(lines(draft))
                .containsExactly(
                        live(",'warm':true,'capacity':2"),
                        image("one", "").replace("acme/one',", "acme/one','warm':true,"),
                        live(",'warm':true,'capacity':1"));
    }

    @Test
    void keepsLiveEntriesApartThatTheOperatorKeepsApart() {
        AiModelsFile current =
                file(live(",'warm':true,'optimization_flags':{'A':true}"), live(",'warm':true,'capacity':2"));

        assertThat(lines(AiModelsDraft.of(current, wanted(LIVE, LIVE, LIVE), List.of(), Set.of())))
                .containsExactly(
                        live(",'warm':true,'optimization_flags':{'A':true}"), live(",'warm':true,'capacity':2"));
        assertThat(lines(AiModelsDraft.of(current, wanted(LIVE, LIVE, LIVE, LIVE), List.of(), Set.of())))
                .containsExactly(
                        live(",'warm':true,'optimization_flags':{'A':true}"), live(",'warm':true,'capacity':3"));
    }

    @Test
    void keepsThePriceForAllBeforeThatOfAGateway() {
        AiModelsFile current = file(
                image("one", ",'warm':true,'gateway':'" + RIVAL + "'"),
                image("one", ",'warm':true,'gateway':'default'"));

        assertThat(lines(AiModelsDraft.of(current, wanted(IMAGE, IMAGE), List.of(), Set.of())))
                .isEqualTo(AiModelsTexts.lines(current));

        AiModelsDraft one = AiModelsDraft.of(current, wanted(IMAGE), List.of(), Set.of());
        assertThat(lines(one)).containsExactly(image("one", ",'warm':true,'gateway':'default'"));
        assertThat(one.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.kind()).isEqualTo("gatewayPriceDropped");
            assertThat(issue.path()).isEqualTo("[0].gateway");
            assertThat(issue.value()).isEqualTo(RIVAL);
        });
    }

    @Test
    void keepsEveryLivePriceWhenContainersAreFew() {
        AiModelsFile current =
                file(live(",'warm':true,'capacity':4,'gateway':'" + RIVAL + "'"), live(",'warm':true,'capacity':4"));

        AiModelsDraft draft = AiModelsDraft.of(current, wanted(LIVE, LIVE), List.of(), Set.of());

        assertThat(lines(draft))
                .containsExactly(
                        live(",'warm':true,'capacity':1,'gateway':'" + RIVAL + "'"), live(",'warm':true,'capacity':1"));
        assertThat(draft.issues()).isEmpty();
    }

    @Test
    void coolsReplicasIntoOneEntryForEachGateway() {
        AiModelsFile current = file(
                image("one", ",'warm':true"),
                image("one", ",'warm':true,'gateway':'" + RIVAL + "'"),
                image("one", ",'warm':true,'gateway':'default'"));

        assertThat(lines(AiModelsDraft.of(current, List.of(), wanted(IMAGE), Set.of())))
                .containsExactly(
                        image("one", ",'warm':false,'gateway':'" + RIVAL + "'"),
                        image("one", ",'warm':false,'gateway':'default'"));
    }
}
