package org.warmplan.collect.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.warmplan.collect.answer.NetworkPayload.ONE;
import static org.warmplan.collect.answer.NetworkPayload.PER;
import static org.warmplan.collect.answer.NetworkPayload.PRICE;
import static org.warmplan.collect.answer.NetworkPayload.node;
import static org.warmplan.collect.answer.NetworkPayload.onlyOffer;
import static org.warmplan.collect.answer.NetworkPayload.priced;
import static org.warmplan.collect.answer.NetworkPayload.read;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.Reading;
import org.warmplan.domain.UnitPrice;

final class AdvertisedPricesTest {
    @Test
    void keepsTheExactFractionOfAPrice() {
        assertThat(priced("{\"pricePerUnit\": 10000000000000, \"pixelsPerUnit\": 54901722631,"
                                + " \"capability\": 27, \"constraint\": \"a/b\"}")
                        .price())
                .isEqualTo(new UnitPrice(new BigInteger("10000000000000"), new BigInteger("54901722631")));
    }

    @Test
    void doesNotMindPricesForWhatIsNotOffered() {
        Reading reading = read(node(
                ONE,
                "https://orch-1.example",
                "\"27\": {\"models\": {\"a/b\": {\"warm\": true}}}",
                PRICE + ", " + PRICE.replace("a/b", "other") + ", " + PRICE.replace("27", "37"),
                ""));

        assertThat(reading.issues()).isEmpty();
    }

    @Test
    void countsAModelWithoutAPrice() {
        Reading reading =
                read(node(ONE, "https://orch-1.example", "\"27\": {\"models\": {\"a/b\": {\"warm\": true}}}", "", ""));

        assertThat(onlyOffer(reading).price()).isNull();
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::source, DataIssue::path)
                .containsExactly(tuple("priceMissing", "gateway", PER + ".27.models.a/b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"pixelsPerUnit\": 1, \"capability\": 27, \"constraint\": \"a/b\"}|priceMissing",
                "{\"pricePerUnit\": 0, \"pixelsPerUnit\": 1, \"capability\": 27, \"constraint\": \"a/b\"}|priceMissing",
                "{\"pricePerUnit\": 5, \"pixelsPerUnit\": 0, \"capability\": 27, \"constraint\": \"a/b\"}|priceInvalid",
                "{\"pricePerUnit\": 5, \"capability\": 27, \"constraint\": \"a/b\"}|priceInvalid",
                "{\"pricePerUnit\": 5, \"pixelsPerUnit\": -1, \"capability\": 27, \"constraint\": \"a/b\"}|priceInvalid",
                "{\"pricePerUnit\": -5, \"pixelsPerUnit\": 1, \"capability\": 27, \"constraint\": \"a/b\"}|priceInvalid",
                "{\"pricePerUnit\": 1.5, \"pixelsPerUnit\": 1, \"capability\": 27, \"constraint\": \"a/b\"}|priceInvalid",
                "{\"pricePerUnit\": \"5\", \"pixelsPerUnit\": 1, \"capability\": 27, \"constraint\": \"a/b\"}|priceInvalid",
                "{\"pricePerUnit\": 9223372036854775808, \"pixelsPerUnit\": 1, \"capability\": 27, \"constraint\": \"a/b\"}"
                        + "|priceInvalid"
            })
    void takesNoPriceForAPrice(String row, String kind) {
        Reading reading =
                read(node(ONE, "https://orch-1.example", "\"27\": {\"models\": {\"a/b\": {\"warm\": true}}}", row, ""));

        assertThat(onlyOffer(reading).price()).isNull();
        assertThat(reading.issues()).extracting(DataIssue::kind).containsExactly(kind);
    }

    @Test
    void takesTheFirstOfSeveralPrices() {
        Reading reading = read(node(
                ONE,
                "https://orch-1.example",
                "\"27\": {\"models\": {\"a/b\": {}}}",
                PRICE + ", " + PRICE.replace("5", "6"),
                ""));

        assertThat(onlyOffer(reading).price()).isEqualTo(UnitPrice.ofWei(5));
        assertThat(reading.issues())
                .extracting(DataIssue::kind, DataIssue::path)
                .containsExactly(tuple("priceRepeated", "orchestrators[0].capabilities_prices[1]"));
    }

    @Test
    void prefersASoundPriceToAnEarlierUnsoundOne() {
        Reading reading = read(node(
                ONE,
                "https://orch-1.example",
                "\"27\": {\"models\": {\"a/b\": {}}}",
                PRICE.replace("\"pixelsPerUnit\": 1", "\"pixelsPerUnit\": 0") + ", " + PRICE,
                ""));

        assertThat(onlyOffer(reading).price()).isEqualTo(UnitPrice.ofWei(5));
        assertThat(reading.issues()).extracting(DataIssue::kind).containsExactly("priceInvalid");
    }
}
