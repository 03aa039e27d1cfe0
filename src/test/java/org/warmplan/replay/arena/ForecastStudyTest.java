package org.warmplan.replay.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.warmplan.collect.SourceKinds;
import org.warmplan.demand.DemandPolicy;
import org.warmplan.demand.SharePolicy;
import org.warmplan.demand.forecast.ForecastMethod;
import org.warmplan.demand.forecast.ForecastPolicy;
import org.warmplan.files.Document;
import org.warmplan.files.Fields;
import org.warmplan.fleet.Catalogue;
import org.warmplan.history.SnapshotReaders;
import org.warmplan.replay.market.Market;
import org.warmplan.replay.market.MarketSize;

/**
 * Every way to forecast on simulated markets, from what the sources would have shown; prints the table. Settings may be
 * tuned on seeds 1 to 100. What the forecast is worth is told by 1001 to 1020, for which nothing may be tuned:
 * {@code -Dmarkets=1001-1020}.
 */
@Tag("long")
final class ForecastStudyTest {
    private static final int FIRST_WEEK = 8;
    private static final int WEEKS = 20;

    @Test
    void holdsItsRangesAndBeatsTheTextbooks() {
        String[] ends = System.getProperty("markets", "1-10").split("-");
        Arena arena = arena();
        Map<Integer, Map<ForecastMethod, List<Told>>> told = new TreeMap<>();
        IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))
                .parallel()
                .mapToObj(seed -> Map.entry(seed, arena.play(market(arena, seed), seed)))
                .toList()
                .forEach(entry -> told.put(entry.getKey(), entry.getValue()));
        Map<ForecastMethod, Score> scores = scores(told);
        Map<ForecastMethod, Integer> won = won(told);
        print(told, scores, won);

        Score ours = Objects.requireNonNull(scores.get(ForecastMethod.LEVEL));
        assertThat(ours.covered()).isBetween(0.75, 0.85);
        assertThat(ours.thirds()).allSatisfy(third -> assertThat(third).isBetween(0.75, 0.85));
        scores.forEach((method, score) -> assertThat(ours.loss()).isLessThanOrEqualTo(score.loss()));
        won.values()
                .forEach(markets -> assertThat(markets / (double) told.size()).isGreaterThanOrEqualTo(0.8));
    }

    private static Arena arena() {
        Fields policy = Document.ofYaml(Path.of("solver-config", "policy.yaml"), "The policy")
                .fields();
        return new Arena(
                SnapshotReaders.of(SourceKinds.READERS_VERSION, SourceKinds.list()),
                DemandPolicy.of(policy.object("demand")),
                ForecastPolicy.of(policy.object("forecast")),
                SharePolicy.of(policy.object("share")),
                FIRST_WEEK,
                WEEKS);
    }

    private static Market market(Arena arena, int seed) {
        return Market.of(Catalogue.read(Path.of("data", "catalogue")), arena.demand(), MarketSize.STUDY, seed);
    }

    private static List<Told> of(Map<ForecastMethod, List<Told>> market, ForecastMethod method) {
        return market.getOrDefault(method, List.of());
    }

    private static Map<ForecastMethod, Score> scores(Map<Integer, Map<ForecastMethod, List<Told>>> told) {
        Map<ForecastMethod, Score> scores = new EnumMap<>(ForecastMethod.class);
        for (ForecastMethod method : ForecastMethod.values()) {
            List<Told> all = new ArrayList<>();
            told.values().forEach(market -> all.addAll(of(market, method)));
            scores.put(method, Score.of(all));
        }
        return scores;
    }

    /** By rival, the markets on which our own forecast loses less. */
    private static Map<ForecastMethod, Integer> won(Map<Integer, Map<ForecastMethod, List<Told>>> told) {
        Map<ForecastMethod, Integer> won = new EnumMap<>(ForecastMethod.class);
        for (ForecastMethod rival : ForecastMethod.values()) {
            if (rival != ForecastMethod.LEVEL) {
                won.put(rival, (int) told.values().stream()
                        .filter(market -> loss(market, ForecastMethod.LEVEL) < loss(market, rival))
                        .count());
            }
        }
        return won;
    }

    private static double loss(Map<ForecastMethod, List<Told>> market, ForecastMethod method) {
        return Score.of(of(market, method)).loss();
    }

    private static void print(
            Map<Integer, Map<ForecastMethod, List<Told>>> told,
            Map<ForecastMethod, Score> scores,
            Map<ForecastMethod, Integer> won) {
        told.forEach((seed, market) -> {
            StringBuilder line = new StringBuilder("market %d: covered %.3f; loss as a part of volume:"
                    .formatted(seed, Score.of(of(market, ForecastMethod.LEVEL)).covered()));
            market.forEach((method, list) -> line.append(String.format(
                    Locale.ROOT, " %s %.4f", method.word(), Score.of(list).loss())));
            System.out.println(line);
        });
        scores.forEach((method, score) -> System.out.printf(
                Locale.ROOT,
                "%-14s loss %.4f, won by ours %s of %d; covered %.3f, by thirds %.3f %.3f %.3f of %d%n",
                method.word(),
                score.loss(),
                won.getOrDefault(method, 0),
                told.size(),
                score.covered(),
                score.thirds().get(0),
                score.thirds().get(1),
                score.thirds().get(2),
                score.count()));
    }
}
