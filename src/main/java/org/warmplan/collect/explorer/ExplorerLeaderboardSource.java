package org.warmplan.collect.explorer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import org.warmplan.collect.answer.EachPart;
import org.warmplan.collect.answer.TestedPipelines;
import org.warmplan.collect.ask.BaseUrl;
import org.warmplan.collect.ask.Source;
import org.warmplan.collect.ask.Visit;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Snapshot;
import org.warmplan.files.SafeUrl;

/**
 * Reads the explorer's {@code /leaderboard}: the page names the orchestrators, and the scores come from {@code /api/score}
 * beside it, which the browser would ask (livepeer/explorer {@code pages/leaderboard.tsx} and
 * {@code pages/api/score/index.tsx} at 79d3991). It passes on what a leaderboard service says; asking that is better.
 */
public final class ExplorerLeaderboardSource implements Source {
    public static final String KIND = "explorer-leaderboard";

    static final int MOST_WORKLOADS = 40;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String description() {
        return "How the job tester rates orchestrators, for transcoding and per workload, as the explorer shows it.";
    }

    /** The page first: an address that is no explorer is not asked for more. */
    @Override
    public void ask(Visit visit) {
        String site = site(visit.settings().url());
        Snapshot.Part page = visit.get(page(site));
        ExplorerReading.requireOrchestrators(
                page, NextPage.props(visit.settings().name(), page, new DataIssues()));
        BaseUrl api = BaseUrl.of(site, "api");
        List<TestedPipelines.Name> tested = new ArrayList<>();
        visit.find(api.at("pipelines")).ifPresent(part -> tested.addAll(tested(visit, part)));
        visit.find(api.at("score"));
        tested.stream().limit(MOST_WORKLOADS).forEach(name -> {
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("pipeline", name.pipeline());
            parameters.put("model", name.model());
            visit.find(api.at("score", parameters));
        });
        if (tested.size() > MOST_WORKLOADS) {
            visit.odd(new DataIssue(
                    "workloadsUnasked",
                    visit.settings().name(),
                    "",
                    String.valueOf(tested.size() - MOST_WORKLOADS),
                    "There are more workloads than are asked about; the last were left out."));
        }
    }

    /**
     * What is tested, ordered by workload; then a {@link org.warmplan.domain.TestScore} per orchestrator, workload and
     * region, in the order of the answers.
     *
     * @throws InputException when no answer beside the page can be read
     */
    @Override
    public Reading read(Snapshot snapshot) {
        return new ExplorerReading(snapshot).read();
    }

    /** Issues of this are found again when the snapshot is read. */
    private static List<TestedPipelines.Name> tested(Visit visit, Snapshot.Part part) {
        try {
            TestedPipelines tested = new TestedPipelines();
            tested.add(EachPart.object(visit.settings().name(), part, new DataIssues()), part.url());
            return tested.names();
        } catch (InputException e) {
            return List.of();
        }
    }

    /** The explorer's root, from its own address or that of its leaderboard. */
    private static String site(String url) {
        HttpUrl parsed = HttpUrl.parse(url);
        if (parsed == null) {
            throw new InputException("The source %s is no address that can be asked. Maybe a letter is wrong."
                    .formatted(SafeUrl.of(url)));
        }
        String root = parsed.encodedPath().replaceFirst("/+$", "").replaceFirst("/leaderboard$", "");
        return parsed.newBuilder()
                .encodedPath(root + "/")
                .fragment(null)
                .build()
                .toString();
    }

    private static String page(String site) {
        return HttpUrl.get(site)
                .newBuilder()
                .addPathSegment("leaderboard")
                .build()
                .toString();
    }
}
