package org.warmplan.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.warmplan.demand.Supply;
import org.warmplan.domain.Address;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Offer;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Warmth;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Catalogue;

final class PriceBookTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    private static final Workload SDXL =
            Workload.find("text-to-image/ByteDance/SDXL-Lightning").orElseThrow();
    private static final Workload SAM2 =
            Workload.find("segment-anything-2/facebook/sam2-hiera-large").orElseThrow();
    private static final Address SELF = new Address("0x" + "%040x".formatted(99));
    private static final Catalogue CATALOGUE = Catalogue.read(Path.of("data", "catalogue"));

    private static PriceBook book(PricePolicy policy, Warmth warmth, long... marketWei) {
        List<Observation> offers = new ArrayList<>();
        for (int i = 0; i < marketWei.length; i++) {
            offers.add(offer(new Address("0x" + "%040x".formatted(i + 1)), warmth, marketWei[i]));
        }
        offers.add(offer(SELF, Warmth.WARM, 77));
        return new PriceBook(
                policy, Supply.of(offers, NOW, Duration.ofDays(8)), SELF, CATALOGUE, BigDecimal.valueOf(3_000));
    }

    private static Offer offer(Address who, Warmth warmth, long wei) {
        return new Offer(
                NOW, who, "https://" + who + ".example", SDXL, warmth, 1, 0, UnitPrice.ofWei(wei), List.of(), "");
    }

    private static PricePolicy policy(Map<String, Long> caps) {
        TreeMap<String, UnitPrice> prices = new TreeMap<>();
        caps.forEach((name, wei) -> prices.put(name, UnitPrice.ofWei(wei)));
        return new PricePolicy(true, prices, 0.9, 2, 4);
    }

    private static String text(PriceBook book, Workload workload) {
        return book.find(workload)
                .map(p -> p.origin().word() + " " + p.price().text())
                .orElse("none");
    }

    @Test
    void takesTheOperatorsOwnPriceFirst() {
        PriceBook book = book(policy(Map.of()), Warmth.WARM, 100, 200);
        book.addOwn(SDXL, UnitPrice.ofWei(5), "fleet.yaml", true);
        book.addOwn(SDXL, UnitPrice.ofWei(6), "aiModels.json", false);

        assertThat(text(book, SDXL)).isEqualTo("own 5");
    }

    @Test
    void suggestsTheMedianOfOthersWarmOffers() {
        assertThat(text(book(policy(Map.of()), Warmth.WARM, 900_000, 100_000, 500_000), SDXL))
                .isEqualTo("market 500000");
        assertThat(text(book(policy(Map.of()), Warmth.WARM, 100_000, 200_000), SDXL))
                .isEqualTo("market 150000");
    }

    @Test
    void leavesOffersOverAKnownCapOut() {
        assertThat(text(book(policy(Map.of("text-to-image", 600L)), Warmth.WARM, 900, 100, 500), SDXL))
                .isEqualTo("market 300");
        // The cap of the model comes before the cap of the pipeline.
        assertThat(text(
                        book(policy(Map.of("text-to-image", 600L, SDXL.id(), 1_000L)), Warmth.WARM, 900, 100, 500),
                        SDXL))
                .isEqualTo("market 500");
    }

    @Test
    void suggestsTheLowestDocumentedFigureWithoutAMarket() {
        // One offer is no market; cold ones are none either. Documents: 4,768,371 wei or 1.9e-8 USD (6.36 M wei).
        assertThat(text(book(policy(Map.of()), Warmth.WARM, 123), SDXL)).isEqualTo("documented 4768371");
        assertThat(text(book(policy(Map.of()), Warmth.COLD, 1, 2, 3), SDXL)).isEqualTo("documented 4768371");
        // 4,768,371 wei against 3.22e-11 USD at 3,000 USD per ETH.
        assertThat(text(book(policy(Map.of()), Warmth.WARM), SAM2)).isEqualTo("documented 10733");
    }

    @Test
    void suggestsNothingWhenToldSo() {
        assertThat(text(book(policy(Map.of()).ownOnly(), Warmth.WARM, 100, 200), SDXL))
                .isEqualTo("none");
    }

    @Test
    void showsWhatOthersAskBesideThePrice() {
        PriceComparison beside =
                book(policy(Map.of()), Warmth.WARM, 400, 100, 300, 200, 500).compare(SDXL);

        assertThat(beside.market().offers()).isEqualTo(5);
        assertThat(List.of(0.0, 0.25, 0.5, 0.75, 1.0))
                .map(part -> beside.market().quantile(part).orElseThrow().text())
                .containsExactly("100", "200", "300", "400", "500");
        assertThat(beside.documented().figures())
                .extracting(figure -> figure.price().text())
                .startsWith("4768371")
                .hasSize(2);
        assertThat(new MarketPrices(List.of()).quantile(0.5)).isEmpty();
    }

    @Test
    void tellsHowFarAPriceIsFromTheDocuments() {
        DocumentedFigures figures =
                book(policy(Map.of()), Warmth.WARM).compare(SAM2).documented();

        assertThat(figures.timesOutside(UnitPrice.ofWei(10_733))).isEqualTo(1);
        assertThat(figures.timesOutside(UnitPrice.ofWei(4_768_371L * 3))).isCloseTo(3, within(1e-9));
        assertThat(figures.timesOutside(UnitPrice.of(new BigDecimal("1073.3"), BigDecimal.ONE)))
                .isCloseTo(10, within(1e-9));
        assertThat(figures.timesApart()).isCloseTo(444.3, within(0.1));
        assertThat(new DocumentedFigures(List.of()).timesOutside(UnitPrice.ofWei(1)))
                .isEqualTo(1);
    }

    @Test
    void expectsLessWorkTheFurtherAPriceIsAboveTheMarket() {
        PriceBook book = book(policy(Map.of()), Warmth.WARM, 100, 100);

        assertThat(book.accepted(SDXL, UnitPrice.ofWei(50))).isCloseTo(0.9, within(1e-12));
        assertThat(book.accepted(SDXL, UnitPrice.ofWei(100))).isCloseTo(0.9, within(1e-12));
        assertThat(book.accepted(SDXL, UnitPrice.ofWei(200))).isCloseTo(0.225, within(1e-12));
    }

    @Test
    void expectsNoWorkAboveAKnownCap() {
        PriceBook book = book(policy(Map.of("text-to-image", 150L)), Warmth.WARM, 100, 100);

        assertThat(book.accepted(SDXL, UnitPrice.ofWei(151))).isZero();
        assertThat(book.accepted(SDXL, UnitPrice.ofWei(150))).isPositive();
    }

    @Test
    void holdsWhatWillBeAdvertisedAgainstTheCap() {
        PriceBook book = book(policy(Map.of("text-to-image", 150L)), Warmth.WARM, 100, 100);
        book.assumeAdvertised(1.25);

        assertThat(book.accepted(SDXL, UnitPrice.ofWei(120))).isPositive();
        assertThat(book.accepted(SDXL, UnitPrice.ofWei(121))).isZero();
        assertThat(book.expectedWeiPerUnit(SDXL, UnitPrice.ofWei(80))).isCloseTo(72, within(1e-9));
    }

    @Test
    void comparesConfiguredPricesWithWhatTheNetworkShows() {
        PriceBook book = book(policy(Map.of()), Warmth.WARM, 100, 100);
        book.assumeAdvertised(1.25);

        assertThat(book.accepted(SDXL, UnitPrice.ofWei(100))).isCloseTo(0.9, within(1e-12));
        assertThat(book.accepted(SDXL, UnitPrice.ofWei(200))).isCloseTo(0.225, within(1e-12));
    }

    @Test
    void keepsPricesAsExactFractions() {
        UnitPrice third = new UnitPrice(BigInteger.ONE, BigInteger.valueOf(3));

        assertThat(third.midpoint(UnitPrice.ofWei(1))).isEqualTo(new UnitPrice(BigInteger.TWO, BigInteger.valueOf(3)));
        assertThat(UnitPrice.of(new BigDecimal("1.50"), BigDecimal.valueOf(6)))
                .isEqualTo(new UnitPrice(BigInteger.ONE, BigInteger.valueOf(4)));
        assertThat(new UnitPrice(new BigInteger("10000000000000"), new BigInteger("54901722631")).text())
                .isEqualTo("182.1436472");
    }
}
