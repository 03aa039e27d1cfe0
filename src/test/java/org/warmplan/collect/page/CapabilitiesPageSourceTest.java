package org.warmplan.collect.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.warmplan.collect.page.Page.ONE;
import static org.warmplan.collect.page.Page.SEEN;
import static org.warmplan.collect.page.Page.TWO;
import static org.warmplan.collect.page.Page.URL;
import static org.warmplan.collect.page.Page.read;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.collect.Outcome;
import org.warmplan.collect.PlayedService;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Offer;
import org.warmplan.domain.OfferCount;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Reading;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Warmth;
import org.warmplan.domain.Workload;

final class CapabilitiesPageSourceTest {
    private static final Workload PAINTER = new Workload(Pipeline.TEXT_TO_IMAGE, "acme/painter");
    private static final String LISTING = ("{'orchestrators': [{'address': '" + ONE
                    + "', 'orch_uri': 'https://orch-1.example', 'capabilities': {'constraints': {'PerCapability': {'27':"
                    + " {'models': {'acme/painter': {'warm': true, 'capacity': 1}}}}}}, 'capabilities_prices':"
                    + " [{'pricePerUnit': 5, 'pixelsPerUnit': 1, 'capability': 27, 'constraint': 'acme/painter'}]}]}")
            .replace('\'', '"');
    private static final Offer OFFER = new Offer(
            SEEN,
            new Address(ONE),
            "https://orch-1.example",
            PAINTER,
            Warmth.WARM,
            1,
            0,
            UnitPrice.ofWei(5),
            List.of(),
            "");
    private static final String WAY_OUT =
            " Maybe use the kind network-capabilities with the url of a gateway's /getNetworkCapabilities instead.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script type=\"application/json\">%s</script>",
                "<script id=\"__NEXT_DATA__\">{\"props\": {\"pageProps\": {\"list\": [%s]}}}</script>",
                "<script>var a = 1; window.__STATE__ = {\"a\": {\"b\": %s}}; window.other = {c: '}'};</script>",
                "<script>window[\"__DATA__\"]=%s</script>",
                "%s",
                " {\"data\": %s}",
                "[1, [%s]]"
            })
    void readsOffersFromEmbeddedJson(String page) {
        assertThat(read(page.formatted(LISTING)).observations()).containsExactly(OFFER);
    }

    @Test
    void readsNoTableBesideEmbeddedOffers() {
        assertThat(read("<script type=\"application/json\">" + LISTING + "</script>"
                        + Page.table("Pipeline,Model,Warm,Cold;Text to image,acme/painter,9,9")))
                .isEqualTo(new Reading(List.of(OFFER), List.of()));
    }

    @Test
    void countsOrchestratorsInTheShapeOfTheRetiredEndpoint() {
        String row = "{\"address\": \"%s\", \"pipelines\": [{\"type\": \"Text to image\", \"models\":"
                + " [{\"name\": \"acme/painter\", \"status\": {\"Cold\": %d, \"Warm\": %d}}]}]}";
        Reading reading = read("{\"orchestrators\": [" + row.formatted(ONE, 0, 3) + ", " + row.formatted(TWO, 1, 0)
                + ", " + row.formatted(ONE, 0, 1) + "]}");

        assertThat(reading).isEqualTo(new Reading(List.of(new OfferCount(SEEN, PAINTER, 1, 1)), List.of()));
    }

    @Test
    void readsRowsOfCountsUnderTwoSpellingsOnce() {
        Reading reading = read("""
                {"rows": [{"pipeline": "Text-to-image", "model": "acme/painter", "Warm": 5, "Cold": 0},
                  {"pipeline": "Text to image", "model_id": "acme/painter", "warm_count": "3", "cold_count": 2},
                  {"pipeline": "byoc", "model": "own", "Warm": 1},
                  {"pipeline": "upscale", "model": "x", "Warm": -1},
                  {"pipeline": "upscale", "model": "y", "warm": true},
                  {"pipeline": "upscale", "model": " ", "warm": 4}]}""");

        assertThat(reading.observations()).containsExactly(new OfferCount(SEEN, PAINTER, 5, 2));
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path)
                .containsExactly(
                        tuple("countRepeated", "rows[1]"),
                        tuple("pipelineUnknown", "rows[2]"),
                        tuple("countInvalid", "rows[3]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "app", "__next"})
    void saysThatAPageIsAShellAndWhatToUseInstead(String id) {
        assertThatThrownBy(() ->
                        read("<!DOCTYPE html><html><head><script type=\"module\" src=\"/assets/index.js\"></script>"
                                + "</head><body><div id=\"" + id + "\"></div></body></html>"))
                .isInstanceOf(InputException.class)
                .hasMessage(URL + " is an empty shell that a browser fills: it holds no table and no JSON with offers."
                        + WAY_OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h1>Welcome</h1>",
                "hello",
                "<table><tr><th>Model<th>Price<tr><td>a<td>1</table>",
                "<div id=\"root\">Loaded</div><script>window.x = {\"orchestrators\": [{\"name\": 1}]}</script>"
            })
    void refusesAPageAboutSomethingElse(String page) {
        assertThatThrownBy(() -> read(page))
                .isInstanceOf(InputException.class)
                .hasMessage(URL + " holds no table of models with warm or cold beside them, and no JSON with offers."
                        + WAY_OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pipeline,Model,Warm,Cold",
                "Pipeline,Model,Warm,Cold;Loading...",
                "Pipeline,Model,Warm,Cold;,,,",
                "Pipeline,Model,Warm,Cold;byoc,own,1,1",
                "Orchestrator,Pipeline,Model,Status;painter.eth,Upscale,a,warm"
            })
    void takesATableWithoutRowsForNoSuccess(String table) {
        assertThatThrownBy(() -> read(Page.table(table)))
                .isInstanceOf(InputException.class)
                .hasMessage(URL + " lists nothing: its table has headings and no row that can be read." + WAY_OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "{\"orchestrators\": null}", "{\"orchestrators\": []}", "{\"orchestrators\": [{}]}"})
    void takesJsonWithoutOffersForNoSuccess(String body) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(InputException.class)
                .hasMessage(URL + " holds no JSON that lists who offers a model or how many do." + WAY_OUT);
    }

    /** All the gateway's nodes transcode only: true of a gateway, but nothing a page about AI would be kept for. */
    @Test
    void takesAListingWithoutOffersForNoSuccess() {
        assertThatThrownBy(() -> read(LISTING.replace("\"27\": {\"models\"", "\"27\": {\"other\"")))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith(WAY_OUT);
    }

    @Test
    void countsAScriptThatIsCutShort() {
        Reading reading = read("<script type=\"application/json\">{\"a\": </script><script>window.a = {b: 1};</script>"
                + "<script type=\"application/json\">" + LISTING + "</script>");

        assertThat(reading.observations()).containsExactly(OFFER);
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path)
                .containsExactly(tuple("scriptUnreadable", "script[0]"), tuple("scriptUnreadable", "script[1]"));
    }

    @Test
    void losesOnlyThePageThatSaysNothing() {
        Reading reading = read("<div id=\"root\"></div><script></script>", LISTING);

        assertThat(reading.observations()).containsExactly(OFFER);
        assertThat(reading.issues()).extracting(DataIssue::kind).containsExactly("partUnreadable");
    }

    @Test
    void readsJsonNestedAsDeepAsJsonMayBe() {
        String deep = "[".repeat(50) + LISTING + "]".repeat(50);

        assertThat(read(deep).observations()).containsExactly(OFFER);
        assertThatThrownBy(() -> read("[".repeat(65) + LISTING + "]".repeat(65)))
                .isInstanceOf(InputException.class);
    }

    @Test
    void isAskedLikeAnyPage() throws IOException {
        try (PlayedService service = new PlayedService()) {
            service.answer("/ai/network-capabilities", Page.table("Pipeline,Model,Warm,Cold;Upscale,a,1,1"))
                    .answer("/shell", "<div id=\"root\"></div><script></script>");

            assertThat(service.collect("capabilities-page", "/ai/network-capabilities"))
                    .isInstanceOfSatisfying(
                            Outcome.Collected.class,
                            collected -> assertThat(collected.reading().observations())
                                    .hasSize(1));
            assertThat(service.collect("capabilities-page", "/shell"))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.message()).endsWith(WAY_OUT));
            assertThat(service.collect("capabilities-page", "/gone")).isInstanceOf(Outcome.Failed.class);
        }
    }
}
