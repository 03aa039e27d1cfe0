package org.warmplan.fleet;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.InputException;
import org.warmplan.files.Document;
import org.warmplan.files.Fields;
import org.warmplan.files.Schema;

/** Reads {@code fleet.yaml}. */
public final class FleetFile {
    /** The version of the file. */
    public static final int VERSION = 1;

    private FleetFile() {}

    /**
     * Reads a fleet. Paths in it are taken from the folder the file is in.
     *
     * @throws InputException when the file is missing or wrong in any way; the message names line, field, value and the
     *     way out
     */
    public static Fleet read(Path file, Catalogue catalogue) {
        Document document = Document.ofYaml(file, "The fleet file");
        Fields root = document.fields();
        requireVersion(root);
        List<DataIssue> issues = new ArrayList<>();
        List<FleetWorker> workers = new WorkersSection(file, catalogue, issues).read(root);
        Fleet fleet = new Fleet(
                root.findText("orchestrator").map(text -> address(root, text)).orElse(null),
                orchestratorFile(root, file, workers, issues),
                workers,
                new PinsSection(workers).read(root),
                new OverridesSection(catalogue, workers).read(root),
                PricesSection.read(root),
                root.findText("metrics").map(text -> metrics(root, text)).orElse(null),
                issues);
        root.end();
        Schema.named("fleet").check(document);
        return fleet;
    }

    private static void requireVersion(Fields root) {
        String version = root.findText("version").orElse("");
        if (version.isEmpty()) {
            throw root.wrong("version", "is missing", "add version: " + VERSION + " as the first line");
        }
        if (!version.equals(String.valueOf(VERSION))) {
            throw root.wrong(
                    "version",
                    "is %s, not %d".formatted(version, VERSION),
                    "it was written for another Warmplan, or is another kind of file");
        }
    }

    /** Prices of remote workers stand in their orchestrator's file; a combined worker has them in its own. */
    private static @Nullable Path orchestratorFile(
            Fields root, Path file, List<FleetWorker> workers, List<DataIssue> issues) {
        Path path = PathField.find(root, "orchestratorAiModels", file);
        boolean remote = workers.stream().anyMatch(FleetWorker::isRemote);
        if (remote && path == null) {
            issues.add(issue(
                    "orchestratorFileMissing",
                    file,
                    "Remote workers get their prices from their orchestrator's aiModels.json, and none is given: what"
                            + " it asks today is not known, and a new one is published. Maybe name it as"
                            + " orchestratorAiModels."));
        }
        if (!remote && path != null) {
            issues.add(issue(
                    "orchestratorFileUnused",
                    file,
                    "No worker is remote, so the orchestrator's file is not read. Maybe a role: remote is missing."));
            return null;
        }
        return path;
    }

    private static DataIssue issue(String kind, Path file, String message) {
        return new DataIssue(kind, String.valueOf(file.getFileName()), "orchestratorAiModels", "", message);
    }

    private static Address address(Fields root, String text) {
        return Address.find(text)
                .orElseThrow(() -> root.wrong(
                        "orchestrator",
                        "is \"" + text + "\", not 0x and 40 hexadecimal digits",
                        "copy the address from the explorer"));
    }

    private static URI metrics(Fields root, String text) {
        try {
            URI url = new URI(text);
            if (url.getHost() != null && Set.of("http", "https").contains(url.getScheme())) {
                return url;
            }
        } catch (URISyntaxException e) {
            // Told below, like any other text that is no such URL.
        }
        throw root.wrong(
                "metrics", "is \"" + text + "\", no http or https URL", "write it like http://127.0.0.1:7935/metrics");
    }
}
