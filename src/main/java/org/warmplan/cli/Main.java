package org.warmplan.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.warmplan.collect.ask.StoppedException;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program. */
public final class Main {
    private static final int MOST_SUGGESTIONS = 2;

    /** What shells say of a program that was ended by Ctrl-C. */
    private static final int STOPPED = 130;

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        // The same input gives the same bytes, whatever the machine's language.
        Locale.setDefault(Locale.ROOT);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Path home = shortest(Path.of(System.getProperty("warmplan.home", "")));
        Look look = Look.of(
                System.getProperty("warmplan.terminals", ""),
                System.getProperty("warmplan.columns", ""),
                System.getenv());
        CtrlC ctrlC = CtrlC.ofThisProcess();
        Surroundings surroundings = new Surroundings(
                out,
                err,
                InstantSource.system(),
                home,
                look,
                System.in,
                Programs.ofThisMachine(),
                System.getenv(),
                ctrlC);
        int code = run(surroundings, args);
        out.flush();
        ctrlC.ended();
        System.exit(code);
    }

    /** Relative to where the command is given, if it is inside: so that reports name no more of the machine than needed. */
    private static Path shortest(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path) : path;
    }

    /** Runs one command; the exit codes are those of {@link ExitCode}. */
    static int run(Surroundings surroundings, String... args) {
        CommandLine line = new CommandLine(new WarmplanCommand())
                .addSubcommand(new InitCommand(surroundings))
                .addSubcommand(new RunCommand(surroundings))
                .addSubcommand(new CollectCommand(surroundings))
                .addSubcommand(new PlanCommand(surroundings))
                .addSubcommand(new DemandCommand(surroundings))
                .addSubcommand(new SolveCommand(surroundings))
                .addSubcommand(new CertifyCommand(surroundings))
                .addSubcommand(new CheckCommand(surroundings))
                .addSubcommand(new DiffCommand(surroundings))
                .addSubcommand(new ApplyCommand(surroundings))
                .addSubcommand(new VerifyCommand(surroundings))
                .addSubcommand(new CommandLine(new ExperimentCommand())
                        .addSubcommand(new ExperimentCommand.VerdictCommand(surroundings)))
                .addSubcommand(HistoryCommand.with(surroundings))
                .addSubcommand(new MarketCommand(surroundings))
                .addSubcommand(new BenchCommand(surroundings))
                .setColorScheme(Help.defaultColorScheme(surroundings.look().outColours() ? Ansi.ON : Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        line.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec()
                        .versionProvider(line.getCommandSpec().versionProvider()));
        line.setExecutionExceptionHandler((failure, command, result) -> tell(surroundings, failure));
        line.setParameterExceptionHandler((failure, given) -> {
            surroundings.say(Tone.FAILURE, sentence(String.valueOf(failure.getMessage())) + wayOut(failure));
            return ExitCode.WRONG_USAGE.number();
        });
        return line.execute(args);
    }

    private static int tell(Surroundings surroundings, Exception failure) {
        if (failure instanceof StoppedException) {
            surroundings.say(Tone.FAILURE, "Stopped. What was filed until now stays; nothing was filed half.");
            return STOPPED;
        }
        ExitCode code = ExitCode.of(failure);
        if (code == ExitCode.OUR_FAULT) {
            surroundings.say(
                    Tone.FAILURE, "Warmplan itself failed; this is a mistake in the program, not in your files.");
            failure.printStackTrace(surroundings.err());
        } else {
            surroundings.say(Tone.FAILURE, String.valueOf(failure.getMessage()));
        }
        return code.number();
    }

    /** For a mistyped word the nearest ones; otherwise where all are listed. */
    private static String wayOut(ParameterException failure) {
        String help = failure.getCommandLine().getCommandSpec().qualifiedName(" ") + " --help";
        List<String> near = failure instanceof UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions().stream().limit(MOST_SUGGESTIONS).toList()
                : List.of();
        return near.isEmpty()
                ? " Maybe see " + help + "."
                : " Maybe " + String.join(" or ", near) + " was meant; see " + help + ".";
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }
}
