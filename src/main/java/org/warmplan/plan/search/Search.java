package org.warmplan.plan.search;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.solver.SolutionManager;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;
import org.warmplan.domain.InputException;
import org.warmplan.plan.board.Board;
import org.warmplan.plan.board.Candidate;
import org.warmplan.plan.board.Evaluation;
import org.warmplan.plan.place.Suggestion;

/** OptaPlanner with the settings of {@code solver-config/solver.xml}. */
public final class Search {
    private final SolverConfig settings;
    private @Nullable SolutionManager<Placing, HardSoftLongScore> scorer;

    private Search(SolverConfig settings) {
        this.settings = settings;
    }

    /**
     * Reads the solver's settings.
     *
     * @throws InputException when the file is missing or OptaPlanner does not understand it
     */
    public static Search of(Path solverXml) {
        if (!Files.isReadable(solverXml)) {
            throw new InputException("The solver settings %s cannot be read. Maybe restore the file from the project."
                    .formatted(solverXml));
        }
        try {
            return new Search(SolverConfig.createFromXmlFile(solverXml.toFile()));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new InputException(
                    "The solver settings %s are not understood: %s Maybe restore the file from the project."
                            .formatted(
                                    solverXml,
                                    String.valueOf(e.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse("")),
                    e);
        }
    }

    /**
     * Improves a placement until no better one is possible or the settings' limits are reached.
     *
     * @param suggestions what whole workers may hold, worth trying
     * @param bound no feasible plan is worth more: reaching it ends the search
     * @param left time that is left; what the settings allow may be less
     * @return the best placement found, by card index; at least as good as {@code start}
     */
    public List<List<Candidate>> improve(
            Board board,
            List<List<Candidate>> start,
            List<Suggestion> suggestions,
            long bound,
            long seed,
            Duration left) {
        Placing placing = new Placing(board, start, suggestions);
        if (placing.slots().stream().allMatch(slot -> slot.card().allowed().isEmpty())) {
            // Without a single move to try, OptaPlanner's count limits never fire.
            return scored(board, start);
        }
        SolverConfig config = configured().withRandomSeed(seed);
        TerminationConfig ends = Objects.requireNonNullElseGet(config.getTerminationConfig(), TerminationConfig::new);
        ends.setBestScoreLimit(HardSoftLongScore.of(0, bound).toString());
        ends.setSpentLimit(left.truncatedTo(ChronoUnit.MILLIS));
        config.setTerminationConfig(ends);
        Placing best = SolverFactory.<Placing>create(config).buildSolver().solve(placing);
        requireSameScore(board, best);
        return best.placed(board);
    }

    /**
     * Lets OptaPlanner score a placement as it is.
     *
     * @return the same placement
     * @throws IllegalStateException when OptaPlanner finds another value: our fault
     */
    public List<List<Candidate>> scored(Board board, List<List<Candidate>> placed) {
        Placing placing = new Placing(board, placed, List.of());
        if (!placing.slots().isEmpty()) {
            scorer().update(placing);
            requireSameScore(board, placing);
        }
        return placed;
    }

    /** OptaPlanner with its default phases and moves for so long, from what is warm now. */
    public static List<List<Candidate>> stock(Board board, Duration limit) {
        Placing placing = new Placing(board, board.current(), List.of());
        if (placing.slots().stream().allMatch(slot -> slot.card().allowed().isEmpty())) {
            return board.current();
        }
        SolverConfig config =
                configured(new SolverConfig()).withTerminationSpentLimit(limit.truncatedTo(ChronoUnit.MILLIS));
        return SolverFactory.<Placing>create(config)
                .buildSolver()
                .solve(placing)
                .placed(board);
    }

    /** One for all: every factory leaves classes behind that are never unloaded. */
    private synchronized SolutionManager<Placing, HardSoftLongScore> scorer() {
        if (scorer == null) {
            scorer = SolutionManager.create(SolverFactory.<Placing>create(configured()));
        }
        return scorer;
    }

    private SolverConfig configured() {
        return configured(settings);
    }

    private static SolverConfig configured(SolverConfig settings) {
        return new SolverConfig(settings)
                .withSolutionClass(Placing.class)
                .withEntityClasses(Slot.class)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withConstraintProviderClass(PlanConstraints.class));
    }

    private static void requireSameScore(Board board, Placing best) {
        Evaluation evaluation = Evaluation.of(board, best.placed(board));
        HardSoftLongScore score = Objects.requireNonNull(best.score());
        if (evaluation.isFeasible() != (score.hardScore() == 0) || evaluation.value() != score.softScore()) {
            throw new IllegalStateException("OptaPlanner scores the plan %s, adding it up gives %d %s."
                    .formatted(score, evaluation.value(), evaluation.broken()));
        }
    }
}
