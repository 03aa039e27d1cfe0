package org.warmplan.value;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.warmplan.demand.Demand;
import org.warmplan.demand.Evidence;
import org.warmplan.demand.EvidenceKind;
import org.warmplan.demand.HourProfile;
import org.warmplan.demand.Rate;
import org.warmplan.demand.SharePolicy;
import org.warmplan.demand.Supply;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Offer;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.StakeSeen;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Warmth;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Catalogue;

/** How long it takes to value 60 workloads for 10 classes of cards, over 200 scenarios and the hours of a week. */
final class ValuationSpeed {
    private static final Instant AT = Instant.parse("2026-11-23T06:00:00Z");
    private static final Address SELF = new Address(String.format(Locale.ROOT, "0x%040x", 1));
    private static final int WORKLOADS = 60;
    private static final int CLASSES = 10;

    private static final CurrentState NOTHING_RUNS =
            new CurrentState(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    private final Random random = new Random(7);

    @Test
    @Tag("long")
    void isPrinted() {
        System.out.println(measure(6));
    }

    /** The seconds of each round, the first before anything is compiled. */
    String measure(int rounds) {
        SortedMap<Workload, Demand> demand = new TreeMap<>();
        List<Observation> seen = new ArrayList<>();
        for (int o = 1; o <= 30; o++) {
            seen.add(stake(o));
        }
        for (int w = 0; w < WORKLOADS; w++) {
            Pipeline pipeline = w % 5 == 0 ? Pipeline.LIVE_VIDEO_TO_VIDEO : Pipeline.TEXT_TO_IMAGE;
            Workload workload = new Workload(pipeline, "model-" + w);
            demand.put(workload, demand(workload));
            int rivals = random.nextInt(9);
            for (int k = 0; k < rivals; k++) {
                seen.add(offer(2 + (w * 7 + k * 3) % 29, workload));
            }
        }
        Supply supply = Supply.of(seen, AT, Duration.ofDays(8));
        Valuer valuer = new Valuer(new SharePolicy(0.8, 0.7, 0.3, 3, 900), supply, book(supply, demand.keySet()), SELF)
                .with(speeds());
        StringBuilder text = new StringBuilder("seconds to value " + WORKLOADS + " workloads:");
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            valuer.value(demand, List.of(), NOTHING_RUNS, own(), new DataIssues());
            text.append(String.format(Locale.ROOT, " %.2f", (System.nanoTime() - start) / 1e9));
        }
        return text.toString();
    }

    private static PriceBook book(Supply supply, Set<Workload> workloads) {
        PriceBook book = new PriceBook(
                new PricePolicy(false, new TreeMap<>(), 0.9, 2, 4),
                supply,
                SELF,
                Catalogue.read(Path.of("data", "catalogue")),
                BigDecimal.valueOf(3_000));
        workloads.forEach(workload -> book.addOwn(workload, UnitPrice.ofWei(4_000_000), "own", true));
        return book;
    }

    private static ValuePolicy speeds() {
        SortedMap<String, Double> speeds = new TreeMap<>();
        for (int c = 0; c < CLASSES; c++) {
            speeds.put("card " + c, 0.5 + 0.2 * c);
        }
        return new ValuePolicy(200, 0.2, 0.5, 1.05, speeds);
    }

    private static OwnCards own() {
        return new OwnCards(40, 4, new TreeSet<>(speeds().speeds().keySet()));
    }

    private Observation stake(int number) {
        return new StakeSeen(AT, address(number), BigDecimal.valueOf(Math.exp(10 + 1.5 * random.nextGaussian())), true);
    }

    private Offer offer(int number, Workload workload) {
        boolean live = workload.pipeline().isLive();
        return new Offer(
                AT,
                address(number),
                "https://node" + number,
                workload,
                Warmth.WARM,
                1 + random.nextInt(3),
                live ? 1 : 0,
                UnitPrice.ofWei(4_000_000),
                List.of(),
                "");
    }

    private static Address address(int number) {
        return new Address(String.format(Locale.ROOT, "0x%040x", number));
    }

    /** From hardly anything to a dozen containers busy, with days and nights. */
    private Demand demand(Workload workload) {
        double[] hours = new double[HourProfile.HOURS];
        for (int hour = 0; hour < hours.length; hour++) {
            hours[hour] = 1 + 0.8 * Math.sin(hour * Math.PI / 12);
        }
        double busy = Math.exp(Math.log(0.05) + random.nextDouble() * Math.log(200));
        double perRate = workload.pipeline().isLive() ? 1 : 6.0 / 604_800;
        return new Demand(
                workload,
                Rate.gamma(2, 2 * perRate / busy),
                HourProfile.of(hours),
                OptionalDouble.of(0),
                workload.pipeline().isLive() ? 604_800.0 * Pipeline.LIVE_UNITS_PER_SECOND : 589_824,
                perRate,
                List.of(new Evidence(EvidenceKind.REGISTRATIONS, 1, 1, "")));
    }
}
