package org.warmplan.demand.evidence;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmplan.demand.DemandPolicy;
import org.warmplan.demand.EvidenceKind;
import org.warmplan.demand.EvidencePolicy;
import org.warmplan.demand.Offers;
import org.warmplan.demand.Reading;
import org.warmplan.demand.SharePolicy;
import org.warmplan.demand.Supply;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.Earnings;
import org.warmplan.domain.Observation;
import org.warmplan.domain.OwnMetric;
import org.warmplan.domain.StakeSeen;
import org.warmplan.domain.Traffic;
import org.warmplan.domain.Workload;
import org.warmplan.files.Document;

/** Observations before an instant, under assumptions that tests can count with, and what is gathered from them. */
final class Scene {
    static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    static final Workload SDXL = Offers.SDXL;
    static final Workload LIVE = Offers.LIVE;
    static final Address SELF = Offers.SELF;
    static final SharePolicy SHARE = new SharePolicy(0.8, 0.7, 0.3);

    static final EvidencePolicy EVIDENCE = new EvidencePolicy(
            0.2,
            new EvidencePolicy.Sessions(0.5, 0.5, 20),
            new EvidencePolicy.BatchJobs(0.25, 0.8),
            new EvidencePolicy.LiveInUse(0.1, 3, 0.4),
            0.25,
            100,
            new EvidencePolicy.SinceStart(1.2, 6, 100),
            new EvidencePolicy.Earnings(0.7, 0.000001, 0.1),
            new EvidencePolicy.Registrations(2, 0.5, 0.005, 0.05, 0.0005),
            new EvidencePolicy.Profile(20, 4),
            Set.of("stress"));

    static final DemandPolicy POLICY = new DemandPolicy(
            Duration.ofDays(28),
            Duration.ofDays(8),
            Duration.ofMinutes(60),
            0.3,
            Set.of("noop"),
            EVIDENCE,
            DemandPolicy.of(Document.ofYaml(Path.of("solver-config", "policy.yaml"), "The policy")
                            .fields()
                            .object("demand"))
                    .jobs());

    final DataIssues issues = new DataIssues();
    private final List<Observation> observations = new ArrayList<>();
    private @Nullable Address self = SELF;

    static Instant ago(double hours) {
        return NOW.minus(Duration.ofSeconds(Math.round(hours * 3_600)));
    }

    static Instant daysAgo(double days) {
        return ago(24 * days);
    }

    Scene seen(Observation... some) {
        observations.addAll(Arrays.asList(some));
        return this;
    }

    /** The same offers at each of some instants. */
    Scene warmAt(int orchestrator, Workload workload, long capacity, long inUse, Instant... instants) {
        for (Instant at : instants) {
            observations.add(Offers.warm(at, orchestrator, workload, capacity, inUse));
        }
        return this;
    }

    Scene stake(int orchestrator, long lpt) {
        return seen(new StakeSeen(daysAgo(1), Offers.address(orchestrator), BigDecimal.valueOf(lpt), true));
    }

    Scene withoutSelf() {
        self = null;
        return this;
    }

    GatheredEvidence gather() {
        Supply supply = Supply.of(observations, NOW, POLICY.supplyWindow());
        return new EvidenceGatherer(POLICY, SHARE, supply, self, NOW).gather(observations, issues);
    }

    List<Reading> readings(Workload workload, EvidenceKind kind) {
        return readings(workload).stream()
                .filter(reading -> reading.kind() == kind)
                .toList();
    }

    List<Reading> readings(Workload workload) {
        return gather().readings().getOrDefault(workload, List.of());
    }

    HourCounts hours(Workload workload) {
        return gather().hours().getOrDefault(workload, HourCounts.NONE);
    }

    PriceTiers tiers(Workload workload) {
        return Optional.ofNullable(gather().priceTiers().get(workload)).orElseThrow();
    }

    Reading one(Workload workload, EvidenceKind kind) {
        List<Reading> readings = readings(workload, kind);
        if (readings.size() != 1) {
            throw new AssertionError("There is not one reading but " + readings);
        }
        return readings.get(0);
    }

    List<String> issueKinds() {
        return issues.counted().stream().map(counted -> counted.first().kind()).toList();
    }

    static double rate(Reading reading) {
        return reading.events() / reading.exposure();
    }

    static OwnMetric requests(Instant at, Workload workload, double value) {
        return new OwnMetric(at, "n1", OwnMetric.Name.REQUESTS, workload, "", value);
    }

    /** A page of the own node that tells of nothing in particular. */
    static OwnMetric page(Instant at) {
        return new OwnMetric(at, "n1", OwnMetric.Name.GPUS_IDLE, null, "", 1);
    }

    static Traffic hour(
            Instant seenAt,
            Instant from,
            String gateway,
            Workload workload,
            long requested,
            long unmet,
            double minutes) {
        return new Traffic(
                seenAt,
                from,
                from.plus(Duration.ofHours(1)),
                "daydream",
                gateway,
                workload,
                requested,
                requested - unmet,
                unmet,
                minutes);
    }

    static Traffic total(Instant seenAt, int days, Workload workload, long sessions, double minutes) {
        return new Traffic(
                seenAt, seenAt.minus(Duration.ofDays(days)), seenAt, "", "", workload, sessions, 0, 0, minutes);
    }

    static Earnings earned(Instant from, Instant to, int orchestrator, double eth) {
        return new Earnings(
                to, Offers.address(orchestrator), from, to, Earnings.Jobs.AI, BigDecimal.valueOf(eth), null);
    }
}
