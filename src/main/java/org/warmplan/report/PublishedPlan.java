package org.warmplan.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Address;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Workload;
import org.warmplan.files.Document;
import org.warmplan.files.Schema;
import org.warmplan.fleet.Role;
import tools.jackson.databind.JsonNode;

/**
 * A plan.json read back: what to install where, and what should run then.
 *
 * @param folder where plan.json is
 * @param example whether it was made from the example data that comes with the program
 * @param orchestrator null when the operator did not say which it is
 * @param workers in the order of the fleet file
 */
public record PublishedPlan(
        Path folder,
        Instant generatedAt,
        boolean example,
        @Nullable Address orchestrator,
        List<PublishedWorker> workers,
        List<PublishedFile> files) {
    public PublishedPlan {
        workers = List.copyOf(workers);
        files = List.copyOf(files);
    }

    /**
     * Reads it.
     *
     * @param path a plan.json, or the folder it was published to
     * @throws InputException when it is missing, or no plan.json of this version
     */
    public static PublishedPlan read(Path path) {
        Path file = Files.isDirectory(path) ? path.resolve("plan.json") : path;
        Document document = Document.ofJson(file, "The plan");
        Schema.named("plan").check(document);
        JsonNode root = document.root();
        List<PublishedWorker> workers = new ArrayList<>();
        root.get("workers").forEach(worker -> workers.add(worker(worker)));
        List<PublishedFile> files = new ArrayList<>();
        root.get("files").forEach(published -> files.add(file(published)));
        JsonNode address = root.get("orchestrator");
        return new PublishedPlan(
                folderOf(file),
                Instant.parse(root.get("generatedAt").asString()),
                root.get("example").asBoolean(),
                address == null ? null : new Address(address.asString()),
                workers,
                files);
    }

    public Optional<PublishedWorker> findWorker(String name) {
        return workers.stream().filter(worker -> worker.name().equals(name)).findFirst();
    }

    /** The file of a worker, or of {@link Publication#ORCHESTRATOR}. */
    public Optional<PublishedFile> findFile(String worker) {
        return files.stream().filter(file -> file.worker().equals(worker)).findFirst();
    }

    private static Path folderOf(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }

    private static PublishedFile file(JsonNode node) {
        JsonNode before = node.get("before");
        return new PublishedFile(
                node.get("worker").asString(),
                node.get("path").asString(),
                before.isNull() ? null : before.asString(),
                node.get("sha256").asString());
    }

    private static PublishedWorker worker(JsonNode node) {
        List<PublishedSlot> slots = new ArrayList<>();
        node.get("slots").forEach(slot -> slots.add(slot(slot)));
        List<Workload> cold = new ArrayList<>();
        node.get("cold").forEach(id -> Workload.find(id.asString()).ifPresent(cold::add));
        return new PublishedWorker(
                node.get("name").asString(),
                node.get("role").asString().equals(Role.REMOTE.word()) ? Role.REMOTE : Role.COMBINED,
                node.get("nvidia").asString(),
                node.get("reordered").asBoolean(),
                slots,
                cold);
    }

    private static PublishedSlot slot(JsonNode node) {
        JsonNode workload = node.get("workload");
        return new PublishedSlot(
                node.get("gpu").asString(),
                node.get("device").asString(),
                node.get("slot").asInt(),
                node.get("container").asInt(),
                workload.isNull() ? null : Workload.find(workload.asString()).orElse(null));
    }
}
