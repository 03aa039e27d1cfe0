package org.warmplan.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import picocli.CommandLine;

/** The program. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        // The same input gives the same bytes, whatever the machine's language.
        Locale.setDefault(Locale.ROOT);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Path home = shortest(Path.of(System.getProperty("warmplan.home", "")));
        int code = run(new Surroundings(out, err, InstantSource.system(), home), args);
        out.flush();
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
                .addSubcommand(new RunCommand(surroundings))
                .addSubcommand(new CollectCommand(surroundings))
                .addSubcommand(new PlanCommand(surroundings))
                .addSubcommand(new CommandLine(new ExperimentCommand())
                        .addSubcommand(new ExperimentCommand.VerdictCommand(surroundings)))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((failure, command, result) -> tell(surroundings, failure));
        line.setParameterExceptionHandler((failure, given) -> {
            surroundings.say(sentence(String.valueOf(failure.getMessage())) + " Maybe see "
                    + failure.getCommandLine().getCommandSpec().qualifiedName(" ") + " --help.");
            return ExitCode.WRONG_USAGE.number();
        });
        return line.execute(args);
    }

    private static int tell(Surroundings surroundings, Exception failure) {
        ExitCode code = ExitCode.of(failure);
        if (code == ExitCode.OUR_FAULT) {
            surroundings.say("Warmplan itself failed; this is a mistake in the program, not in your files.");
            failure.printStackTrace(surroundings.err());
        } else {
            surroundings.say(String.valueOf(failure.getMessage()));
        }
        return code.number();
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }
}
