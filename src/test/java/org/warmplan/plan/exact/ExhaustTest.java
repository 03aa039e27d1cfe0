package org.warmplan.plan.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Card;
import org.warmplan.plan.board.Evaluation;
import org.warmplan.plan.exact.Exhaust.Limits;
import org.warmplan.plan.exact.Exhaust.Outcome;
import org.warmplan.plan.exact.Exhaust.Quota;
import org.warmplan.plan.price.FirstPrices;
import org.warmplan.plan.price.Market;
import org.warmplan.plan.price.Prices;
import org.warmplan.problem.BruteForce;
import org.warmplan.problem.Certificate;
import org.warmplan.problem.Problem;
import org.warmplan.problem.SmallProblems;

/** The exact finish at prices drawn at random: they may only make it slow, never wrong. */
final class ExhaustTest {
    private static final Limits LIMITS = new Limits(100_000, 20_000_000, 300_000);

    /** Empty when some worker or workload can keep its rules at no prices: then nothing is left to exhaust. */
    private static Optional<Prices> drawn(Problem problem, Board board, Random random) {
        Market market = new Market(board);
        if (market.first(FirstPrices.of(board)).isEmpty()) {
            return Optional.empty();
        }
        int scale = random.nextBoolean() ? 1 : 1_000;
        TreeMap<String, SortedMap<String, Long>> prices = new TreeMap<>();
        problem.workloads()
                .forEach(w -> problem.classes()
                        .forEach(c -> prices.computeIfAbsent(w.id(), id -> new TreeMap<>())
                                .put(c.id(), random.nextInt(800) * (long) scale - 50)));
        long change = problem.maxChanges() == null ? 0 : random.nextInt(200) * (long) scale;
        return Optional.of(
                Prices.of(market, new Certificate(Certificate.Method.PRICES, BigInteger.ZERO, scale, prices, change)));
    }

    private static @Nullable Quota quota(Board board, Random random) {
        if (board.cards().isEmpty() || board.candidates().isEmpty()) {
            return null;
        }
        Card card = board.cards().get(random.nextInt(board.cards().size()));
        Candidate candidate =
                board.candidates().get(random.nextInt(board.candidates().size()));
        return new Quota(card.rig(), card.classIndex(), candidate, random.nextInt(2));
    }

    private static long best(Problem problem, Board board, @Nullable Quota quota) {
        long[] best = {Long.MIN_VALUE};
        BruteForce.visitFeasible(problem, (assignment, value) -> {
            if (quota == null || quota.count(board.placed(assignment)) <= quota.most()) {
                best[0] = Math.max(best[0], value);
            }
        });
        return best[0];
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void findsTheBestAssignmentThereIs(boolean rationed) {
        int found = 0;
        int none = 0;
        for (long seed = 1; seed <= 150; seed++) {
            Problem problem = SmallProblems.random(seed);
            Board board = new Board(problem);
            Random random = new Random(seed);
            Prices prices = drawn(problem, board, random).orElse(null);
            Quota quota = rationed ? quota(board, random) : null;
            long best = best(problem, board, quota);
            if (prices == null) {
                assertThat(best).as("seed %d", seed).isEqualTo(Long.MIN_VALUE);
                continue;
            }
            Outcome outcome = Exhaust.search(board, prices, quota, Long.MIN_VALUE, LIMITS, () -> false);

            assertThat(outcome.proven()).as("seed %d", seed).isTrue();
            if (best == Long.MIN_VALUE) {
                none++;
                assertThat(outcome.best()).as("seed %d", seed).isEmpty();
            } else {
                found++;
                assertThat(outcome.best()).as("seed %d", seed).isPresent();
                List<List<Candidate>> placed = outcome.best().orElseThrow();
                Evaluation evaluation = Evaluation.of(board, placed);
                assertThat(evaluation.broken()).as("seed %d", seed).isEmpty();
                assertThat(evaluation.value()).as("seed %d", seed).isEqualTo(best);
                assertThat(quota == null || quota.count(placed) <= quota.most())
                        .as("seed %d", seed)
                        .isTrue();
            }
        }
        assertThat(found).isGreaterThan(60);
        assertThat(none).isGreaterThan(2);
    }

    @Test
    void findsOnlyWhatIsWorthMoreThanWhatIsAtHand() {
        int improved = 0;
        for (long seed = 1; seed <= 100; seed++) {
            Problem problem = SmallProblems.random(seed);
            Board board = new Board(problem);
            Prices prices = drawn(problem, board, new Random(seed)).orElse(null);
            long best = best(problem, board, null);
            if (prices != null && best != Long.MIN_VALUE) {
                Outcome atBest = Exhaust.search(board, prices, null, best, LIMITS, () -> false);
                assertThat(atBest).as("seed %d", seed).isEqualTo(new Outcome(true, Optional.empty()));
                Outcome below = Exhaust.search(board, prices, null, best - 1, LIMITS, () -> false);
                assertThat(below.best()
                                .map(placed -> Evaluation.of(board, placed).value()))
                        .as("seed %d", seed)
                        .hasValue(best);
                improved++;
            }
        }
        assertThat(improved).isGreaterThan(40);
    }

    @Test
    void saysSoWhenItGivesUp() {
        Problem problem = SmallProblems.random(1);
        Board board = new Board(problem);
        Prices prices = drawn(problem, board, new Random(1)).orElseThrow();

        assertThat(Exhaust.search(board, prices, null, Long.MIN_VALUE, LIMITS, () -> true)
                        .proven())
                .isFalse();
        assertThat(Exhaust.search(board, prices, null, Long.MIN_VALUE, new Limits(1, 9_999, 9_999), () -> false)
                        .proven())
                .isFalse();
        assertThat(Exhaust.search(board, prices, null, Long.MIN_VALUE, new Limits(9_999, 1, 9_999), () -> false)
                        .proven())
                .isFalse();
    }
}
