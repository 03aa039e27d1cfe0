package org.warmplan.demand;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.warmplan.files.Fields;

/**
 * How far each kind of evidence is believed: the section {@code demand.evidence} of policy.yaml, where each figure is
 * explained. A {@code spread} is the standard deviation of the logarithm of what counting more would not cure.
 *
 * @param loadTestGateways names of organisations and gateways whose traffic is no demand, in lower case
 */
public record EvidencePolicy(
        double ownCountersSpread,
        Sessions sessions,
        BatchJobs batchJobs,
        LiveInUse liveInUse,
        double driftSpread,
        double mostTestsPerWeek,
        SinceStart sinceStart,
        Earnings earnings,
        Registrations registrations,
        Profile profile,
        Set<String> loadTestGateways) {
    private static final BigDecimal ZERO = BigDecimal.ZERO;
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal MOST_SPREAD = BigDecimal.valueOf(5);
    private static final BigDecimal TINY = new BigDecimal("0.000001");
    private static final BigDecimal MANY = BigDecimal.valueOf(1_000_000);

    /** Live sessions by an observer of some gateways: the part of demand they carry, and minutes when none are told. */
    public record Sessions(double coverage, double spread, double minutes) {}

    /** Batch jobs by an observer of some gateways. */
    public record BatchJobs(double coverage, double spread) {}

    /** Containers seen busy: hours over which looks see the same streams, and how unlike the hours of a day are. */
    public record LiveInUse(double spread, double correlationHours, double hourSpread) {}

    /** How a capacity counter seen once is read. */
    public record SinceStart(double spread, double weeks, long least) {}

    /** What others earned: how far it is believed, and how hard the estimate is drawn towards nothing. */
    public record Earnings(double spread, double ridge, double tierWidth) {}

    /** How far a warm or cold offer alone tells of demand. */
    public record Registrations(
            double spread, double weight, double utilisation, double liveUtilisation, double coldUtilisation) {}

    /** How much it takes to move an hour's factor, and for how much one hour of one week counts at most. */
    public record Profile(double strength, double spikeLimit) {}

    public EvidencePolicy {
        loadTestGateways = Set.copyOf(loadTestGateways);
    }

    static EvidencePolicy of(Fields evidence) {
        EvidencePolicy policy = new EvidencePolicy(
                ofOneSpread(evidence.object("ownCounters")),
                sessions(evidence.object("sessions")),
                batchJobs(evidence.object("batchJobs")),
                liveInUse(evidence.object("liveInUse")),
                ofOneSpread(evidence.object("capacityDrift")),
                evidence.number("mostTestsPerWeek", ZERO, MANY).doubleValue(),
                sinceStart(evidence.object("capacitySinceStart")),
                earnings(evidence.object("earnings")),
                registrations(evidence.object("registrations")),
                profile(evidence.object("profile")),
                lowerCase(evidence.texts("loadTestGateways")));
        evidence.end();
        return policy;
    }

    private static double ofOneSpread(Fields kind) {
        double spread = spread(kind, ZERO);
        kind.end();
        return spread;
    }

    private static Sessions sessions(Fields kind) {
        Sessions sessions = new Sessions(
                kind.number("coverage", new BigDecimal("0.01"), ONE).doubleValue(),
                spread(kind, ZERO),
                kind.number("minutes", ONE, BigDecimal.valueOf(10_080)).doubleValue());
        kind.end();
        return sessions;
    }

    private static BatchJobs batchJobs(Fields kind) {
        BatchJobs jobs = new BatchJobs(
                kind.number("coverage", new BigDecimal("0.01"), ONE).doubleValue(), spread(kind, ZERO));
        kind.end();
        return jobs;
    }

    private static LiveInUse liveInUse(Fields kind) {
        LiveInUse live = new LiveInUse(
                spread(kind, ZERO),
                kind.number("correlationHours", new BigDecimal("0.1"), BigDecimal.valueOf(168))
                        .doubleValue(),
                kind.number("hourSpread", ZERO, MOST_SPREAD).doubleValue());
        kind.end();
        return live;
    }

    private static SinceStart sinceStart(Fields kind) {
        SinceStart start = new SinceStart(
                spread(kind, ONE),
                kind.number("weeks", TINY, MANY).doubleValue(),
                kind.integer("least", 1, 1_000_000_000));
        kind.end();
        return start;
    }

    private static Earnings earnings(Fields kind) {
        Earnings earnings = new Earnings(
                spread(kind, ZERO),
                kind.number("ridge", TINY, ONE).doubleValue(),
                kind.number("tierWidth", ZERO, ONE).doubleValue());
        kind.end();
        return earnings;
    }

    private static Registrations registrations(Fields kind) {
        Registrations registrations = new Registrations(
                spread(kind, new BigDecimal("1.5")),
                kind.number("weight", TINY, MANY).doubleValue(),
                kind.number("utilisation", TINY, ONE).doubleValue(),
                kind.number("liveUtilisation", TINY, ONE).doubleValue(),
                kind.number("coldUtilisation", TINY, ONE).doubleValue());
        kind.end();
        return registrations;
    }

    private static Profile profile(Fields section) {
        Profile profile = new Profile(
                section.number("strength", new BigDecimal("0.1"), BigDecimal.valueOf(1_000))
                        .doubleValue(),
                section.number("spikeLimit", ONE, BigDecimal.valueOf(1_000)).doubleValue());
        section.end();
        return profile;
    }

    private static Set<String> lowerCase(List<String> names) {
        Set<String> lower = new TreeSet<>();
        names.forEach(name -> lower.add(name.strip().toLowerCase(Locale.ROOT)));
        return lower;
    }

    private static double spread(Fields kind, BigDecimal least) {
        return kind.number("spread", least, MOST_SPREAD).doubleValue();
    }

    /** The same, with other gateways known as load testers. */
    EvidencePolicy withLoadTestGateways(Set<String> names) {
        return new EvidencePolicy(
                ownCountersSpread,
                sessions,
                batchJobs,
                liveInUse,
                driftSpread,
                mostTestsPerWeek,
                sinceStart,
                earnings,
                registrations,
                profile,
                names);
    }
}
