package org.warmplan.collect.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.warmplan.collect.page.Page.ONE;
import static org.warmplan.collect.page.Page.SEEN;
import static org.warmplan.collect.page.Page.read;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.Offer;
import org.warmplan.domain.OfferCount;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Reading;
import org.warmplan.domain.SeenGpu;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Warmth;
import org.warmplan.domain.Workload;

final class CapabilitiesPageTablesTest {
    private static final Workload PAINTER = new Workload(Pipeline.TEXT_TO_IMAGE, "acme/painter");
    private static final Workload SCALER = new Workload(Pipeline.UPSCALE, "acme/scaler");
    private static final List<OfferCount> COUNTS =
            List.of(new OfferCount(SEEN, PAINTER, 5, 2), new OfferCount(SEEN, SCALER, 1, 0));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pipeline,Model,Warm,Cold;Text to image,acme/painter,5,2;Upscale,acme/scaler,1,0",
                "COLD,Rank,model id,warm orchestrators,Pipeline name;2,1,acme/painter,5,text-to-image;-,2,acme/scaler,1,upscale",
                "Pipeline,Model,Cold/Warm;Text to image,acme/painter,2 / 5;upscale,acme/scaler,0/1",
                "Pipeline,Model,Warm / Cold;Text_to_image,acme/painter,5 / 2;UPSCALE,acme/scaler,1 | 0"
            })
    void findsCountsByTheirHeadings(String table) {
        assertThat(read(Page.table(table))).isEqualTo(new Reading(List.copyOf(COUNTS), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h2>Text to image</h2>%s<h3>Upscale</h3>%s",
                "<section><h1>Pipelines</h1><div><h4>Pipeline: Text to image (2)</h4></div>%s</section><h4>upscale</h4><div>%s</div>"
            })
    void takesThePipelineFromTheHeadingAbove(String page) {
        assertThat(read(page.formatted(
                        Page.table("Model,Warm,Cold;acme/painter,5,2"), Page.table("Model,Warm,Cold;acme/scaler,1,0"))))
                .isEqualTo(new Reading(List.copyOf(COUNTS), List.of()));
    }

    @Test
    void takesThePipelineFromTheCaption() {
        String table = Page.table("Model,Warm,Cold;acme/painter,5,2;acme/scaler,1,0")
                .replace("<table>", "<table><caption>Text to image models</caption>");

        assertThat(read("<h2>Upscale</h2>" + table).observations())
                .extracting(count -> ((OfferCount) count).workload().pipeline())
                .containsOnly(Pipeline.TEXT_TO_IMAGE);
    }

    @Test
    void takesThePipelineFromARowOfItsOwn() {
        assertThat(
                        read(
                                "<table><tr><th>Model<th>Warm<th>Cold<tr><td colspan=3>Text to image"
                                        + "<tr><td>acme/painter<td>5<td>2<tr><td colspan=3>Upscale<tr><td>acme/scaler<td>1<td>0</table>"))
                .isEqualTo(new Reading(List.copyOf(COUNTS), List.of()));
    }

    @Test
    void takesNoLineForOneOfThePipelineTwoHeadingsAbove() {
        Reading reading = read("<table><tr><th>Model<th>Warm<th>Cold<tr><td colspan=3>Text to image"
                + "<tr><td>acme/painter<td>5<td>2<tr><td colspan=3>byoc<tr><td>acme/brought<td>1<td>0</table>");

        assertThat(reading.observations())
                .extracting(count -> ((OfferCount) count).workload().modelId())
                .containsExactly("acme/painter");
        assertThat(reading.issues()).extracting(DataIssue::kind).containsExactly("pipelineUnknown");
    }

    @Test
    void refusesAPageWhoseSpansAreMillionsOfCells() {
        String bomb = "<table><tr><th>Model<th>Warm<tr>" + "<td rowspan=65000>x".repeat(60) + "<tr>".repeat(20_000);

        assertThatThrownBy(() -> read(bomb))
                .hasMessage(Page.URL + " has tables of more than 500000 cells."
                        + " Maybe it is another page than was meant.");
    }

    @Test
    void laysOutCellsThatSpanRowsAndColumns() {
        assertThat(read("<table><thead><tr><th rowspan=2>Pipeline<th rowspan=2>Model<th colspan=2>Orchestrators"
                                + "<tr><th>Warm<th>Cold</thead><tbody><tr><td rowspan=2>Text to image<td>acme/painter<td>5<td>2"
                                + "<tr><td>acme/other<td colspan=2>3</tbody>"
                                + "<tbody><tr><td rowspan=0>Upscale<td>acme/scaler<td>1<td>0<tr><td>acme/b<td>0<td>9</tbody></table>")
                        .observations())
                .containsExactly(
                        new OfferCount(SEEN, new Workload(Pipeline.TEXT_TO_IMAGE, "acme/other"), 3, 3),
                        COUNTS.get(0),
                        new OfferCount(SEEN, new Workload(Pipeline.UPSCALE, "acme/b"), 0, 9),
                        COUNTS.get(1));
    }

    /** The tool site made one spelling of the hardware's slug and one of the capability's name. */
    @Test
    void countsAWorkloadUnderTwoSpellingsOnce() {
        Reading reading = read(Page.table("Pipeline,Model,Warm,Cold;Text-to-image,acme/painter,5,0;"
                + "Text to image,acme/painter,3,2;Upscale,acme/scaler,1,0"));

        assertThat(reading.observations()).isEqualTo(COUNTS);
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path, DataIssue::value)
                .containsExactly(tuple("countRepeated", "tables[0].rows[2].Pipeline", "Text to image"));
    }

    @Test
    void doubtsAPageWhereNothingIsCold() {
        Reading reading = read(Page.table("Pipeline,Model,Warm,Cold;Upscale,acme/scaler,1,0"));

        assertThat(reading.observations()).containsExactly(COUNTS.get(1));
        assertThat(reading.issues()).extracting(DataIssue::kind).containsExactly("warmCountDoubtful");
    }

    @ParameterizedTest
    @CsvSource({
        "byoc, acme/x, 1, pipelineUnknown, Pipeline, byoc",
        "Upscale, '', 1, modelIdInvalid, Model, ''",
        "Upscale, acme/x, many, countInvalid, Warm, many",
        "Upscale, acme/x, -3, countInvalid, Warm, -3",
        "Upscale, acme/x, '', countInvalid, Warm, ''"
    })
    void leavesOutARowThatMakesNoSense(
            String pipeline, String model, String warm, String kind, String column, String value) {
        Reading reading = read(Page.table(
                "Pipeline,Model,Warm,Cold;%s,%s,%s,2;Text to image,acme/painter,5,2".formatted(pipeline, model, warm)));

        assertThat(reading.observations()).containsExactly(COUNTS.get(0));
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path, DataIssue::value)
                .containsExactly(tuple(kind, "tables[0].rows[1]." + column, value));
    }

    @ParameterizedTest
    @CsvSource({"'1 234', 1234", "'1,234', 1234", "–, 0", "'&nbsp;7&nbsp;', 7"})
    void readsNumbersAsPeopleWriteThem(String cell, long warm) {
        String table = Page.table("Model,Warm,Cold;acme/scaler,X,1").replace("X", cell);

        assertThat(read("<h2>Upscale</h2>" + table).observations())
                .containsExactly(new OfferCount(SEEN, SCALER, warm, 1));
    }

    @Test
    void passesOverRepeatedHeadingsAndFootersAndOtherTables() {
        assertThat(read(Page.table("Name,Price;a,b")
                        + Page.table("Pipeline,Model,Warm,Cold;Text to image,acme/painter,5,2;Pipeline,Model,Warm,Cold;"
                                        + "Upscale,acme/scaler,1,0;,,,")
                                .replace("</table>", "<tfoot><tr><td>Total<td>2<td>6<td>2</tfoot></table>")))
                .isEqualTo(new Reading(List.copyOf(COUNTS), List.of()));
    }

    @Test
    void readsOffersOfWhoIsNamed() {
        Reading reading = read("""
                <table><tr><th>Orchestrator</th><th>Pipeline</th><th>Model</th><th>Status</th><th>Price (wei per pixel)</th>
                <th>GPU</th><th>Capacity</th><th>In use</th><th>Runner version</th><th>Service URI</th></tr>
                <tr><td><a href="/orchestrators/%s">painter.eth</a></td><td>Text to image</td>
                <td><span title="acme/painter">acme/pai…</span></td><td><img alt="Warm" src="a.png"></td><td>10/4</td>
                <td title="GPU-01234567-0123-0123-0123-0123456789ab">RTX 4090</td><td>2</td><td>1</td><td>0.14.1</td>
                <td>https://orch-1.example:8935</td></tr></table>""".formatted(ONE.toUpperCase(Locale.ROOT).replace("0X", "0x")));

        assertThat(reading.issues()).isEmpty();
        assertThat(reading.observations())
                .containsExactly(new Offer(
                        SEEN,
                        new Address(ONE),
                        "https://orch-1.example:8935",
                        PAINTER,
                        Warmth.WARM,
                        2,
                        0,
                        new UnitPrice(BigInteger.valueOf(5), BigInteger.TWO),
                        List.of(new SeenGpu("GPU-01234567-0123-0123-0123-0123456789ab", "RTX 4090", 0, 0)),
                        "0.14.1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Status|Warm|WARM",
                "State|currently cold|COLD",
                "Warm|✓|WARM",
                "Warm|no|COLD",
                "Warm|2|WARM",
                "Cold|yes|COLD",
                "Warm/Cold|1 / 0|WARM",
                "Warm/Cold|0 / 3|COLD",
                "Warm/Cold|cold|COLD"
            })
    void tellsWarmFromCold(String heading, String cell, Warmth warmth) {
        assertThat(read(Page.table("Address,Pipeline,Model,%s;%s,Upscale,acme/scaler,%s".formatted(heading, ONE, cell)))
                        .observations())
                .extracting(offer -> ((Offer) offer).warmth())
                .containsExactly(warmth);
    }

    @ParameterizedTest
    @CsvSource({"Status, idle", "Status, ''", "Status, warm or cold", "Warm, maybe", "Warm/Cold, 0 / 0"})
    void leavesOutWhatIsNeitherWarmNorCold(String heading, String cell) {
        Reading reading =
                read(Page.table("Address,Pipeline,Model,%s;%s,Upscale,acme/scaler,%s".formatted(heading, ONE, cell))
                        + Page.table("Pipeline,Model,Warm,Cold;Text to image,acme/painter,5,2"));

        assertThat(reading.observations()).containsExactly(COUNTS.get(0));
        assertThat(reading.issues()).extracting(DataIssue::kind).containsExactly("statusInvalid");
    }

    @ParameterizedTest
    @CsvSource({
        "Price, '2,287 wei', 2287",
        "Price, 0.5 gwei per pixel, 500000000",
        "Price (gwei), 2, 2000000000",
        "Wei per unit, 7, 7",
        "Price, 3 wei/px, 3"
    })
    void readsAPriceInItsUnit(String heading, String cell, long wei) {
        assertThat(offerPriced(heading, cell).observations())
                .extracting(offer -> ((Offer) offer).price())
                .containsExactly(UnitPrice.ofWei(wei));
    }

    @ParameterizedTest
    @CsvSource({
        "Price, 2287, priceInvalid",
        "Price, $5, priceInvalid",
        "Price (wei per second), 5, priceInvalid",
        "Price, 5 wei per hour, priceInvalid",
        "Price, 5/0 wei, priceInvalid",
        "Price, 0 wei, priceInvalid",
        "Price, '', priceMissing"
    })
    void takesNoPriceForAPrice(String heading, String cell, String kind) {
        Reading reading = offerPriced(heading, cell);

        assertThat(reading.observations())
                .singleElement()
                .satisfies(offer -> assertThat(((Offer) offer).price()).isNull());
        assertThat(reading.issues()).extracting(DataIssue::kind).containsExactly(kind);
    }

    @Test
    void leavesOutWhoHasNoAddressAndJoinsWhoIsListedTwice() {
        Reading reading =
                read(Page.table("Orchestrator,Pipeline,Model,Status;%s,Upscale,acme/scaler,cold;".formatted(ONE)
                        + "painter.eth,Upscale,acme/scaler,warm;%s,Upscale,acme/scaler,warm".formatted(ONE)));

        assertThat(reading.observations())
                .singleElement()
                .satisfies(offer -> assertThat(((Offer) offer).isWarm()).isTrue());
        assertThat(reading.issues()).extracting(DataIssue::kind).containsExactly("addressInvalid", "offerRepeated");
    }

    @Test
    void readsACapacityThatIsNoneAsNothing() {
        Reading reading = read(
                Page.table("Address,Pipeline,Model,Status,Capacity;%s,Upscale,acme/scaler,warm,full".formatted(ONE)));

        assertThat(reading.observations())
                .singleElement()
                .satisfies(offer -> assertThat(((Offer) offer).capacity()).isZero());
        assertThat(reading.issues()).extracting(DataIssue::kind).containsExactly("capacityInvalid");
    }

    private static Reading offerPriced(String heading, String cell) {
        return read("<table><tr><th>Address<th>Pipeline<th>Model<th>Status<th>" + heading + "<tr><td>" + ONE
                + "<td>Upscale<td>acme/scaler<td>warm<td>" + cell + "</table>");
    }
}
