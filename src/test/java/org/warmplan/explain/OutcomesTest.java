package org.warmplan.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.warmplan.demand.OwnActuals;
import org.warmplan.domain.Address;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Offer;
import org.warmplan.domain.OwnMetric;
import org.warmplan.domain.OwnMetric.Name;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Warmth;
import org.warmplan.domain.Workload;
import org.warmplan.explain.Forecast.Own;
import org.warmplan.explain.Forecast.Range;
import org.warmplan.explain.ForecastCheck.Bias;
import org.warmplan.explain.ForecastCheck.Compared;
import org.warmplan.explain.ForecastCheck.Measure;
import org.warmplan.explain.ForecastCheck.Row;
import org.warmplan.value.CalibrationPolicy;

final class OutcomesTest {
    private static final Instant AT = Instant.parse("2026-11-23T06:00:00Z");
    private static final CalibrationPolicy POLICY = new CalibrationPolicy(4, 0.2, 5, 8, 0.5);
    private static final Address SELF = new Address("0x" + "1".repeat(40));
    private static final Workload IMAGE = Workload.find("text-to-image/a/b").orElseThrow();
    private static final Workload OTHER = Workload.find("text-to-image/c/d").orElseThrow();

    private final List<Observation> observations = new ArrayList<>();

    /** 1000 units a job, 100 jobs a week expected, at 2 gwei a unit. */
    private static Own own(Workload workload, double calibration) {
        return new Own(
                workload,
                1,
                new Range(50_000, 100_000, 150_000),
                new Range(100_000, 200_000, 300_000),
                1000,
                calibration);
    }

    private static Forecast forecast(int daysAgo, Own... own) {
        return new Forecast(AT.minus(Duration.ofDays(daysAgo)), List.of(), List.of(own));
    }

    private void count(int daysAgo, Name name, @Nullable Workload workload, double value) {
        observations.add(new OwnMetric(AT.minus(Duration.ofDays(daysAgo)), "n", name, workload, "", value));
    }

    private Outcomes outcomes(Forecast... kept) {
        return Outcomes.of(new KeptForecasts(List.of(kept)), new OwnActuals(observations, SELF), AT, POLICY);
    }

    private static Compared compared(Outcomes outcomes) {
        return Objects.requireNonNull(outcomes.check().compared());
    }

    @Test
    void holdsLastWeekAgainstTheCounters() {
        count(7, Name.REQUESTS, IMAGE, 10);
        count(0, Name.REQUESTS, IMAGE, 60);
        count(7, Name.TICKET_VALUE, null, 5);
        count(0, Name.TICKET_VALUE, null, 250_005);
        Outcomes outcomes = outcomes(forecast(7, own(IMAGE, 1), own(OTHER, 1)));
        Compared compared = compared(outcomes);

        assertThat(compared.rows())
                .containsExactly(
                        new Row(IMAGE, Measure.UNITS, new Range(50_000, 100_000, 150_000), 50_000L, true),
                        new Row(OTHER, Measure.UNITS, new Range(50_000, 100_000, 150_000), 0L, true),
                        new Row(null, Measure.GWEI, new Range(200_000, 400_000, 600_000), 250_000L, true));
        assertThat(compared.rows().stream().map(row -> row.inside().orElseThrow()))
                .containsExactly(true, false, true);
        assertThat(compared.watched()).isEqualTo(1);
        assertThat(outcomes.check().note()).isEmpty();
        assertThat(outcomes.check().bias()).containsExactly(new Bias(Pipeline.TEXT_TO_IMAGE, 1, 400_000, 100_000));
        assertThat(outcomes.outcomes()).hasSize(2);
        assertThat(outcomes.outcomes().get(0).actual()).isCloseTo(100_000, within(1e-6));
    }

    @Test
    void takesTicketsWhereTheyAreToldByWorkload() {
        count(7, Name.TICKET_VALUE, IMAGE, 0);
        count(0, Name.TICKET_VALUE, IMAGE, 90_000);
        Outcomes outcomes = outcomes(forecast(7, own(IMAGE, 1)));

        assertThat(outcomes.check().bias()).containsExactly(new Bias(Pipeline.TEXT_TO_IMAGE, 1, 200_000, 90_000));
        assertThat(compared(outcomes).rows().get(1))
                .isEqualTo(new Row(IMAGE, Measure.GWEI, new Range(100_000, 200_000, 300_000), 90_000L, true));
    }

    @Test
    void calibratesOnWhatWasEstimatedBeforeCalibration() {
        count(7, Name.REQUESTS, IMAGE, 0);
        count(0, Name.REQUESTS, IMAGE, 100);
        Outcomes outcomes = outcomes(forecast(7, own(IMAGE, 0.5)));

        assertThat(outcomes.outcomes().get(0).expected()).isEqualTo(400_000);
        assertThat(outcomes.outcomes().get(0).actual()).isCloseTo(200_000, within(1e-6));
        assertThat(outcomes.check().bias().get(0).ratio()).isEqualTo(1);
    }

    @Test
    void addsUpTheBiasOfAllWeeks() {
        count(14, Name.REQUESTS, IMAGE, 0);
        count(7, Name.REQUESTS, IMAGE, 200);
        count(0, Name.REQUESTS, IMAGE, 300);
        Outcomes outcomes = outcomes(forecast(7, own(IMAGE, 1)), forecast(14, own(IMAGE, 1)));

        assertThat(outcomes.check().bias()).containsExactly(new Bias(Pipeline.TEXT_TO_IMAGE, 2, 400_000, 600_000));
        assertThat(outcomes.outcomes()).extracting(outcome -> outcome.week()).containsExactly(0, 1);
    }

    @Test
    void leavesOutWhatWasNeverSeenWarm() {
        count(7, Name.REQUESTS, IMAGE, 0);
        count(0, Name.REQUESTS, IMAGE, 0);
        observations.add(new Offer(
                AT.minus(Duration.ofDays(1)), SELF, "https://me", OTHER, Warmth.WARM, 1, 0, null, List.of(), ""));
        Outcomes outcomes = outcomes(forecast(7, own(IMAGE, 1)));

        assertThat(compared(outcomes).rows().get(0).ran()).isFalse();
        assertThat(compared(outcomes).rows().get(0).inside()).isEmpty();
        assertThat(outcomes.check().bias()).isEmpty();
        assertThat(outcomes.outcomes()).isEmpty();
    }

    @Test
    void leavesOutAWeekThatWasHardlyWatched() {
        count(3, Name.REQUESTS, IMAGE, 0);
        count(0, Name.REQUESTS, IMAGE, 0);
        Outcomes outcomes = outcomes(forecast(7, own(IMAGE, 1)));

        assertThat(outcomes.check().compared()).isNull();
        assertThat(outcomes.check().note())
                .isEqualTo("Your node's counters were watched for 43 % of that week, too little to compare. Maybe let"
                        + " collect run every hour.");
        assertThat(outcomes.outcomes()).isEmpty();
    }

    @Test
    void bearsAnyNumbersOfAKeptFile() {
        Range most = new Range(0, Long.MAX_VALUE, Long.MAX_VALUE);
        count(7, Name.TICKET_VALUE, null, 0);
        count(0, Name.TICKET_VALUE, null, 1);
        Outcomes outcomes = outcomes(
                forecast(7, new Own(IMAGE, 1, most, most, 1e24, 1e-9), new Own(OTHER, 1, most, most, 1e24, 1e-9)));

        assertThat(compared(outcomes).rows().get(2).forecast()).isEqualTo(most);
        assertThat(outcomes.outcomes())
                .allSatisfy(outcome -> assertThat(outcome.actual()).isZero());
    }

    @Test
    void saysInOneSentenceWhyNothingIsCompared() {
        assertThat(outcomes().check().note()).startsWith("No plan of an earlier week is kept");
        assertThat(outcomes(forecast(7, own(IMAGE, 1))).check().note())
                .startsWith("No metrics of your own node are filed");
        count(7, Name.REQUESTS, IMAGE, 0);
        count(0, Name.REQUESTS, IMAGE, 0);
        assertThat(outcomes(forecast(7)).check().note()).startsWith("The plan of that week kept nothing warm");
    }
}
