package org.warmplan.replay.show;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.warmplan.domain.Snapshot;
import org.warmplan.replay.market.Cast;
import org.warmplan.replay.market.Standing;
import org.warmplan.replay.market.WeekLog;

/**
 * What the sources show of a market, week after week. The network and the own node are looked at every few hours, the other
 * sources once a day, an hour before midnight; now and then a source is down for a day. All of it follows from the seed.
 */
public final class Showing {
    /** Where week 0 begins when nothing else is wanted: a Monday. */
    public static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    /** The kinds of source, by the names {@code sources.yaml} has for them. */
    static final String NETWORK = "network-capabilities";

    static final String EXPLORER = "explorer-orchestrators";
    static final String PAYOUTS = "payouts";
    static final String NAAP = "naap";
    static final String LEADERBOARD = "leaderboard";
    static final String METRICS = "orchestrator-metrics";

    /** Of a source with several endpoints one fails as often as the whole source does. */
    private static final int ENDPOINTS = 7;

    private final Rhythm rhythm;
    private final Timeline timeline;
    private final Chance failures;
    private final PlayedWeeks weeks;
    private final TicketLedger ledger;
    private final NetworkAnswer network;
    private final ExplorerPage explorer;
    private final PayoutAnswers payouts;
    private final NaapAnswers naap;
    private final TesterAnswers tester;
    private final List<OwnNode> ownNodes = new ArrayList<>();

    private record OwnNode(String source, int node, OwnCounters counters) {}

    /**
     * A market of which nothing was shown yet.
     *
     * @param seed the market's
     * @param start of week 0, at midnight UTC
     */
    public Showing(Cast cast, long seed, Instant start, Rhythm rhythm) {
        this.rhythm = rhythm;
        this.timeline = new Timeline(start);
        this.failures = new Chance(seed, "sources down");
        this.weeks = new PlayedWeeks(cast);
        this.ledger = new TicketLedger(cast, seed);
        List<Transcoder> transcoders = Transcoder.list(seed);
        Accounts accounts = Accounts.of(cast, transcoders, seed);
        this.network = new NetworkAnswer(cast, seed, transcoders);
        this.explorer = new ExplorerPage(accounts, ledger, seed);
        this.payouts = new PayoutAnswers(accounts, ledger, new EthDollars(seed), timeline);
        this.naap = new NaapAnswers(weeks, timeline, seed, rhythm.failures() / ENDPOINTS);
        this.tester = new TesterAnswers(weeks, timeline, seed);
        Followed payers = new Followed(weeks);
        for (int node : cast.nodesOf(Cast.SELF)) {
            String source = ownNodes.isEmpty() ? "my-node" : "my-node-" + (ownNodes.size() + 1);
            ownNodes.add(new OwnNode(source, node, new OwnCounters(node, payers)));
        }
    }

    /** The first instant after a week; what a plan for the next week knows is what was shown before. */
    public Instant end(int week) {
        return timeline.at(Timeline.hour(week + 1, 0));
    }

    /**
     * What was shown in a week, oldest first.
     *
     * @throws IllegalArgumentException when the week does not follow the last one shown
     */
    public List<Snapshot> week(Standing standing, WeekLog log) {
        weeks.add(standing, log);
        ledger.add(log);
        List<Snapshot> snapshots = new ArrayList<>();
        PlayedWeeks.Week week = weeks.week(Timeline.hour(log.week(), 0));
        for (int at = 0; at < WeekLog.HOURS; at++) {
            int hour = Timeline.hour(log.week(), at);
            for (OwnNode own : ownNodes) {
                own.counters().begin(week, at);
            }
            if (rhythm.looksAtNetwork(at)) {
                lookAtNetwork(snapshots, week, hour);
            }
            if (Rhythm.looksAtAll(at)) {
                lookAtAll(snapshots, hour);
            }
            for (OwnNode own : ownNodes) {
                own.counters().end(week, hour);
            }
        }
        return snapshots;
    }

    private void lookAtNetwork(List<Snapshot> snapshots, PlayedWeeks.Week week, int hour) {
        look(
                snapshots,
                NETWORK,
                NETWORK,
                hour,
                () -> List.of(Answer.json(NetworkAnswer.URL, timeline.at(hour), network.at(week, hour))));
        int at = PlayedWeeks.hourOfWeek(hour);
        for (OwnNode own : ownNodes) {
            if (!week.log().isDown(own.node(), at)) {
                look(
                        snapshots,
                        own.source(),
                        METRICS,
                        hour,
                        () -> List.of(Answer.of(
                                "http://127.0.0.1:7935/metrics",
                                "text/plain; version=0.0.4; charset=utf-8",
                                timeline.at(hour),
                                MetricsPage.of(weeks.cast(), own.node(), week, at, own.counters()))));
            }
        }
    }

    private void lookAtAll(List<Snapshot> snapshots, int hour) {
        look(
                snapshots,
                EXPLORER,
                EXPLORER,
                hour,
                () -> List.of(Answer.of(
                        ExplorerPage.URL,
                        "text/html; charset=utf-8",
                        timeline.at(hour),
                        explorer.on(Timeline.day(hour)))));
        look(snapshots, PAYOUTS, PAYOUTS, hour, () -> payouts.at(hour));
        look(snapshots, NAAP, NAAP, hour, () -> naap.at(hour));
        look(snapshots, LEADERBOARD, LEADERBOARD, hour, () -> tester.at(hour));
    }

    private void look(
            List<Snapshot> snapshots, String source, String kind, int hour, Supplier<List<Snapshot.Part>> parts) {
        if (!isDown(source, Timeline.day(hour))) {
            List<Snapshot.Part> answered = parts.get();
            if (!answered.isEmpty()) {
                snapshots.add(new Snapshot(source, kind, timeline.at(hour), answered));
            }
        }
    }

    /** Whether a source answers nothing all day. */
    boolean isDown(String source, int day) {
        return failures.happens(rhythm.failures(), source.hashCode(), day);
    }
}
