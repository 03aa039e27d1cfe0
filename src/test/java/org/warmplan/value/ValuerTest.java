package org.warmplan.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.warmplan.demand.Demand;
import org.warmplan.demand.Evidence;
import org.warmplan.demand.EvidenceKind;
import org.warmplan.demand.HourProfile;
import org.warmplan.demand.Rate;
import org.warmplan.demand.SharePolicy;
import org.warmplan.demand.Supply;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Offer;
import org.warmplan.domain.StakeSeen;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Warmth;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Catalogue;

final class ValuerTest {
    private static final Instant AT = Instant.parse("2026-11-23T06:00:00Z");
    private static final Catalogue CATALOGUE = Catalogue.read(Path.of("data", "catalogue"));
    private static final Workload SDXL =
            Workload.find("text-to-image/ByteDance/SDXL-Lightning").orElseThrow();
    private static final Workload SPEECH =
            Workload.find("text-to-speech/parler-tts/parler-tts-large-v1").orElseThrow();
    private static final CurrentState NOTHING = new CurrentState(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    private static final Address SELF = address(1);

    private final DataIssues issues = new DataIssues();

    private static Address address(int number) {
        return new Address("0x" + "%040x".formatted(number));
    }

    private static Observation stake(int who, long lpt) {
        return new StakeSeen(AT, address(who), BigDecimal.valueOf(lpt), true);
    }

    private static Observation offer(int who, Warmth warmth, int capacity) {
        return new Offer(
                AT,
                address(who),
                "https://node" + who,
                SDXL,
                warmth,
                capacity,
                0,
                UnitPrice.ofWei(1_000),
                List.of(),
                "");
    }

    private ValuedWorkload value(SharePolicy share, OwnCards own, Workload workload, Observation... seen) {
        Supply supply = Supply.of(Arrays.asList(seen), AT, Duration.ofDays(8));
        PriceBook book = new PriceBook(
                new PricePolicy(false, new TreeMap<>(), 1, 2, 4), supply, SELF, CATALOGUE, BigDecimal.valueOf(3_000));
        book.addOwn(workload, UnitPrice.ofWei(1_000), "own", true);
        Demand demand = new Demand(
                workload,
                Rate.gamma(2, 2 / 20_000.0),
                HourProfile.FLAT,
                OptionalDouble.of(0),
                589_824,
                6 / 604_800.0,
                List.of(new Evidence(EvidenceKind.REGISTRATIONS, 1, 1, "")));
        SortedMap<Workload, Demand> asked = new TreeMap<>(Map.of(workload, demand));
        return new Valuer(share, supply, book, SELF)
                .value(asked, List.of(), NOTHING, own, issues)
                .values()
                .iterator()
                .next();
    }

    private ValuedWorkload value(Observation... seen) {
        return value(new SharePolicy(1, 0.7, 0.3), OwnCards.of(3), SDXL, seen);
    }

    private List<String> kinds() {
        return issues.list().stream().map(DataIssue::kind).toList();
    }

    @Test
    void givesAColdEntrySomethingOnlyWhileNobodyHasItWarm() {
        Curve alone = value(stake(1, 100)).curve();
        Curve shared =
                value(stake(1, 100), stake(2, 100), offer(2, Warmth.COLD, 1)).curve();
        Curve beside =
                value(stake(1, 100), stake(2, 100), offer(2, Warmth.WARM, 1)).curve();

        assertThat(alone.cold().requests()).isBetween(19_900.0, 20_100.0);
        assertThat(shared.cold().gwei())
                .isBetween(0.49 * alone.cold().gwei(), 0.51 * alone.cold().gwei());
        assertThat(beside.cold()).isEqualTo(Curve.ColdDemand.NONE);
    }

    @Test
    void isWorthLessTheMoreStakeRivalsHave() {
        List<Long> first = new ArrayList<>();
        for (long rival : new long[] {10, 100, 1_000}) {
            first.add(value(stake(1, 100), stake(2, rival), offer(2, Warmth.WARM, 4))
                    .curve()
                    .marginal()
                    .get(0));
        }

        assertThat(first.get(0)).isGreaterThan(first.get(1));
        assertThat(first.get(1)).isGreaterThan(first.get(2));
    }

    @Test
    void spansARangeWhenItsOwnStakeIsUnknown() {
        Curve known =
                value(stake(1, 100), stake(2, 100), offer(2, Warmth.WARM, 4)).curve();
        Curve unknown = value(stake(2, 100), offer(2, Warmth.WARM, 4)).curve();

        assertThat(unknown.low()).isLessThan(known.low());
        assertThat(unknown.marginal().get(0)).isLessThan(known.marginal().get(0));
    }

    @Test
    void dependsOnTheMixOfGateways() {
        Observation[] rich = {stake(1, 10), stake(2, 10_000), offer(2, Warmth.WARM, 4)};
        long onChain = value(new SharePolicy(1, 0.7, 0.3), OwnCards.of(1), SDXL, rich)
                .curve()
                .marginal()
                .get(0);
        long offChain = value(new SharePolicy(1, 0.7, 0.3).withOnChain(0), OwnCards.of(1), SDXL, rich)
                .curve()
                .marginal()
                .get(0);

        assertThat(offChain).isGreaterThan(onChain * 3 / 2);
    }

    @Test
    void saysWhenNothingTellsHowFastCardsAre() {
        OwnCards two = new OwnCards(2, 1, new TreeSet<>(List.of("NVIDIA A", "NVIDIA B")));
        OwnCards one = new OwnCards(2, 1, new TreeSet<>(List.of("NVIDIA A")));

        value(new SharePolicy(1, 0.7, 0.3), one, SDXL);
        assertThat(kinds()).isEmpty();
        assertThat(value(new SharePolicy(1, 0.7, 0.3), two, SDXL).curve().units())
                .containsEntry("NVIDIA A", 10)
                .containsEntry("NVIDIA B", 10);
        assertThat(kinds()).containsExactly("speedUnknown", "speedUnknown");
    }

    @Test
    void plansTextToSpeechAtNothing() {
        assertThat(value(new SharePolicy(1, 0.7, 0.3), OwnCards.of(1), SPEECH).curve())
                .isEqualTo(Curve.NOTHING);
        assertThat(kinds()).containsExactly("textToSpeechUnit");
    }

    @Test
    void saysTheSameEveryTime() {
        Observation[] seen = {stake(2, 100), stake(3, 7), offer(2, Warmth.WARM, 4), offer(3, Warmth.WARM, 1)};

        assertThat(value(seen)).isEqualTo(value(seen));
    }
}
