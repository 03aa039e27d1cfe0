package org.warmplan.demand.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.warmplan.demand.EvidenceKind;
import org.warmplan.demand.Rate;
import org.warmplan.demand.Reading;
import org.warmplan.domain.Workload;

final class LevelForecasterTest {
    private static final Workload IMAGES =
            Workload.find("text-to-image/stabilityai/sd-turbo").orElseThrow();

    private static final LevelForecaster FORECASTER = new LevelForecaster(ShippedForecast.POLICY);

    /** Weekly counts, oldest first, of a workload watched whole, as well known as {@code spread} says. */
    private static List<Reading> weeks(Workload workload, double spread, double... counts) {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            readings.add(new Reading(
                    EvidenceKind.CAPACITY_DRIFT, workload, counts.length - 1 - i, counts[i], 1, spread, ""));
        }
        return readings;
    }

    private static Outlook outlook(List<Reading> readings) {
        SortedMap<Workload, List<Reading>> all = new TreeMap<>();
        all.put(IMAGES, readings);
        return Objects.requireNonNull(FORECASTER.forecast(all).get(IMAGES));
    }

    private static Rate rate(Forecaster forecaster, SortedMap<Workload, List<Reading>> readings) {
        return Objects.requireNonNull(forecaster.forecast(readings).get(IMAGES)).rate();
    }

    private static double width(Rate rate) {
        return Math.log(rate.quantile(0.9) / rate.quantile(0.1));
    }

    @Test
    void staysWhereDemandIsSteady() {
        Rate rate =
                outlook(weeks(IMAGES, 0.05, 1000, 1050, 970, 1010, 1000, 990)).rate();

        assertThat(rate.quantile(0.5)).isCloseTo(1000, within(60.0));
        // How large its requests are is known to 0.4 of a logarithm at best: a range of 600 to 1670 before it moves at
        // all.
        assertThat(rate.quantile(0.1)).isBetween(420.0, 600.0);
        assertThat(rate.quantile(0.9)).isBetween(1670.0, 2200.0);
    }

    @Test
    void oneWeekAloneIsWide() {
        Rate once = outlook(weeks(IMAGES, 0.05, 1000)).rate();
        Rate often =
                outlook(weeks(IMAGES, 0.05, 1000, 1000, 1000, 1000, 1000, 1000)).rate();

        assertThat(width(once)).isGreaterThan(1.3 * width(often));
    }

    @Test
    void aStaleWeekWidensTheRange() {
        List<Reading> fresh = weeks(IMAGES, 0.05, 1000, 1100, 900, 1000);
        List<Reading> stale = fresh.stream()
                .map(r -> new Reading(r.kind(), IMAGES, r.weeksAgo() + 2, r.events(), 1, r.spread(), ""))
                .toList();

        assertThat(width(outlook(stale).rate()))
                .isGreaterThan(1.2 * width(outlook(fresh).rate()));
    }

    @Test
    void whatIsBadlyKnownEveryWeekStaysBadlyKnown() {
        double[] counts = {1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000};

        double badly = width(outlook(weeks(IMAGES, 0.8, counts)).rate());

        // What is wrong every week alike, and how large requests are, is left however many weeks there are.
        assertThat(badly).isGreaterThan(2.563 * Math.hypot(0.8 * Math.sqrt(0.6), 0.4));
        assertThat(badly)
                .isGreaterThan(1.5 * width(outlook(weeks(IMAGES, 0.05, counts)).rate()));
    }

    @Test
    void aDyingWorkloadDies() {
        Rate fading = outlook(weeks(IMAGES, 0.05, 1000, 600, 350, 200, 120, 70)).rate();
        Rate dead = outlook(weeks(IMAGES, 0.05, 1000, 1000, 0, 0, 0, 0)).rate();

        assertThat(fading.quantile(0.5)).isLessThan(80);
        assertThat(fading.quantile(0.1)).isLessThan(45);
        assertThat(dead.quantile(0.5)).isLessThan(1);
    }

    @Test
    void tellsWhereItGoes() {
        assertThat(outlook(weeks(IMAGES, 0.05, 100, 130, 170, 210, 280, 350))
                        .trend()
                        .orElseThrow())
                .isGreaterThan(0.05);
        assertThat(outlook(weeks(IMAGES, 0.05, 350, 280, 210, 170, 130, 100))
                        .trend()
                        .orElseThrow())
                .isLessThan(-0.05);
        assertThat(outlook(weeks(IMAGES, 0.05, 100, 100, 100, 100, 100, 100))
                        .trend()
                        .orElseThrow())
                .isCloseTo(0, within(0.03));
    }

    @Test
    void believesAThousandTimesLastWeek() {
        Rate rate = outlook(weeks(IMAGES, 0.05, 100, 100, 100, 100, 100_000)).rate();

        assertThat(rate.quantile(0.9)).isGreaterThan(50_000);
        assertThat(rate.quantile(0.1)).isPositive();
    }

    @Test
    void noEventsAtAllIsLittleButNotCertainlyNothing() {
        Rate rate = outlook(weeks(IMAGES, 0.05, 0, 0, 0)).rate();

        assertThat(rate.quantile(0.5)).isLessThan(1);
        assertThat(rate.quantile(0.99)).isPositive().isLessThan(1000);
    }

    @Test
    void aWorkloadHardlySeenBeginsFromItsPipelines() {
        SortedMap<Workload, List<Reading>> all = new TreeMap<>();
        for (String model : List.of("a", "b", "c", "d", "e", "f")) {
            Workload workload = Workload.find("text-to-image/" + model).orElseThrow();
            all.put(workload, weeks(workload, 0.05, 5000, 5200, 4900));
        }
        all.put(IMAGES, List.of(new Reading(EvidenceKind.REGISTRATIONS, IMAGES, 0, 0.5, 0.01, 2, "")));
        Rate rate = rate(FORECASTER, all);

        assertThat(rate.quantile(0.5)).isGreaterThan(200);
        assertThat(width(rate)).isGreaterThan(2);
    }

    @Test
    void learnsWhichPartAnObserverFollows() {
        SortedMap<Workload, List<Reading>> all = new TreeMap<>();
        for (String model : List.of("a", "b", "c", "d", "e", "f", "g", "h")) {
            Workload workload = Workload.find("text-to-image/" + model).orElseThrow();
            List<Reading> readings = new ArrayList<>(weeks(workload, 0.1, 1000, 1000, 1000));
            // Half is assumed to be seen, but a fifth is.
            readings.add(new Reading(EvidenceKind.BATCH_JOBS, workload, 0, 200, 0.5, 0.7, ""));
            all.put(workload, readings);
        }
        all.put(IMAGES, List.of(new Reading(EvidenceKind.BATCH_JOBS, IMAGES, 0, 2000, 0.5, 0.7, "")));
        Rate rate = rate(FORECASTER, all);

        assertThat(rate.quantile(0.5)).isBetween(6_000.0, 12_000.0);
    }

    @Test
    void rangesHoldOnDemandOfAnotherFamily() {
        // A level that doubles or halves at times, and weeks that scatter by a quarter: no movement of ours.
        SplittableRandom random = new SplittableRandom(7);
        SortedMap<Workload, List<Reading>> all = new TreeMap<>();
        SortedMap<Workload, Double> truth = new TreeMap<>();
        for (int i = 0; i < 150; i++) {
            Workload workload = Workload.find("text-to-image/model-" + i).orElseThrow();
            double level = Math.exp(3 + 5 * random.nextDouble());
            double[] counts = new double[10];
            for (int t = 0; t <= counts.length; t++) {
                double p = random.nextDouble();
                level *= p < 0.07 ? 2 : p < 0.14 ? 0.5 : 1;
                double count = Math.floor(level * (0.75 + 0.5 * random.nextDouble()));
                if (t < counts.length) {
                    counts[t] = count;
                } else {
                    truth.put(workload, count);
                }
            }
            all.put(workload, weeks(workload, 0.05, counts));
        }
        SortedMap<Workload, Outlook> outlooks = FORECASTER.forecast(all);
        long inside = truth.entrySet().stream()
                .filter(e -> {
                    Outlook outlook = outlooks.get(e.getKey());
                    Rate rate = outlook == null ? Rate.of(-0.0) : outlook.rate();
                    return rate.quantile(0.1) <= e.getValue() && e.getValue() <= rate.quantile(0.9);
                })
                .count();

        assertThat(inside).isBetween(105L, 138L);
    }

    @Test
    void rivalsTakeTheirRangeFromTheirOwnErrors() {
        SortedMap<Workload, List<Reading>> all = new TreeMap<>();
        all.put(IMAGES, weeks(IMAGES, 0.05, 100, 200, 100, 200, 100, 200, 100, 200, 100, 200, 100, 200));
        Rate rate = rate(new Rival(new Naive(1)), all);

        assertThat(rate.quantile(0.1)).isCloseTo(100, within(10.0));
        assertThat(rate.quantile(0.9)).isCloseTo(400, within(30.0));
        assertThat(Arrays.stream(rate.scenarios(5)).min().orElseThrow()).isNotNegative();
    }
}
