package org.warmplan.collect.leaderboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.warmplan.collect.answer.AskedUrl;
import org.warmplan.collect.answer.EachPart;
import org.warmplan.collect.answer.Payload;
import org.warmplan.collect.answer.RegionNames;
import org.warmplan.collect.answer.TestedPipelines;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.TestScore;

/** One snapshot of a leaderboard while it is read, answer by answer. */
final class LeaderboardReading {
    private final Snapshot snapshot;
    private final DataIssues issues = DataIssues.ofOneSnapshot();
    private final TestedPipelines tested = new TestedPipelines();
    private final Set<String> aiRegions = new TreeSet<>();
    private final AggregatedStats aggregated;
    private final RawStats raw;

    LeaderboardReading(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.aggregated = new AggregatedStats(snapshot.instant());
        this.raw = new RawStats(snapshot.instant());
    }

    Reading read() {
        EachPart.read(snapshot, issues, this::add);
        List<Observation> observations = new ArrayList<>(tested.workloads(snapshot.instant()));
        observations.addAll(aggregated.scores());
        observations.addAll(raw.runs());
        countUnlistedRegions();
        return new Reading(observations, issues.list());
    }

    private void add(Snapshot.Part part) {
        Payload answer = EachPart.object(snapshot.source(), part, issues);
        AskedUrl url = AskedUrl.of(part.url());
        Optional<LeaderboardEndpoint> endpoint = LeaderboardEndpoint.find(url, answer);
        if (endpoint.isEmpty()) {
            throw new InputException(
                    "%s is no answer of a leaderboard. Maybe another address was meant.".formatted(part.url()));
        }
        switch (endpoint.get()) {
            case PIPELINES -> tested.add(answer, part.url());
            case REGIONS -> addRegions(answer);
            case AGGREGATED -> aggregated.add(answer, url);
            case RAW -> raw.add(answer, url);
        }
    }

    private void addRegions(Payload answer) {
        for (Payload row : answer.objects("regions")) {
            if (row.text("type").equals("ai")) {
                RegionNames.find(row.text("id"), row.at("id")).ifPresent(aiRegions::add);
            }
        }
    }

    /** The list of regions lags behind the testers, so what it lacks is kept. */
    private void countUnlistedRegions() {
        if (aiRegions.isEmpty()) {
            return;
        }
        Set<String> used = new TreeSet<>();
        aggregated.scores().stream().map(TestScore::region).forEach(used::add);
        raw.runs().forEach(run -> used.add(run.region()));
        used.removeAll(aiRegions);
        used.forEach(region -> issues.add(new DataIssue(
                "regionUnlisted",
                snapshot.source(),
                "regions",
                region,
                "Tests come from a region that is not listed for AI; they were kept.")));
    }
}
