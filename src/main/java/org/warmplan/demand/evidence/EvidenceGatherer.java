package org.warmplan.demand.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.warmplan.demand.DemandPolicy;
import org.warmplan.demand.EvidenceKind;
import org.warmplan.demand.Reading;
import org.warmplan.demand.SharePolicy;
import org.warmplan.demand.Supply;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Traffic;
import org.warmplan.domain.Workload;

/** Turns observations into readings of demand: every kind of evidence, of every week of the window. */
public final class EvidenceGatherer {
    private static final Comparator<Reading> ORDER =
            Comparator.comparing(Reading::kind).thenComparing(Reading::weeksAgo);

    private final DemandPolicy policy;
    private final SharePolicy share;
    private final Supply supply;
    private final @Nullable Address self;
    private final Weeks weeks;

    /**
     * A gatherer for one instant.
     *
     * @param supply who offers what as of {@code at}
     * @param self the operator's own address, whose offers say nothing of what others ask for; null if unknown
     */
    public EvidenceGatherer(DemandPolicy policy, SharePolicy share, Supply supply, @Nullable Address self, Instant at) {
        this.policy = policy;
        this.share = share;
        this.supply = supply;
        this.self = self;
        this.weeks = Weeks.of(at, policy.window());
    }

    /** What {@code observations} tell; whatever was known later than the instant is not used. Odd counters become issues. */
    public GatheredEvidence gather(List<Observation> observations, DataIssues issues) {
        Seen seen = Seen.of(observations, weeks);
        Setting setting = new Setting(
                policy,
                weeks,
                seen,
                WeeklySupply.of(seen, weeks, supply, policy.supplyWindow()),
                new ShareOf(share),
                self,
                issues,
                new LeftOutTally());
        return new Gathering(setting, observations).gather();
    }

    /** One gathering while it goes on. */
    private static final class Gathering {
        private final Setting setting;
        private final CapacityDrift drift;
        private final OwnCounters ownCounters;
        private final OwnStreams ownStreams;
        private final TrafficRows liveRows;
        private final TrafficRows batchRows;
        private final LiveLooks looks;
        private final DailyEarnings earnings;
        private final SortedMap<Workload, List<Reading>> readings = new TreeMap<>();
        private final SortedMap<Workload, HourCounts> hours = new TreeMap<>();

        Gathering(Setting setting, List<Observation> observations) {
            Seen seen = setting.seen();
            this.setting = setting;
            TestJobs tests = TestJobs.of(seen.tests(), setting.weeks(), setting.policy());
            this.drift = new CapacityDrift(setting, tests);
            this.ownCounters = new OwnCounters(setting, tests);
            this.ownStreams = new OwnStreams(setting, observations);
            this.liveRows = TrafficRows.of(setting, rows(seen, true));
            TrafficRows rows = TrafficRows.of(setting, rows(seen, false));
            this.batchRows = rows.isEmpty() ? TrafficRows.of(setting, BatchJobs.asTraffic(seen.served())) : rows;
            DemandPolicy policy = setting.policy();
            this.looks = new LiveLooks(seen, policy.sampleSpacing(), policy.supplyWindow());
            this.earnings = DailyEarnings.of(seen.earnings(), setting.weeks());
        }

        private static List<Traffic> rows(Seen seen, boolean live) {
            return seen.traffic().stream()
                    .filter(row -> row.workload().pipeline().isLive() == live)
                    .toList();
        }

        GatheredEvidence gather() {
            NavigableSet<Workload> workloads = workloads();
            workloads.removeIf(this::leaveOut);
            List<Workload> live = workloads.stream()
                    .filter(workload -> workload.pipeline().isLive())
                    .toList();
            List<Workload> batch = workloads.stream()
                    .filter(workload -> !workload.pipeline().isLive())
                    .toList();
            batch.forEach(this::addBatch);
            addLive(live);
            new EarningsOfOthers(setting, earnings).find(workloads).forEach(this::add);
            workloads.forEach(
                    workload -> new Registrations(setting).find(workload).forEach(this::add));
            readings.replaceAll(this::ofAllDemand);
            readings.values().forEach(list -> list.sort(ORDER));
            new Gaps(setting).tell(readings.values(), !earnings.isEmpty());
            SortedMap<Workload, PriceTiers> tiers = new TreeMap<>();
            PriceTiers.of(setting, earnings, workloads).forEach(of -> tiers.put(of.workload(), of));
            return new GatheredEvidence(
                    readings, hours, profiles(), setting.leftOut().list(), tiers);
        }

        private List<Reading> ofAllDemand(Workload workload, List<Reading> of) {
            TrafficRows rows = workload.pipeline().isLive() ? liveRows : batchRows;
            Unserved unserved =
                    Unserved.of(rows.hourly(workload), rows, setting.weeks().count());
            return of.stream().map(unserved::demand).collect(Collectors.toCollection(ArrayList::new));
        }

        private NavigableSet<Workload> workloads() {
            NavigableSet<Workload> all = new TreeSet<>(setting.seen().offered());
            all.addAll(setting.supply().of(0).offers().keySet());
            all.addAll(ownCounters.workloads());
            all.addAll(ownStreams.workloads());
            all.addAll(liveRows.workloads());
            all.addAll(batchRows.workloads());
            setting.seen().loads().forEach(load -> all.add(load.workload()));
            return all;
        }

        /** Drops what stands for test traffic, and tells of its streams where no sessions tell. */
        private boolean leaveOut(Workload workload) {
            if (setting.isIgnored(workload) && workload.pipeline().isLive() && liveRows.isEmpty()) {
                double minutes = new LiveInUse(setting).minutes(looks.of(workload));
                setting.leftOut().addLive(LeftOut.Reason.IGNORED_MODEL, workload.id(), 0, minutes);
            }
            return setting.isIgnored(workload);
        }

        private void addBatch(Workload workload) {
            BatchJobs jobs = new BatchJobs(setting, batchRows);
            List<Reading> own = ownCounters.find(workload);
            HourTally steps = new HourTally();
            List<Reading> grown = drift.find(workload, own.isEmpty(), steps);
            own.forEach(this::add);
            jobs.find(workload).forEach(this::add);
            grown.forEach(this::add);
            if (grown.isEmpty()) {
                new CapacitySinceStart(setting).find(workload).forEach(this::add);
            }
            HourCounts counted = steps.counts(setting.evidence().profile().spikeLimit(), 1);
            addHours(workload, jobs.hours(workload).plus(counted));
        }

        /** Looks first by the hour only: what an hour's look stands for is known from the profiles of all. */
        private void addLive(List<Workload> live) {
            LiveInUse inUse = new LiveInUse(setting);
            LiveSessions sessions = new LiveSessions(setting, liveRows);
            SortedMap<Workload, List<LiveLook>> seen = new TreeMap<>();
            for (Workload workload : live) {
                seen.put(workload, looks.of(workload));
                addHours(workload, inUse.hours(seen.get(workload)).plus(sessions.hours(workload)));
            }
            ProfileEstimate profiles = profiles();
            seen.forEach((workload, of) -> {
                ownStreams.find(workload).forEach(this::add);
                sessions.find(workload).forEach(this::add);
                inUse.find(workload, of, profiles.of(workload)).forEach(this::add);
            });
        }

        private ProfileEstimate profiles() {
            return ProfileEstimate.of(hours, setting.evidence().profile().strength());
        }

        private void addHours(Workload workload, HourCounts counts) {
            if (counts.amount() > 0) {
                hours.put(workload, counts);
            }
        }

        private void add(Reading reading) {
            if (reading.kind() != EvidenceKind.REGISTRATIONS || reading.events() > 0) {
                readings.computeIfAbsent(reading.workload(), w -> new ArrayList<>())
                        .add(reading);
            }
        }
    }
}
