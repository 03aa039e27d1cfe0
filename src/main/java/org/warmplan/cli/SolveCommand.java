package org.warmplan.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.UsageException;
import org.warmplan.files.Durations;
import org.warmplan.files.Visible;
import org.warmplan.files.WholeFile;
import org.warmplan.plan.Order;
import org.warmplan.plan.Planner;
import org.warmplan.problem.Problem;
import org.warmplan.problem.ProblemFile;
import org.warmplan.problem.Solution;
import org.warmplan.problem.SolutionFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Solves a problem file by itself, whoever wrote it. */
@Command(
        name = "solve",
        mixinStandardHelpOptions = true,
        description =
                "Solves a problem file, such as a run's problem.json, and writes a solution with a certificate of how good"
                        + " it is, for certify or any other program to check.",
        footer = {"", "Exit codes: 0 a plan was found; 4 the rules contradict each other, or none was found in time."})
final class SolveCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "PROBLEM", description = "The problem file.")
    private Path problem = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "Where the solution goes (default: solution.json).")
    private Path out = Path.of("solution.json");

    @Option(
            names = "--time-limit",
            paramLabel = "TIME",
            description =
                    "Most time to take, like 10s (default: 60s). Work is counted, not timed: a limit only cuts short"
                            + " what would take longer.")
    private @Nullable String timeLimit;

    @Option(names = "--seed", paramLabel = "N", description = "Where chance begins (default: 0).")
    private long seed;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "What to print: what was found in a few lines, or the solution itself (default: text).")
    private Options.Format format = Options.Format.TEXT;

    SolveCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Order order = Order.USUAL.within(limit(), seed);
        WholeFile.requireWritable(Objects.requireNonNull(out.toAbsolutePath().getParent()));
        Problem asked = ProblemFile.read(problem);
        Planner.Answer answer = Planner.of(surroundings.config("solver.xml")).find(asked, order);
        Solution solution = answer.toSolution();
        String text = SolutionFile.write(solution);
        WholeFile.write(out, text);
        surroundings.show(format == Options.Format.JSON ? text : text(solution));
        if (answer.cutShort()) {
            surroundings.say(
                    "The time limit cut the search short: another machine, or another run, may find another plan.");
        }
        surroundings.say("Written to " + Visible.of(out.toString()));
        return (solution.status().hasAssignment() ? ExitCode.DONE : ExitCode.NO_PLAN).number();
    }

    private Duration limit() {
        if (timeLimit == null) {
            return Order.USUAL_LIMIT;
        }
        String given = timeLimit;
        return Durations.find(given)
                .orElseThrow(() -> new UsageException("--time-limit is %s, not %s. Maybe write it like 10s."
                        .formatted(Visible.of(given), Durations.FORM)));
    }

    private static String text(Solution solution) {
        StringBuilder text = new StringBuilder();
        text.append("status: ").append(solution.status()).append('\n');
        if (solution.reason() != null) {
            text.append("reason: ").append(Visible.of(solution.reason())).append('\n');
        }
        if (solution.value() != null && solution.bound() != null && solution.foundBy() != null) {
            text.append("value:  ").append(solution.value()).append(" gwei per week\n");
            text.append("bound:  ").append(solution.bound()).append(" gwei per week\n");
            text.append("gap:    %.4f %%%n".formatted(100 * solution.gap()).replace("\r", ""));
            text.append("found by ").append(solution.foundBy().word()).append('\n');
        }
        return text.toString();
    }
}
