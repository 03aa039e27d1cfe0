package org.warmplan.replay.show;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.warmplan.domain.Workload;
import org.warmplan.replay.market.Cast;
import org.warmplan.replay.market.MarketWorkload;
import org.warmplan.replay.market.Standing;
import org.warmplan.replay.market.WarmSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Supply as NaaP counts it: whoever advertised a model lately counts as having it, warm or not. */
final class NaapSupply {
    private static final int DAY = Timeline.HOURS_PER_DAY;
    private static final int WEEK = NaapAnswers.MOST_HOURS;

    private final Followed followed;
    private final Chance chance;

    /** Who lists a workload, and how many containers could serve it. */
    record Offered(int orchestrators, long slots) {
        static Offered of(Cast cast, Standing standing, int workload) {
            Set<Integer> orchestrators = new HashSet<>();
            long slots = 0;
            for (int node = 0; node < cast.nodes().size(); node++) {
                WarmSet set = standing.set(node);
                if (set.listed().contains(workload)) {
                    orchestrators.add(cast.nodes().get(node).orchestrator());
                    slots += Math.max(1, set.replicas(workload));
                }
            }
            return new Offered(orchestrators.size(), slots);
        }
    }

    NaapSupply(Followed followed, Chance chance) {
        this.followed = followed;
        this.chance = chance;
    }

    /** Rows of {@code requests/models}: what is asked for and offered by nobody is not among them. */
    ArrayNode batchModels(int to) {
        ArrayNode rows = Answer.list();
        Standing standing = followed.weeks().week(to).standing();
        for (int index = 0; index < cast().workloads().size(); index++) {
            MarketWorkload workload = cast().workloads().get(index);
            Offered offered = Offered.of(cast(), standing, index);
            if (!workload.isLive() && offered.orchestrators() > 0) {
                double jobs = followed.sum(followed::requested, index, to - DAY, to);
                double served = followed.sum(followed::served, index, to - DAY, to);
                rows.add(Answer.object()
                        .put("pipeline", workload.workload().pipeline().slug())
                        .put("model", workload.workload().modelId())
                        .put("job_type", "ai-batch")
                        .put("warm_orch_count", offered.orchestrators())
                        .put("gpu_slots", offered.slots())
                        .put("job_count_24h", Math.round(jobs))
                        .put("success_rate", NaapDemand.rounded(jobs == 0 ? 0 : served / jobs))
                        .put("avg_duration_ms", Math.round(workload.seconds() * 900)));
            }
        }
        return rows;
    }

    /** {@code dashboard/pricing}: an orchestrator's price of a workload, once, as its first node that lists it asks. */
    ArrayNode prices(int to) {
        ArrayNode rows = Answer.list();
        Standing standing = followed.weeks().week(to).standing();
        Set<List<Integer>> seen = new HashSet<>();
        for (int node = 0; node < cast().nodes().size(); node++) {
            int orchestrator = cast().nodes().get(node).orchestrator();
            for (int index : standing.set(node).listed()) {
                if (seen.add(List.of(orchestrator, index))) {
                    rows.add(price(standing, node, index));
                }
            }
        }
        return rows;
    }

    private ObjectNode price(Standing standing, int node, int index) {
        Workload workload = cast().workloads().get(index).workload();
        AskedPrice price = AskedPrice.of(standing.weiPerUnit(node, index));
        return Answer.object()
                .put("orchAddress", address(cast().nodes().get(node).orchestrator()))
                .put("orchName", cast().nodes().get(node).uri())
                .put("pipeline", workload.pipeline().slug())
                .put("model", workload.modelId())
                .put("priceWeiPerUnit", price.wei())
                .put("pixelsPerUnit", price.units())
                .put("isWarm", true);
    }

    /**
     * {@code dashboard/orchestrators}: live sessions of the week by orchestrator. NaaP sees the followed gateways' part of
     * them only; which part of an orchestrator's that is, is taken to be alike for all.
     */
    ArrayNode orchestrators(int to) {
        double[] sessions = new double[cast().orchestrators().size()];
        for (int index = 0; index < cast().workloads().size(); index++) {
            if (cast().workloads().get(index).isLive()) {
                addSessions(sessions, index, to);
            }
        }
        ArrayNode rows = Answer.list();
        for (int orchestrator = 0; orchestrator < sessions.length; orchestrator++) {
            if (sessions[orchestrator] >= 0.5) {
                rows.add(row(orchestrator, Math.round(sessions[orchestrator]), to));
            }
        }
        return rows;
    }

    private void addSessions(double[] sessions, int workload, int to) {
        double[] ended = new double[sessions.length];
        double all = 0;
        for (int hour = Math.max(to - WEEK, followed.weeks().firstHour()); hour < to; hour++) {
            PlayedWeeks.Week week = followed.weeks().week(hour);
            for (int node = 0; node < cast().nodes().size(); node++) {
                int offer = week.log().findOffer(node, workload);
                if (offer >= 0) {
                    int at = PlayedWeeks.hourOfWeek(hour);
                    int streams = week.log().finished(offer, at) + week.log().tests(offer, at);
                    ended[cast().nodes().get(node).orchestrator()] += streams;
                    all += streams;
                }
            }
        }
        double seen = Math.min(all, followed.sum(followed::served, workload, to - WEEK, to));
        for (int orchestrator = 0; orchestrator < sessions.length && all > 0; orchestrator++) {
            sessions[orchestrator] += ended[orchestrator] * seen / all;
        }
    }

    private ObjectNode row(int orchestrator, long known, int to) {
        long good = Math.round(known * (0.93 + 0.07 * chance.fraction(orchestrator)));
        int first = cast().nodesOf(orchestrator).get(0);
        ObjectNode row = Answer.object()
                .put("address", address(orchestrator))
                .put("serviceUri", cast().nodes().get(first).uri())
                .put("knownSessions", known)
                .put("successSessions", good)
                .put("successRatio", NaapDemand.rounded((double) good / known))
                .put("gpuCount", cards(orchestrator, to));
        row.putArray("pipelines").add("live-video-to-video");
        return row;
    }

    /** Cards that run anything, over all nodes of an orchestrator. */
    private long cards(int orchestrator, int to) {
        Standing standing = followed.weeks().week(to).standing();
        Set<String> cards = new TreeSet<>();
        for (int node : cast().nodesOf(orchestrator)) {
            for (int card = 0; card < cast().nodes().get(node).cards().size(); card++) {
                if (standing.set(node).byCard().get(card) != WarmSet.NONE) {
                    cards.add(cast().nodes().get(node).cards().get(card).uuid());
                }
            }
        }
        return cards.size();
    }

    private String address(int orchestrator) {
        return cast().orchestrators().get(orchestrator).address().value();
    }

    private Cast cast() {
        return followed.cast();
    }
}
