package org.warmplan.plan.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.warmplan.plan.Problems.BIG;
import static org.warmplan.plan.Problems.problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmplan.domain.InputException;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Evaluation;
import org.warmplan.plan.place.Placer;
import org.warmplan.plan.price.Market;
import org.warmplan.problem.BruteForce;
import org.warmplan.problem.Problem;
import org.warmplan.problem.SmallProblems;

/** OptaPlanner by itself, with all its own checks switched on: a rule it scores wrongly after a move ends the test. */
final class SearchTest {
    private static final Path USUAL = Path.of("solver-config", "solver.xml");
    private static final Duration LEFT = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private Search search;

    @BeforeEach
    void readSettings() throws IOException {
        search = Search.of(settings(150));
    }

    private Path settings(int calculations) throws IOException {
        String usual = Files.readString(USUAL);
        String checked = usual.replace(">REPRODUCIBLE<", ">FULL_ASSERT<").replace(">100000<", ">" + calculations + "<");
        assertThat(checked).isNotEqualTo(usual).contains(">" + calculations + "<");
        return Files.writeString(folder.resolve("solver.xml"), checked);
    }

    @Test
    void agreesWithItselfAndStaysWithinTheBest() {
        int mended = 0;
        int best = 0;
        for (long seed = 1; seed <= 60; seed++) {
            Problem problem = SmallProblems.random(seed);
            if (problem.gpus().size() > 3) {
                continue;
            }
            Board board = new Board(problem);
            OptionalLong most = BruteForce.best(problem);
            Placer.Found found = Placer.find(new Market(board), seed, true, () -> true);
            long bound = most.orElse(Long.MAX_VALUE / 4);

            List<List<Candidate>> placed = search.improve(board, board.current(), found.columns(), bound, seed, LEFT);

            Evaluation start = Evaluation.of(board, board.current());
            Evaluation end = Evaluation.of(board, placed);
            assertThat(end.isFeasible() || !start.isFeasible())
                    .as("seed %d", seed)
                    .isTrue();
            if (start.isFeasible()) {
                assertThat(end.value()).as("seed %d", seed).isGreaterThanOrEqualTo(start.value());
            }
            if (end.isFeasible()) {
                mended += start.isFeasible() ? 0 : 1;
                assertThat(most).as("seed %d", seed).isPresent();
                assertThat(end.value()).as("seed %d", seed).isLessThanOrEqualTo(most.orElseThrow());
                best += end.value() == most.orElseThrow() ? 1 : 0;
            }
        }
        assertThat(mended).isGreaterThan(5);
        assertThat(best).isGreaterThan(10);
    }

    @Test
    void theSameSettingsSolveTheSameAgain() {
        for (long seed : new long[] {3, 8, 21, 34}) {
            Board board = new Board(SmallProblems.random(seed));
            List<List<Candidate>> first =
                    search.improve(board, board.current(), List.of(), Long.MAX_VALUE / 4, seed, Duration.ofSeconds(20));
            List<List<Candidate>> second =
                    search.improve(board, board.current(), List.of(), Long.MAX_VALUE / 4, seed, Duration.ofSeconds(20));

            assertThat(second).as("seed %d", seed).isEqualTo(first);
        }
    }

    /** Known to hang without a limit of time: neither steps nor calculations are counted where no move can be done. */
    @Test
    void endsOnOneCardWithOneWorkload() {
        Board board = new Board(problem()
                .worker("rig", 0, true)
                .gpu("rig", BIG, 1)
                .workload("w", 9_000, 700L)
                .build());

        List<List<Candidate>> placed = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> search.improve(board, board.current(), List.of(), Long.MAX_VALUE / 4, 1, LEFT));

        assertThat(Evaluation.of(board, placed).value()).isEqualTo(700);
    }

    @Test
    void stopsAtTheBound() {
        Board board = new Board(problem()
                .worker("rig", 0, true)
                .gpu("rig", BIG, 1)
                .workload("w", 9_000, 700L)
                .workload("v", 9_000, 500L)
                .build());
        long start = System.nanoTime();

        List<List<Candidate>> placed =
                search.improve(board, board.current(), List.of(), 700, 1, Duration.ofSeconds(60));

        assertThat(Evaluation.of(board, placed).value()).isEqualTo(700);
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    }

    @Test
    void scoresAPlanAsItIs() {
        for (long seed = 1; seed <= 100; seed++) {
            Board board = new Board(SmallProblems.random(seed));

            // Throws where OptaPlanner comes to another value.
            assertThat(search.scored(board, board.current())).isEqualTo(board.current());
        }
    }

    @Test
    void settingsMustBeThereAndUnderstood() throws IOException {
        assertThatThrownBy(() -> Search.of(folder.resolve("none.xml")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none.xml cannot be read");
        Path broken = Files.writeString(
                folder.resolve("broken.xml"),
                "<solver xmlns=\"https://www.optaplanner.org/xsd/solver\"><nonsense/></solver>");
        assertThatThrownBy(() -> Search.of(broken))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("broken.xml are not understood");
    }
}
