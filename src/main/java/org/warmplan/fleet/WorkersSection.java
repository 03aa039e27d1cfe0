package org.warmplan.fleet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.warmplan.domain.DataIssue;
import org.warmplan.files.Fields;

/** The workers of a fleet file. */
final class WorkersSection {
    /** go-livepeer has one digit for the card in a container's port ({@code ai/worker/docker.go:881-905} at 176aa415). */
    private static final int MOST_GPUS = 10;

    private static final int MOST_CONTAINERS = 10;
    private static final long MOST_GWEI = 1_000_000_000_000L;
    static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** Names of files and folders that a plan puts beside the workers' folders, in lower case. */
    static final Set<String> TAKEN = Set.of(
            "orchestrator", "aimodels.json", "plan.json", "problem.json", "diff.json", "report.html", "report.md");

    private final Path file;
    private final List<DataIssue> issues;
    private final GpuFields gpuFields;

    WorkersSection(Path file, Catalogue catalogue, List<DataIssue> issues) {
        this.file = file;
        this.issues = issues;
        this.gpuFields = new GpuFields(file, catalogue, issues);
    }

    List<FleetWorker> read(Fields root) {
        List<Fields> entries = root.objects("workers");
        if (entries.isEmpty()) {
            throw root.wrong("workers", "lists no worker", "add one with a name and its gpus");
        }
        TreeMap<String, String> pathByName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        List<FleetWorker> workers = new ArrayList<>();
        for (Fields fields : entries) {
            String name = name(fields);
            String other = pathByName.putIfAbsent(name, fields.path());
            if (other != null) {
                throw fields.wrong(
                        "name",
                        "is \"" + name + "\", which " + other + " has too",
                        "give each machine a name of its own, not only another letter case");
            }
            workers.add(worker(fields, name));
        }
        return workers;
    }

    private FleetWorker worker(Fields fields, String name) {
        int containersPerGpu =
                (int) fields.findInteger("containersPerGpu", 1, MOST_CONTAINERS).orElse(1);
        FleetWorker worker = new FleetWorker(
                name,
                role(fields),
                gpus(fields),
                containersPerGpu,
                PathField.find(fields, "aiModels", file),
                PathField.find(fields, "modelsDir", file),
                reorderDevices(fields, containersPerGpu),
                fields.findInteger("otherWeeklyGwei", 0, MOST_GWEI).orElse(0));
        fields.end();
        return worker;
    }

    private static String name(Fields fields) {
        String name = fields.text("name");
        if (!NAME.matcher(name).matches()) {
            throw fields.wrong(
                    "name",
                    "is \"" + name + "\", no plain name",
                    "use letters, digits, dots, dashes and underscores, a letter or digit first, at most 64");
        }
        if (TAKEN.contains(name.toLowerCase(Locale.ROOT))) {
            throw fields.wrong(
                    "name",
                    "is \"" + name + "\", which the plan's folder needs for its own",
                    "call it after the machine");
        }
        return name;
    }

    private static Role role(Fields fields) {
        String word = fields.findText("role").orElse(Role.COMBINED.word());
        return Stream.of(Role.COMBINED, Role.REMOTE)
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(() -> fields.wrong(
                        "role", "is \"" + word + "\", not combined or remote", "leave it out, which means combined"));
    }

    private boolean reorderDevices(Fields fields, int containersPerGpu) {
        boolean reorder = fields.flag("reorderDevices", false);
        if (reorder && containersPerGpu > 1) {
            issues.add(new DataIssue(
                    "reorderIgnored",
                    String.valueOf(file.getFileName()),
                    fields.path() + ".reorderDevices",
                    "true",
                    "With several containers per GPU every card gets one before any gets two, so the order of -nvidia"
                            + " is planned as it is."));
        }
        return reorder;
    }

    private List<FleetGpu> gpus(Fields fields) {
        List<Fields> entries = fields.objects("gpus");
        if (entries.isEmpty()) {
            throw fields.wrong("gpus", "lists no GPU", "add them in the order given to -nvidia");
        }
        if (entries.size() > MOST_GPUS) {
            throw fields.wrong(
                    "gpus",
                    "lists %d GPUs, and go-livepeer has ports for %d".formatted(entries.size(), MOST_GPUS),
                    "leave out the others");
        }
        TreeMap<String, String> pathByDevice = new TreeMap<>();
        List<FleetGpu> gpus = new ArrayList<>();
        for (Fields entry : entries) {
            FleetGpu gpu = gpuFields.read(entry, gpus.size());
            String other = pathByDevice.putIfAbsent(gpu.device(), entry.path());
            if (other != null) {
                throw entry.wrong(
                        "device",
                        "is \"" + gpu.device() + "\", which " + other + " has too",
                        "number all devices of the worker as nvidia-smi does");
            }
            gpus.add(gpu);
        }
        return gpus;
    }
}
