package org.warmplan.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.InputException;
import org.warmplan.domain.UsageException;
import org.warmplan.explain.Experiment;
import org.warmplan.explain.Experiment.Verdict;
import org.warmplan.explain.Experiments;
import org.warmplan.explain.ExperimentsFile;
import org.warmplan.files.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the operator says of experiments. */
@Command(
        name = "experiment",
        mixinStandardHelpOptions = true,
        description = "Records what you found of the flag that a plan tries.",
        synopsisSubcommandLabel = "verdict good|bad")
final class ExperimentCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Missing: verdict good or verdict bad");
        }
    }

    /** Records a verdict; the next plan keeps the flag or takes it away. */
    @Command(
            name = "verdict",
            mixinStandardHelpOptions = true,
            description = "Records your verdict; the next plan keeps the flag, or takes it away for good.")
    static final class VerdictCommand implements Callable<Integer> {
        private static final int LONGEST_NOTE = 1000;

        private final Surroundings surroundings;

        @Parameters(paramLabel = "good|bad", description = "Whether the flag may stay.")
        private Verdict verdict = Verdict.GOOD;

        @Option(names = "--worker", paramLabel = "NAME", description = "Whose experiment, when several are open.")
        private @Nullable String worker;

        @Option(names = "--note", paramLabel = "TEXT", description = "Your reason, for the next report.")
        private @Nullable String note;

        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "Where plans are remembered (default: ${DEFAULT-VALUE}).")
        private Path data = Path.of("data");

        VerdictCommand(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            if (note != null && note.length() > LONGEST_NOTE) {
                throw new UsageException("--note has %d characters, more than %d. Maybe keep it to a sentence."
                        .formatted(note.length(), LONGEST_NOTE));
            }
            WholeFile.requireWritable(data);
            return DataLock.holding(data, this::record);
        }

        private int record() {
            Experiments experiments = ExperimentsFile.read(data);
            Experiment judged = find(experiments).judged(verdict, note == null || note.isBlank() ? null : note);
            ExperimentsFile.write(data, experiments.with(judged));
            surroundings.say("%s on %s of %s is recorded as %s; the next plan %s."
                    .formatted(
                            judged.flag(),
                            judged.workload(),
                            judged.worker(),
                            verdict.name().toLowerCase(Locale.ROOT),
                            judged.isOn() ? "keeps it" : "takes it away"));
            return ExitCode.DONE.number();
        }

        private Experiment find(Experiments experiments) {
            List<Experiment> open = experiments.open().stream()
                    .filter(experiment -> worker == null || experiment.worker().equals(worker))
                    .toList();
            if (open.isEmpty()) {
                throw new InputException(
                        "No experiment%s in %s is waiting for a verdict. Maybe --data is another folder."
                                .formatted(worker == null ? "" : " of worker " + worker, data));
            }
            if (open.size() > 1) {
                throw new UsageException(
                        "%d experiments wait for a verdict. Maybe name one of the workers with --worker: %s."
                                .formatted(
                                        open.size(),
                                        open.stream().map(Experiment::worker).collect(Collectors.joining(", "))));
            }
            return open.get(0);
        }
    }
}
