package org.warmplan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.warmplan.demand.Demand;
import org.warmplan.demand.Evidence;
import org.warmplan.demand.EvidenceKind;
import org.warmplan.demand.HourProfile;
import org.warmplan.demand.Rate;
import org.warmplan.demand.SharePolicy;
import org.warmplan.domain.Gwei;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Workload;
import org.warmplan.files.JsonText;
import org.warmplan.value.Calibration;
import org.warmplan.value.Curve;
import org.warmplan.value.DocumentedFigures;
import org.warmplan.value.MarketPrices;
import org.warmplan.value.PlannedPrice;
import org.warmplan.value.PriceComparison;
import org.warmplan.value.ValuedWorkload;

final class DemandTextTest {
    private static final Workload WORKLOAD = new Workload(Pipeline.TEXT_TO_IMAGE, "a/b");

    private static DemandList list() {
        Demand demand = new Demand(
                WORKLOAD,
                Rate.of(10, 20, 30),
                HourProfile.FLAT,
                OptionalDouble.of(0),
                1000,
                1,
                List.of(
                        new Evidence(EvidenceKind.OWN_COUNTERS, 1, 1, "seen\u001b[31m " + "very ".repeat(30) + "often"),
                        new Evidence(EvidenceKind.REGISTRATIONS, 1, 1, "offered")));
        ValuedWorkload valued = new ValuedWorkload(
                WORKLOAD,
                demand,
                new PlannedPrice(UnitPrice.ofWei(100), PlannedPrice.Origin.OWN, "yours", false),
                new PriceComparison(
                        new MarketPrices(List.of(UnitPrice.ofWei(80), UnitPrice.ofWei(120), UnitPrice.ofWei(200))),
                        new DocumentedFigures(List.of())),
                3,
                new SharePolicy.Share(0.25, 0.5),
                new Curve(List.of(3_000_000L, 2_000_000L, 1_000_000L, 500L), new Gwei(1_000_000), new Gwei(9_000_000)));
        return new DemandList(
                Instant.parse("2026-11-23T06:00:00Z"),
                BigDecimal.valueOf(2000),
                null,
                List.of(new Setting("ethUsd", JsonText.read("value", "2000"), JsonText.read("value", "3000"))),
                List.of(new DemandList.Entry(
                        valued,
                        new Trend(12.3),
                        List.of(
                                new PriceTier("below", 80, 80, 1, 1, Gwei.ZERO, new Gwei(4_000_000)),
                                new PriceTier("around", 120, 120, 1, 0, Gwei.ZERO, Gwei.ZERO),
                                new PriceTier("above", 200, 210, 2, 1, new Gwei(1), new Gwei(5_000_000))))),
                new Calibration(
                        new TreeMap<>(java.util.Map.of(Pipeline.TEXT_TO_IMAGE, new Calibration.Factor(0.75, 2.5)))),
                List.of("Left out: tests."),
                List.of("A note."),
                List.of());
    }

    @Test
    void tellsAllThereIs() {
        assertThat(DemandText.write(list())).isEqualTo("""
                Demand of the network a week, as of 2026-11-23 06:00 UTC: 1 workload.
                  Set for this run only: ethUsd: 2000 instead of 3000.

                text-to-image/a/b
                  demand      20 k, from 10 k to 30 k, in units of one output pixel; rising, +12 % a week
                  warm        3 other orchestrators; 3 offers from 80 to 200 wei a unit, median 120
                              below the median, 80 wei: 1 orchestrator, which earns 0 to 0.004 ETH a week
                              around the median, 120 wei: 1 orchestrator, what it earns is not known
                              above the median, 200 to 210 wei: 2 orchestrators, of which 1 is known to earn
                              0.000000001 to 0.005 ETH a week
                  price       100 wei a unit, yours
                  share       if warm: 25.0 % to 50.0 %
                  worth       first replica 0.003 ETH (6.00 USD) a week, from 0.001 ETH (2.00 USD) to 0.009 ETH
                              (18.00 USD)
                              second replica 0.002 ETH (4.00 USD) a week
                              third replica 0.001 ETH (2.00 USD) a week
                  rests on    seen\\u{1b}[31m very very very very very very very very very very very very very very
                              very very very very very very very very very very very very very very very very often
                              offered

                By 2.5 weeks of your own counters, what text-to-image may earn here is taken 0.75 times.
                A note.
                Left out: tests.
                Nothing odd in the data.
                """);
    }

    @Test
    void givesMoneyThreeTimes() {
        var workload =
                JsonText.read("json", DemandJson.write(list())).get("workloads").get(0);

        assertThat(workload.get("replicas")).hasSize(3);
        assertThat(workload.get("replicas").get(0)).hasToString("{\"gwei\":3000000,\"eth\":0.003000000,\"usd\":6.00}");
        assertThat(workload.get("tiers").get(2).get("place").asString()).isEqualTo("above");
        assertThat(workload.get("tiers").get(1).get("earns").isNull()).isTrue();
        assertThat(workload.get("trend")).hasToString("{\"word\":\"rising\",\"percentAWeek\":12.3}");
    }

    @Test
    void namesATrend() {
        assertThat(Trend.of(OptionalDouble.of(Math.log(120 / 100.0))).word()).isEqualTo("rising");
        assertThat(Trend.of(OptionalDouble.of(Math.log(120 / 100.0))).percent())
                .isCloseTo(20, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(Trend.of(OptionalDouble.of(Math.log(103 / 100.0))).word()).isEqualTo("steady");
        assertThat(Trend.of(OptionalDouble.of(Math.log(50 / 100.0))).text()).isEqualTo("falling, -50 % a week");
        assertThat(Trend.NEW.word()).isEqualTo("new");
        assertThat(Trend.of(OptionalDouble.of(0)).text()).isEqualTo("steady, +0 % a week");
    }
}
