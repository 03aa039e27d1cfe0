package org.warmplan.plan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;
import org.warmplan.domain.InputException;

/** OptaPlanner with the settings of {@code solver-config/solver.xml}. */
final class Search {
    private final SolverConfig settings;

    private Search(SolverConfig settings) {
        this.settings = settings;
    }

    /**
     * Reads the solver's settings.
     *
     * @throws InputException when the file is missing or OptaPlanner does not understand it
     */
    static Search of(Path solverXml) {
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
     * @param bound no feasible plan is worth more: reaching it ends the search
     * @return the best placement found, by card index; at least as good as {@code start}
     */
    List<List<Candidate>> improve(Board board, List<List<Candidate>> start, long bound) {
        Placing placing = new Placing(board, start);
        if (placing.slots().stream().allMatch(slot -> slot.card().allowed().isEmpty())) {
            // Without a single move to try, OptaPlanner's count limits never fire.
            return start;
        }
        SolverConfig config = new SolverConfig(settings)
                .withSolutionClass(Placing.class)
                .withEntityClasses(Slot.class)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withConstraintProviderClass(PlanConstraints.class));
        TerminationConfig ends = Objects.requireNonNullElseGet(config.getTerminationConfig(), TerminationConfig::new);
        config.setTerminationConfig(
                ends.withBestScoreLimit(HardSoftLongScore.of(0, bound).toString()));
        Placing best = SolverFactory.<Placing>create(config).buildSolver().solve(placing);
        requireSameScore(board, best);
        return best.placed(board);
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
