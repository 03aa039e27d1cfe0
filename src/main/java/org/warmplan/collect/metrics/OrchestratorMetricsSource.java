package org.warmplan.collect.metrics;

import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import org.warmplan.collect.answer.EachPart;
import org.warmplan.collect.answer.PartText;
import org.warmplan.collect.ask.Source;
import org.warmplan.collect.ask.Visit;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Reading;
import org.warmplan.domain.Snapshot;

/**
 * Reads the operator's own node: the metrics page of a go-livepeer that runs with {@code -monitor}
 * ({@code monitor/census.go} at 176aa415), like {@code http://127.0.0.1:7935/metrics}. Income by model needs
 * {@code -metricsPerStream} too.
 */
public final class OrchestratorMetricsSource implements Source {
    public static final String KIND = "orchestrator-metrics";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String description() {
        return "The own node's jobs, errors, prices, containers and tickets, from its metrics page.";
    }

    @Override
    public void ask(Visit visit) {
        try {
            visit.get(page(visit.settings().url()));
        } catch (InputException e) {
            throw new InputException(e.getMessage() + " A node has its metrics page only with -monitor.", e);
        }
    }

    /** An address without a path means the page's usual one. What is no address at all is for the fetcher to refuse. */
    private static String page(String url) {
        HttpUrl address = HttpUrl.parse(url);
        boolean bare = address != null && address.encodedPath().equals("/");
        return bare ? address.newBuilder().encodedPath("/metrics").build().toString() : url;
    }

    /**
     * An {@link org.warmplan.domain.OwnMetric} per figure, in the page's order.
     *
     * @throws InputException when this is no metrics page, or one without a figure of go-livepeer
     */
    @Override
    public Reading read(Snapshot snapshot) {
        DataIssues issues = DataIssues.ofOneSnapshot();
        List<Observation> observations = new ArrayList<>();
        EachPart.read(snapshot, issues, part -> observations.addAll(read(snapshot, part, issues)));
        return new Reading(observations, issues.list());
    }

    private static List<? extends Observation> read(Snapshot snapshot, Snapshot.Part part, DataIssues issues) {
        String text = PartText.ofPage(part);
        List<DataIssue> odd = new ArrayList<>();
        ExpositionText page = ExpositionText.parse(
                text,
                (line, number) -> odd.add(new DataIssue(
                        "lineInvalid",
                        snapshot.source(),
                        "line " + number,
                        line,
                        "A line that is no figure was left out.")));
        ExpositionText.requireMetrics(part.url(), text, page);
        if (page.samples().stream().noneMatch(sample -> sample.name().startsWith(OwnFigures.PREFIX))) {
            throw new InputException(part.url() + " is a metrics page without any figure of go-livepeer. Maybe the node"
                    + " runs without -monitor, or the port is another program's: an orchestrator's is 7935.");
        }
        issues.addAll(odd);
        OwnFigures figures = new OwnFigures(snapshot.source(), issues);
        page.samples().forEach(figures::add);
        return figures.metrics(snapshot.instant());
    }
}
