package org.warmplan.replay.show;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.Workload;
import org.warmplan.replay.market.Cast;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the job tester's leaderboard answers (leaderboard-serverless {@code models/stats.go} and {@code common/params.go} at
 * 1150eb5): what it tests, how it rates orchestrators over a week, and its single tests since the last answer. All of it is
 * test traffic.
 */
final class TesterAnswers {
    static final String REGION = "FRA";

    private static final String BASE = "https://leaderboard.example/api/";
    private static final int WEEK = 168;
    private static final int OVERLAP = 6;
    private static final double BY_SUCCESS = 0.65;

    private final PlayedWeeks weeks;
    private final Timeline timeline;
    private final Chance chance;
    private int last = Integer.MIN_VALUE + OVERLAP;

    /** Tests of a workload by an orchestrator. */
    private record Tested(int orchestrator, int workload) {}

    private static final class Count {
        private long good;
        private long bad;

        double success() {
            return (double) good / (good + bad);
        }
    }

    TesterAnswers(PlayedWeeks weeks, Timeline timeline, long seed) {
        this.weeks = weeks;
        this.timeline = timeline;
        this.chance = new Chance(seed, "job tester");
    }

    /** The answers at the start of {@code hour}; to be asked in the order of time. */
    List<Snapshot.Part> at(int hour) {
        int weekAgo = Math.max(hour - WEEK, weeks.firstHour());
        int since = Math.max(weekAgo, last - OVERLAP);
        last = hour;
        SortedMap<Integer, SortedMap<Integer, Count>> byWorkload = counts(weekAgo, hour);
        List<Snapshot.Part> parts = new ArrayList<>();
        parts.add(Answer.json(BASE + "pipelines?since=" + seconds(weekAgo), timeline.at(hour), pipelines(byWorkload)));
        ObjectNode regions = Answer.object();
        regions.putArray("regions")
                .add(Answer.object().put("id", REGION).put("name", "Frankfurt").put("type", "ai"));
        parts.add(Answer.json(BASE + "regions", timeline.at(hour), regions));
        TreeSet<Integer> rated = new TreeSet<>();
        byWorkload.forEach((workload, counts) -> {
            rated.addAll(counts.keySet());
            String url = BASE
                    + "aggregated_stats?pipeline=%s&model=%s&since=%d"
                            .formatted(
                                    encoded(display(workload(workload))),
                                    encoded(workload(workload).modelId()),
                                    seconds(weekAgo));
            parts.add(Answer.json(url, timeline.at(hour), scores(workload, counts)));
        });
        for (int orchestrator : rated) {
            String url = BASE
                    + "raw_stats?orchestrator=%s&job_type=ai&since=%d".formatted(address(orchestrator), seconds(since));
            parts.add(Answer.json(url, timeline.at(hour), tests(orchestrator, since, hour)));
        }
        return parts;
    }

    private SortedMap<Integer, SortedMap<Integer, Count>> counts(int from, int to) {
        SortedMap<Integer, SortedMap<Integer, Count>> counts = new TreeMap<>();
        for (int hour = from; hour < to; hour++) {
            PlayedWeeks.Week week = weeks.week(hour);
            for (int offer = 0; offer < week.log().offers(); offer++) {
                int good = week.log().tests(offer, PlayedWeeks.hourOfWeek(hour));
                int bad = bad(week, offer, hour);
                if (good + bad > 0) {
                    int orchestrator =
                            cast().nodes().get(week.log().offerNode(offer)).orchestrator();
                    Count count = counts.computeIfAbsent(week.log().offerWorkload(offer), w -> new TreeMap<>())
                            .computeIfAbsent(orchestrator, o -> new Count());
                    count.good += good;
                    count.bad += bad;
                }
            }
        }
        return counts;
    }

    /** Tests that ended in an error: what broke is not counted apart, so it is shared out by what went well. */
    private static int bad(PlayedWeeks.Week week, int offer, int hour) {
        int at = PlayedWeeks.hourOfWeek(hour);
        int tests = week.log().tests(offer, at);
        int all = tests + week.log().finished(offer, at);
        return all == 0 ? 0 : Math.round((float) week.log().broken(offer, at) * tests / all);
    }

    private ObjectNode pipelines(SortedMap<Integer, SortedMap<Integer, Count>> byWorkload) {
        SortedMap<String, ArrayNode> models = new TreeMap<>();
        byWorkload
                .keySet()
                .forEach(index -> models.computeIfAbsent(display(workload(index)), name -> Answer.list())
                        .add(workload(index).modelId()));
        ObjectNode root = Answer.object();
        ArrayNode rows = root.putArray("pipelines");
        models.forEach((name, list) -> {
            ObjectNode row = Answer.object().put("id", name);
            row.set("models", list);
            row.putArray("regions").add(REGION);
            rows.add(row);
        });
        return root;
    }

    private ObjectNode scores(int workload, SortedMap<Integer, Count> counts) {
        ObjectNode root = Answer.object();
        counts.forEach((orchestrator, count) -> {
            double speed = StrictMath.exp(-0.223
                    * seconds(orchestrator, workload)
                    / cast().workloads().get(workload).seconds());
            double score = count.good == 0 ? 0 : BY_SUCCESS * count.success() + (1 - BY_SUCCESS) * speed;
            root.putObject(address(orchestrator))
                    .putObject(REGION)
                    .put("success_rate", NaapDemand.rounded(count.success()))
                    .put("round_trip_score", NaapDemand.rounded(count.good == 0 ? 0 : speed))
                    .put("score", NaapDemand.rounded(score));
        });
        return root;
    }

    /** Newest first. */
    private ObjectNode tests(int orchestrator, int from, int to) {
        ObjectNode root = Answer.object();
        ArrayNode rows = root.putArray(REGION);
        for (int hour = to - 1; hour >= from; hour--) {
            PlayedWeeks.Week week = weeks.week(hour);
            for (int offer = 0; offer < week.log().offers(); offer++) {
                if (cast().nodes().get(week.log().offerNode(offer)).orchestrator() == orchestrator) {
                    addTests(rows, new Tested(orchestrator, week.log().offerWorkload(offer)), week, offer, hour);
                }
            }
        }
        return root;
    }

    private void addTests(ArrayNode rows, Tested tested, PlayedWeeks.Week week, int offer, int hour) {
        int good = week.log().tests(offer, PlayedWeeks.hourOfWeek(hour));
        int bad = bad(week, offer, hour);
        boolean warm = week.standing().set(week.log().offerNode(offer)).replicas(tested.workload()) > 0;
        for (int number = 0; number < good + bad; number++) {
            boolean success = number < good;
            ObjectNode row = Answer.object()
                    .put("region", REGION)
                    .put("orchestrator", address(tested.orchestrator()))
                    .put("success_rate", success ? 1 : 0);
            if (success) {
                row.put("round_trip_time", NaapDemand.rounded(seconds(tested.orchestrator(), tested.workload())));
            }
            row.putArray("errors");
            row.put("timestamp", second(hour, offer, number));
            row.put("model", workload(tested.workload()).modelId());
            if (warm) {
                row.put("model_is_warm", true);
            }
            rows.add(row.put("pipeline", display(workload(tested.workload()))));
        }
    }

    /** A second of the hour; no two tests of an offer have the same. */
    private long second(int hour, int offer, int number) {
        int spread = Timeline.SECONDS_PER_HOUR;
        return seconds(hour) + Math.floorMod(chance.pick(spread, hour, offer) + number * 37L, spread);
    }

    /** What a test takes with an orchestrator: that of the workload, and a little by who it is. */
    private double seconds(int orchestrator, int workload) {
        return cast().workloads().get(workload).seconds() * (0.8 + 0.5 * chance.fraction(orchestrator, workload));
    }

    private long seconds(int hour) {
        return timeline.at(hour).getEpochSecond();
    }

    private Workload workload(int index) {
        return cast().workloads().get(index).workload();
    }

    private String address(int orchestrator) {
        return cast().orchestrators().get(orchestrator).address().value();
    }

    private Cast cast() {
        return weeks.cast();
    }

    /** The display name, as the service has it: capital first, spaces for dashes. */
    private static String display(Workload workload) {
        String slug = workload.pipeline().slug().replace('-', ' ');
        return Character.toUpperCase(slug.charAt(0)) + slug.substring(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
