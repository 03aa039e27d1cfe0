package org.warmplan.collect.explorer;

import java.util.ArrayList;
import java.util.List;
import org.warmplan.collect.answer.AskedUrl;
import org.warmplan.collect.answer.EachPart;
import org.warmplan.collect.answer.PartText;
import org.warmplan.collect.answer.Payload;
import org.warmplan.collect.answer.TestedPipelines;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Snapshot;

/** One snapshot of the explorer's leaderboard while it is read, answer by answer. */
final class ExplorerReading {
    private final Snapshot snapshot;
    private final DataIssues issues = DataIssues.ofOneSnapshot();
    private final TestedPipelines tested = new TestedPipelines();
    private final ExplorerScores scores;
    private boolean answered;

    ExplorerReading(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.scores = new ExplorerScores(snapshot.instant());
    }

    Reading read() {
        EachPart.read(snapshot, issues, this::add);
        if (!answered) {
            throw new InputException(
                    "%s came without any answer about scores. Maybe what the explorer asks is down; collect again later."
                            .formatted(snapshot.parts().get(0).url()));
        }
        List<Observation> observations = new ArrayList<>(tested.workloads(snapshot.instant()));
        observations.addAll(scores.scores());
        return new Reading(observations, issues.list());
    }

    /**
     * Requires the page to name orchestrators.
     *
     * @throws InputException when it has no list of them: it failed to load, or is another page
     */
    static void requireOrchestrators(Snapshot.Part page, Payload props) {
        if (props.flag("hadError") || !props.at("orchestratorIds").isArray()) {
            throw NextPage.noOrchestrators(page, props, "orchestratorIds");
        }
    }

    private void add(Snapshot.Part part) {
        AskedUrl url = AskedUrl.of(part.url());
        if (!url.isAt("api/score") && !url.isAt("api/pipelines") && NextPage.isHtml(PartText.of(part))) {
            addPage(part, NextPage.props(snapshot.source(), part, issues));
            return;
        }
        Payload answer = EachPart.object(snapshot.source(), part, issues);
        if (answer.at("props").isObject() || answer.at("pageProps").isObject()) {
            addPage(part, NextPage.props(snapshot.source(), part, issues));
        } else if (url.isAt("api/pipelines") || answer.has("pipelines")) {
            tested.add(answer, part.url());
            answered = true;
        } else {
            addScores(part, answer, url);
            answered = true;
        }
    }

    /** Nothing is kept of the page: who is rated is an orchestrator, whether it was on the page or joined since. */
    private static void addPage(Snapshot.Part part, Payload props) {
        requireOrchestrators(part, props);
        boolean named = false;
        for (Payload row : props.objects("orchestratorIds")) {
            boolean sound = Address.find(row.plain("id")).isPresent();
            named |= sound;
            if (!sound) {
                row.at("id").odd("addressInvalid", "An orchestrator without a sound address was left out.");
            }
        }
        if (!named) {
            throw new InputException(
                    "%s names no orchestrator that can be read. Maybe its format has changed.".formatted(part.url()));
        }
    }

    private void addScores(Snapshot.Part part, Payload answer, AskedUrl url) {
        boolean rated = answer.members().keySet().stream()
                .anyMatch(name -> Address.find(name).isPresent());
        if (!rated && !answer.members().isEmpty()) {
            throw new InputException(
                    "%s rates no orchestrator. Maybe another address was meant.".formatted(part.url()));
        }
        if (!rated) {
            answer.odd("nothingTested", part.url(), "The tester says that it has tested nothing lately.");
            return;
        }
        if (url.isAt("api/score") && !url.asksAboutAWorkload()) {
            scores.add(answer, null);
        } else {
            url.findWorkload(answer).ifPresent(workload -> scores.add(answer, workload));
        }
    }
}
