package org.warmplan.plan.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.bench.Instances;
import org.warmplan.bench.Size;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Evaluation;
import org.warmplan.plan.board.Rig;
import org.warmplan.plan.price.FirstPrices;
import org.warmplan.plan.price.Market;
import org.warmplan.plan.price.RigKind;
import org.warmplan.problem.Problem;
import org.warmplan.problem.SmallProblems;

/** Running sums, held against adding everything up anew. */
final class LayoutTest {
    private static final double DEBT = 1 << 20;

    /** A layout that keeps the rules of cards and the slot order, with moves; null when none can be told. */
    private record Scene(Board board, Layout layout, Moves moves) {
        static @Nullable Scene of(Problem problem, long seed) {
            Board board = new Board(problem);
            Market market = new Market(board);
            var columns = market.first(FirstPrices.of(board)).orElse(null);
            if (columns == null) {
                return null;
            }
            List<List<Candidate>> placed = new ArrayList<>(board.current());
            Fleet fleet = new Fleet(market);
            for (RigKind kind : market.rigs()) {
                for (int i = 0; i < kind.count(); i++) {
                    Rig rig = kind.rigs().get(i);
                    fleet.suggest(kind, columns[rig.index()]);
                    for (int c = 0; c < kind.cardsOf(i).size(); c++) {
                        placed.set(
                                kind.cardsOf(i).get(c).index(),
                                columns[rig.index()].byCard().get(c));
                    }
                }
            }
            Layout layout = new Layout(board, placed, DEBT);
            Moves moves = new Moves(fleet, layout, Liking.all(board), new SplittableRandom(seed));
            return new Scene(board, layout, moves);
        }

        /** Takes so many moves, whatever they bring; how many were taken. */
        int wander(int count, String as) {
            int taken = 0;
            for (int i = 0; i < count; i++) {
                if (moves.draw()) {
                    double score = layout.score();
                    double gain = layout.gain();
                    long debts = layout.debts() + layout.moreDebts();
                    layout.accept();
                    taken++;

                    assertThat(layout.score() - score).as(as).isEqualTo(gain);
                    assertThat(layout.debts()).as(as).isEqualTo(debts);
                    requireSums(as);
                }
            }
            return taken;
        }

        void requireSums(String as) {
            Evaluation evaluation = Evaluation.of(board, layout.placed());
            assertThat(layout.value()).as(as).isEqualTo(evaluation.value());
            assertThat(layout.debts() == 0).as("%s %s", as, evaluation.broken()).isEqualTo(evaluation.isFeasible());
            Layout anew = new Layout(board, layout.placed(), DEBT);
            assertThat(layout.debts()).as(as).isEqualTo(anew.debts());
            for (Rig rig : board.rigs()) {
                assertThat(layout.heldBy(rig)).as(as).isEqualTo(anew.heldBy(rig));
                assertThat(layout.changedOn(rig)).as(as).isEqualTo(anew.changedOn(rig));
            }
            for (Candidate candidate : board.candidates()) {
                assertThat(layout.unitsOf(candidate)).as(as).isEqualTo(anew.unitsOf(candidate));
                assertThat(layout.replicasOf(candidate)).as(as).isEqualTo(anew.replicasOf(candidate));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 201})
    void sumsStayRightOverManyMovesOfSmallProblems(int from) {
        int taken = 0;
        for (long seed = from; seed < from + 200; seed++) {
            Scene scene = Scene.of(SmallProblems.random(seed), seed);
            if (scene != null) {
                scene.requireSums("seed " + seed + " at first");
                taken += scene.wander(150, "seed " + seed);
            }
        }
        assertThat(taken).isGreaterThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rig", "rig-tight", "40"})
    void sumsStayRightOverManyMovesOfLargerOnes(String size) {
        for (long seed = 1; seed <= 3; seed++) {
            Scene scene = Objects.requireNonNull(
                    Scene.of(Instances.make(Size.named(size).orElseThrow(), seed), seed));
            assertThat(scene.wander(1_000, size + " " + seed)).isGreaterThan(100);
        }
    }

    @Test
    void comesBackToASnapshot() {
        int moved = 0;
        for (long seed = 1; seed <= 200; seed++) {
            Scene scene = Scene.of(SmallProblems.random(seed), seed);
            if (scene != null) {
                String as = "seed " + seed;
                scene.wander(20, as);
                int[][] then = scene.layout.snapshot();
                List<List<Candidate>> placed = scene.layout.placed();
                long value = scene.layout.value();
                long debts = scene.layout.debts();
                scene.wander(20, as);
                moved += scene.layout.placed().equals(placed) ? 0 : 1;

                scene.layout.restore(then);

                assertThat(scene.layout.placed()).as(as).isEqualTo(placed);
                assertThat(scene.layout.value()).as(as).isEqualTo(value);
                assertThat(scene.layout.debts()).as(as).isEqualTo(debts);
                scene.requireSums(as);
            }
        }
        assertThat(moved).isGreaterThan(50);
    }

    @Test
    void annealingNeverEndsWorseThanItBegan() {
        for (long seed = 1; seed <= 100; seed++) {
            Scene scene = Scene.of(SmallProblems.random(seed), seed);
            if (scene != null) {
                double score = scene.layout.score();
                new Anneal(scene.layout, scene.moves, new SplittableRandom(seed), () -> false).run(500, 1_000, 1);

                assertThat(scene.layout.score()).as("seed %d", seed).isGreaterThanOrEqualTo(score);
                scene.requireSums("seed " + seed);
            }
        }
    }
}
