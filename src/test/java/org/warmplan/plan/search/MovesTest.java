package org.warmplan.plan.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmplan.plan.Problems.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.impl.heuristic.move.Move;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import org.optaplanner.core.impl.score.director.InnerScoreDirector;
import org.optaplanner.core.impl.solver.DefaultSolverFactory;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Card;
import org.warmplan.plan.board.Evaluation;
import org.warmplan.plan.board.Rig;
import org.warmplan.plan.place.Suggestion;
import org.warmplan.plan.price.Column;
import org.warmplan.plan.price.FirstPrices;
import org.warmplan.plan.price.Market;
import org.warmplan.plan.price.RigKind;
import org.warmplan.problem.SmallProblems;

/** Moves of our own, done and undone by OptaPlanner's own director. */
final class MovesTest {
    private static final DefaultSolverFactory<Placing> FACTORY =
            (DefaultSolverFactory<Placing>) SolverFactory.<Placing>create(new SolverConfig()
                    .withSolutionClass(Placing.class)
                    .withEntityClasses(Slot.class)
                    .withScoreDirectorFactory(
                            new ScoreDirectorFactoryConfig().withConstraintProviderClass(PlanConstraints.class)));

    /** A board filled with what its workers choose at the first prices: all keep their own rules. */
    private record Scene(Board board, List<List<Candidate>> placed, List<Suggestion> suggestions) {
        static @Nullable Scene of(long seed) {
            Board board = new Board(SmallProblems.random(seed));
            Market market = new Market(board);
            Column[] columns = market.first(FirstPrices.of(board)).orElse(null);
            if (columns == null
                    || board.pins().stream().anyMatch(pin -> pin.cards().isEmpty())) {
                return null;
            }
            List<List<Candidate>> placed = new ArrayList<>(board.current());
            List<Suggestion> suggestions = new ArrayList<>();
            for (RigKind kind : market.rigs()) {
                for (int i = 0; i < kind.count(); i++) {
                    List<List<Candidate>> byCard = columns[kind.rigs().get(i).index()].byCard();
                    suggestions.add(new Suggestion(kind.cardsOf(i), byCard));
                    for (int c = 0; c < byCard.size(); c++) {
                        placed.set(kind.cardsOf(i).get(c).index(), byCard.get(c));
                    }
                }
            }
            return new Scene(board, placed, suggestions);
        }
    }

    private interface Check {
        void accept(Scene scene, List<List<Candidate>> before, List<List<Candidate>> after, String as);
    }

    /** Draws moves, does each and undoes every other one; how many were done. */
    private static int draw(MoveIteratorFactory<Placing, ContentsMove> moves, boolean fromEmpty, Check check) {
        int done = 0;
        for (long seed = 1; seed <= 150; seed++) {
            Scene scene = Scene.of(seed);
            if (scene == null) {
                continue;
            }
            List<List<Candidate>> start =
                    fromEmpty ? Collections.nCopies(scene.board.cards().size(), List.of()) : scene.placed;
            Placing placing = new Placing(scene.board, start, scene.suggestions);
            try (InnerScoreDirector<Placing, ?> director =
                    FACTORY.getScoreDirectorFactory().buildScoreDirector()) {
                director.setWorkingSolution(placing);
                Iterator<ContentsMove> drawn = moves.createRandomMoveIterator(director, new Random(seed));
                for (int i = 0; i < 20 && drawn.hasNext(); i++) {
                    String as = "seed " + seed + " move " + i;
                    ContentsMove move = drawn.next();
                    List<List<Candidate>> before = placing.placed(scene.board);
                    if (move.isMoveDoable(director)) {
                        Object score = director.calculateScore();
                        Move<Placing> undo = move.doMove(director);
                        List<List<Candidate>> after = placing.placed(scene.board);
                        requireScore(scene.board, after, (HardSoftLongScore) director.calculateScore(), as);
                        check.accept(scene, before, after, as);
                        done++;
                        if (i % 2 == 0) {
                            undo.doMove(director);
                            assertThat(placing.placed(scene.board)).as(as).isEqualTo(before);
                            assertThat((Object) director.calculateScore())
                                    .as(as)
                                    .isEqualTo(score);
                        }
                    }
                }
            }
        }
        return done;
    }

    private static void requireScore(Board board, List<List<Candidate>> placed, HardSoftLongScore score, String as) {
        Evaluation evaluation = Evaluation.of(board, placed);
        assertThat(score.softScore()).as(as).isEqualTo(evaluation.value());
        assertThat(score.hardScore() == 0).as("%s %s", as, evaluation.broken()).isEqualTo(evaluation.isFeasible());
    }

    private static void requireCardRules(Scene scene, List<List<Candidate>> after, String as) {
        for (Card card : scene.board.cards()) {
            List<Candidate> held = after.get(card.index());
            assertThat(card.need(held)).as(as).isLessThanOrEqualTo(card.room());
            assertThat(card.allowed()).as(as).containsAll(held);
        }
    }

    private static void requireSlotOrder(Scene scene, List<List<Candidate>> after, String as) {
        for (Rig rig : scene.board.rigs()) {
            int held = rig.cards().stream()
                    .mapToInt(card -> after.get(card.index()).size())
                    .sum();
            for (Card card : rig.cards()) {
                if (rig.fillsInOrder()) {
                    assertThat(after.get(card.index())).as(as).hasSize(rig.heldInOrder(card.place(), held));
                }
            }
        }
    }

    @Test
    void wholeWorkersBecomeWhatWasSuggested() {
        int done = draw(new WorkerMoves(), true, (scene, before, after, as) -> {
            requireCardRules(scene, after, as);
            requireSlotOrder(scene, after, as);
            assertThat(scene.suggestions).as(as).anyMatch(suggestion -> isThere(suggestion, after));
        });
        assertThat(done).isGreaterThan(50);
    }

    private static boolean isThere(Suggestion suggestion, List<List<Candidate>> placed) {
        for (int i = 0; i < suggestion.cards().size(); i++) {
            if (!placed.get(suggestion.cards().get(i).index())
                    .equals(suggestion.byCard().get(i))) {
                return false;
            }
        }
        return true;
    }

    @Test
    void suggestionsAreAllTriedInTurn() {
        Scene scene = Objects.requireNonNull(Scene.of(2));
        Placing placing = new Placing(scene.board, scene.placed, scene.suggestions);
        try (InnerScoreDirector<Placing, ?> director =
                FACTORY.getScoreDirectorFactory().buildScoreDirector()) {
            director.setWorkingSolution(placing);
            List<ContentsMove> all = new ArrayList<>();
            new WorkerMoves().createOriginalMoveIterator(director).forEachRemaining(all::add);

            assertThat(all).hasSize(scene.suggestions.size());
            assertThat(new WorkerMoves().getSize(director)).isEqualTo(all.size());
        }
    }

    @Test
    void rebuiltWorkersFillNoMoreSlotsThanBefore() {
        int[] same = {0};
        int done = draw(new RebuildMoves(), false, (scene, before, after, as) -> {
            requireCardRules(scene, after, as);
            boolean asMany = true;
            for (Card card : scene.board.cards()) {
                int held = before.get(card.index()).size();
                assertThat(after.get(card.index())).as(as).hasSizeLessThanOrEqualTo(held);
                asMany &= after.get(card.index()).size() == held;
            }
            if (asMany) {
                same[0]++;
            }
        });
        assertThat(done).isGreaterThan(200);
        // Only where nothing else fits a slot stays free.
        assertThat(same[0]).isGreaterThan(done / 2);
    }

    @Test
    void nothingIsDrawnWhereThereIsNothing() {
        Board board =
                new Board(problem().worker("rig", 0, false).workload("w", 1, 1L).build());
        Placing placing = new Placing(board, List.of(), List.of());
        try (InnerScoreDirector<Placing, ?> director =
                FACTORY.getScoreDirectorFactory().buildScoreDirector()) {
            director.setWorkingSolution(placing);

            assertThat(new RebuildMoves().createRandomMoveIterator(director, new Random(1)))
                    .isExhausted();
            assertThat(new WorkerMoves().createRandomMoveIterator(director, new Random(1)))
                    .isExhausted();
        }
    }
}
