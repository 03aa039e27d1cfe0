package org.warmplan.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.InputException;
import org.warmplan.files.TextFile;
import org.warmplan.fleet.Fleet;
import org.warmplan.fleet.FleetWorker;
import org.warmplan.report.Check;
import org.warmplan.report.CheckJson;
import org.warmplan.report.CheckText;
import org.warmplan.worker.Advertised;
import org.warmplan.worker.AiModelsFile;
import org.warmplan.worker.AskedPrice;
import org.warmplan.worker.SplitOrchestrator;
import org.warmplan.worker.Startup;
import org.warmplan.worker.UnparsedException;
import org.warmplan.worker.WorkerSetup;
import org.warmplan.worker.lint.Checked;
import org.warmplan.worker.lint.Lint;
import org.warmplan.worker.lint.Linter;
import org.warmplan.worker.lint.LoadTimes;
import org.warmplan.worker.lint.SplitLints;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether go-livepeer would start with a file, where each entry would land, and what else is wrong with it. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Would this aiModels.json start, and where would each entry land?",
        footer = {"", "Exit codes: 0 it starts; 4 it would not (with --strict also when an error was found)."})
final class CheckCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "AIMODELS",
            description = "The file, - for standard input, or the inline form pipeline:model_id:warm,…")
    private String argument = "";

    @Mixin
    private CheckOptions options = new CheckOptions();

    @Option(names = "--strict", description = "Ends with 4 when an error was found although it would start.")
    private boolean strict;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "What to print: a table, or one JSON document (default: text).")
    private Options.Format format = Options.Format.TEXT;

    CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        CheckedProcess process = CheckedProcess.of(surroundings, options);
        Check check;
        try {
            check = check(process, read());
        } catch (UnparsedException e) {
            check = new Check.Unreadable(name(), e);
        }
        surroundings.show(format == Options.Format.JSON ? CheckJson.write(check) : CheckText.write(check));
        boolean sound = strict ? check.isClean() : check.starts();
        return (sound ? ExitCode.DONE : ExitCode.NO_PLAN).number();
    }

    /** go-livepeer takes whatever is no file for the inline form (core/ai.go:90-124 at 176aa415). */
    private AiModelsFile read() {
        if (argument.equals(STANDARD_INPUT)) {
            return AiModelsFile.read(name(), TextFile.utf8(standardInput(), "Standard input"));
        }
        if (isPath(argument)) {
            return AiModelsFile.read(argument, TextFile.read(Path.of(argument), "The aiModels.json"));
        }
        if (argument.contains(":")) {
            return AiModelsFile.readInline(argument);
        }
        throw new InputException(
                "There is no file %s; go-livepeer would take the words for its inline form and stop with \"Error parsing"
                                .formatted(argument)
                        + " -aiModels: invalid AI model config expected <pipeline>:<model_id>:<warm>\". Maybe the path is"
                        + " relative to another folder.");
    }

    /** What to call what is checked. */
    private String name() {
        return argument.equals(STANDARD_INPUT) ? "standard input" : argument;
    }

    private static boolean isPath(String text) {
        try {
            return Files.exists(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private byte[] standardInput() {
        try {
            byte[] bytes = surroundings.in().readNBytes((int) TextFile.MAX_BYTES + 1);
            if (bytes.length > TextFile.MAX_BYTES) {
                throw new InputException(
                        "Standard input has more than the %d bytes that are read. Maybe another file was meant."
                                .formatted(TextFile.MAX_BYTES));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Check.Started check(CheckedProcess process, AiModelsFile file) {
        Checked checked = Checked.of(file, process.setup());
        List<Lint> lints = new ArrayList<>(Linter.lint(checked, process.known()));
        List<Advertised> announced =
                checked.startup().starts() ? checked.startup().advertised() : List.of();
        Fleet fleet = process.fleet();
        FleetWorker worker = process.worker();
        if (fleet != null && worker != null && process.isRemote()) {
            Map<String, AiModelsFile> files = remoteFiles(fleet, worker, file);
            announced = SplitOrchestrator.advertise(startups(fleet, files));
            SortedMap<String, AiModelsFile> others = new TreeMap<>(files);
            others.remove(worker.name());
            lints.addAll(SplitLints.ofWorker(file, others));
            AiModelsFile prices = readIfThere(fleet.orchestratorAiModels(), "orchestrator");
            if (prices != null) {
                lints.addAll(SplitLints.ofPrices(file, prices));
            }
            lints.sort(Comparator.comparing(Lint::severity));
        }
        return new Check.Started(
                name(),
                worker == null ? null : worker.name(),
                checked,
                process.known(),
                AskedPrice.of(file, process.setup(), process.usdPerEth()),
                announced,
                LoadTimes.of(checked, process.known(), process.loadSeconds()),
                lints);
    }

    /** The file of every remote worker, in the fleet's order; {@code file} in place of the worker's own. */
    private Map<String, AiModelsFile> remoteFiles(Fleet fleet, FleetWorker worker, AiModelsFile file) {
        Map<String, AiModelsFile> files = new LinkedHashMap<>();
        for (FleetWorker remote : fleet.remoteWorkers()) {
            AiModelsFile other = remote.equals(worker) ? file : readIfThere(remote.aiModels(), remote.name());
            if (other != null) {
                files.put(remote.name(), other);
            }
        }
        return files;
    }

    private static List<Startup> startups(Fleet fleet, Map<String, AiModelsFile> files) {
        return fleet.remoteWorkers().stream()
                .filter(remote -> files.containsKey(remote.name()))
                .map(remote -> Startup.of(
                        files.getOrDefault(remote.name(), AiModelsFile.none("")), WorkerSetup.of(remote, true)))
                .toList();
    }

    /** Another process's file: without it less can be checked, which is told. */
    private @Nullable AiModelsFile readIfThere(@Nullable Path path, String whose) {
        if (path == null) {
            return null;
        }
        try {
            return AiModelsFile.read(path.toString(), TextFile.read(path, "The aiModels.json of " + whose));
        } catch (InputException e) {
            surroundings.say(Tone.CARE, "Not compared with " + whose + ": " + e.getMessage());
            return null;
        }
    }
}
