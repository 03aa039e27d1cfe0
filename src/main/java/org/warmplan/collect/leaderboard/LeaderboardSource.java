package org.warmplan.collect.leaderboard;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.warmplan.collect.answer.AskedUrl;
import org.warmplan.collect.answer.EachPart;
import org.warmplan.collect.answer.TestedPipelines;
import org.warmplan.collect.ask.BaseUrl;
import org.warmplan.collect.ask.Source;
import org.warmplan.collect.ask.Visit;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Snapshot;

/**
 * Reads the job tester's leaderboard: what it tests, how it rates orchestrators, and its single tests of the last week. Test
 * traffic only, so a mark of quality and neither demand nor income. Endpoints and fields from leaderboard-serverless
 * {@code main.go:14-20}, {@code common/params.go:14-109} and {@code models/stats.go} at 1150eb5.
 */
public final class LeaderboardSource implements Source {
    public static final String KIND = "leaderboard";

    static final int MOST_WORKLOADS = 100;
    static final int MOST_ORCHESTRATORS = 60;

    private static final Duration WEEK = Duration.ofDays(7);

    /** Testers post what they saw with a delay. */
    private static final Duration OVERLAP = Duration.ofHours(6);

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String description() {
        return "What the job tester tests, how it rates orchestrators per workload and region, and its single tests.";
    }

    /** Without {@code since} the service answers for the last 24 hours only. */
    @Override
    public void ask(Visit visit) {
        BaseUrl api = BaseUrl.of(visit.settings().url(), "api");
        String week = seconds(visit.at().minus(WEEK));
        Snapshot.Part pipelines = visit.get(api.at(LeaderboardEndpoint.PIPELINES.path(), Map.of("since", week)));
        List<TestedPipelines.Name> tested = tested(visit, pipelines);
        visit.find(api.at(LeaderboardEndpoint.REGIONS.path()));
        askTests(visit, api, askScores(visit, api, tested, week));
    }

    /** Asks about each workload, and returns who is rated. */
    private static Set<Address> askScores(Visit visit, BaseUrl api, List<TestedPipelines.Name> tested, String since) {
        Set<Address> orchestrators = new TreeSet<>();
        tested.stream().limit(MOST_WORKLOADS).forEach(name -> {
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("pipeline", name.pipeline());
            parameters.put("model", name.model());
            parameters.put("since", since);
            visit.find(api.at(LeaderboardEndpoint.AGGREGATED.path(), parameters))
                    .ifPresent(part -> orchestrators.addAll(rated(visit, part)));
        });
        countUnasked(visit, tested.size() - MOST_WORKLOADS, "workloadsUnasked", "workloads");
        return orchestrators;
    }

    /** Asks for the tests of each orchestrator. The job type is undocumented; without it only transcoding is told. */
    private static void askTests(Visit visit, BaseUrl api, Set<Address> orchestrators) {
        ofThisHour(List.copyOf(orchestrators), visit.at()).forEach(orchestrator -> {
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("orchestrator", orchestrator.value());
            parameters.put("job_type", "ai");
            parameters.put("since", seconds(visit.since(OVERLAP, WEEK, url -> asksForTestsOf(orchestrator, url))));
            visit.find(api.at(LeaderboardEndpoint.RAW.path(), parameters));
        });
        countUnasked(visit, orchestrators.size() - MOST_ORCHESTRATORS, "orchestratorsUnasked", "orchestrators");
    }

    /** As many as are asked about, another part of them every hour, so that all have their turn. */
    private static List<Address> ofThisHour(List<Address> all, Instant at) {
        if (all.size() <= MOST_ORCHESTRATORS) {
            return all;
        }
        long hour = at.getEpochSecond() / Duration.ofHours(1).toSeconds();
        int first = (int) (hour * MOST_ORCHESTRATORS % all.size());
        return IntStream.range(0, MOST_ORCHESTRATORS)
                .mapToObj(i -> all.get((first + i) % all.size()))
                .toList();
    }

    private static boolean asksForTestsOf(Address orchestrator, String url) {
        AskedUrl asked = AskedUrl.of(url);
        return asked.isAt("api/" + LeaderboardEndpoint.RAW.path())
                && asked.findParameter("orchestrator").equals(Optional.of(orchestrator.value()));
    }

    /**
     * What is tested, ordered by workload; then a {@link org.warmplan.domain.TestScore} per orchestrator, workload and
     * region, and a {@link org.warmplan.domain.TestRun} per test, both in the order of the answers.
     *
     * @throws InputException when no part can be read
     */
    @Override
    public Reading read(Snapshot snapshot) {
        return new LeaderboardReading(snapshot).read();
    }

    /** Issues of this are found again when the snapshot is read. */
    private static List<TestedPipelines.Name> tested(Visit visit, Snapshot.Part part) {
        TestedPipelines tested = new TestedPipelines();
        tested.add(EachPart.object(visit.settings().name(), part, new DataIssues()), part.url());
        return tested.names();
    }

    private static Set<Address> rated(Visit visit, Snapshot.Part part) {
        try {
            return AggregatedStats.orchestrators(
                    EachPart.object(visit.settings().name(), part, new DataIssues()));
        } catch (InputException e) {
            // Told when the snapshot is read.
            return Set.of();
        }
    }

    private static void countUnasked(Visit visit, int unasked, String kind, String what) {
        if (unasked > 0) {
            visit.odd(new DataIssue(
                    kind,
                    visit.settings().name(),
                    "",
                    String.valueOf(unasked),
                    "There are more " + what + " than are asked about at a time; the others were left out."));
        }
    }

    private static String seconds(Instant instant) {
        return String.valueOf(instant.truncatedTo(ChronoUnit.HOURS).getEpochSecond());
    }
}
