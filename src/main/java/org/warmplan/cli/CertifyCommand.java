package org.warmplan.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.warmplan.certify.Certifier;
import org.warmplan.certify.Verdict;
import org.warmplan.problem.Problem;
import org.warmplan.problem.ProblemFile;
import org.warmplan.problem.SolutionFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether a solution is what it claims to be; whoever wrote it. */
@Command(
        name = "certify",
        mixinStandardHelpOptions = true,
        description =
                "Checks a solution of a problem file again, with code that shares nothing with the planner: does it keep"
                        + " every rule, is it worth what it says, and is its bound proved?",
        footer = {"", "Exit codes: 0 nothing that is claimed is contradicted; 4 something is."})
final class CertifyCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "PROBLEM", description = "The problem file, such as a run's problem.json.")
    private Path problem = Path.of("");

    @Parameters(index = "1", paramLabel = "SOLUTION", description = "The solution file, with its certificate.")
    private Path solution = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "What to print: a line for each claim, or one JSON document (default: text).")
    private Options.Format format = Options.Format.TEXT;

    CertifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Problem asked = ProblemFile.read(problem);
        Verdict verdict = Certifier.certify(asked, SolutionFile.read(solution));
        surroundings.show(format == Options.Format.JSON ? VerdictJson.write(verdict) : VerdictText.write(verdict));
        return (verdict.stands() ? ExitCode.DONE : ExitCode.NO_PLAN).number();
    }
}
