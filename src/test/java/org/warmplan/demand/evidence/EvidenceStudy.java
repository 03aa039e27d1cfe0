package org.warmplan.demand.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.warmplan.collect.SourceKinds;
import org.warmplan.demand.DemandPolicy;
import org.warmplan.demand.Distinct;
import org.warmplan.demand.EvidenceKind;
import org.warmplan.demand.Reading;
import org.warmplan.demand.Supply;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.Workload;
import org.warmplan.files.Document;
import org.warmplan.files.JsonText;
import org.warmplan.history.SnapshotStore;
import tools.jackson.databind.JsonNode;

/**
 * How far readings are from the truth in simulated markets, by kind. Not a test: it prints a table. Folders come from
 * {@code ./warmplan market --out DIR}; {@code mvn test -Dtest=EvidenceStudy -Dwarmplan.study=DIR1,DIR2}.
 */
final class EvidenceStudy {
    private static final double LIVE_UNITS = 604_800.0 * 27_648_000;

    private final SortedMap<EvidenceKind, List<double[]>> byKind = new TreeMap<>();

    @Test
    void study() throws IOException {
        String folders = System.getProperty("warmplan.study", "");
        for (String folder : folders.isEmpty() ? new String[0] : folders.split(",", -1)) {
            hold(Path.of(folder));
        }
        System.out.printf(
                "%-20s %8s %8s %12s %10s %8s %12s%n",
                "kind", "readings", "nothing", "median ratio", "log error", "spread", "within 10-90");
        byKind.forEach((kind, rows) -> print(kind, rows));
    }

    /** Rows of: log ratio, told standard deviation of it, spread alone. */
    private static void print(EvidenceKind kind, List<double[]> rows) {
        double[] ratios = rows.stream()
                .mapToDouble(row -> row[0])
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double mean = Arrays.stream(ratios).average().orElse(0);
        double deviation = Math.sqrt(Arrays.stream(ratios)
                .map(r -> (r - mean) * (r - mean))
                .average()
                .orElse(0));
        long within = rows.stream()
                .filter(row -> Double.isFinite(row[0]) && Math.abs(row[0]) <= 1.28 * row[1])
                .count();
        System.out.printf(
                "%-20s %8d %8d %12.2f %10.2f %8.2f %11.0f%%%n",
                kind.word(),
                rows.size(),
                rows.size() - ratios.length,
                ratios.length == 0 ? Double.NaN : Math.exp(ratios[ratios.length / 2]),
                deviation,
                rows.stream().mapToDouble(row -> row[2]).average().orElse(0),
                100.0 * within / Math.max(1, ratios.length));
    }

    private void hold(Path folder) throws IOException {
        List<Observation> observations = new ArrayList<>();
        SnapshotStore store = SnapshotStore.at(folder.resolve("data"));
        store.list(Instant.MAX).forEach(id -> {
            Snapshot snapshot = store.get(id);
            observations.addAll(SourceKinds.find(snapshot.kind())
                    .orElseThrow()
                    .read(snapshot)
                    .observations());
        });
        JsonNode truth = JsonText.read("truth", Files.readString(folder.resolve("truth.json")));
        JsonNode ends = truth.get("weekEnds");
        Instant at = Instant.parse(ends.get(ends.size() - 1).asString());
        DemandPolicy policy = DemandPolicy.of(Document.ofYaml(Path.of("solver-config", "policy.yaml"), "The policy")
                .fields()
                .object("demand"));
        List<Observation> distinct = Distinct.of(observations);
        Supply supply = Supply.of(distinct, at, policy.supplyWindow());
        Address self = new Address(Document.ofYaml(folder.resolve("fleet.yaml"), "The fleet")
                .fields()
                .text("orchestrator"));
        DataIssues issues = new DataIssues();
        GatheredEvidence gathered =
                new EvidenceGatherer(policy, Scene.SHARE, supply, self, at).gather(distinct, issues);
        for (JsonNode row : truth.get("workloads")) {
            Workload workload = Workload.find(row.get("workload").asString()).orElseThrow();
            double units = workload.pipeline().isLive()
                    ? LIVE_UNITS
                    : row.get("unitsPerRequest").doubleValue();
            for (Reading reading : gathered.readings().getOrDefault(workload, List.of())) {
                JsonNode weekly = row.get("weeklyUnits");
                hold(reading, weekly.get(weekly.size() - 1 - reading.weeksAgo()).doubleValue() / units);
            }
        }
        issues.counted()
                .forEach(issue ->
                        System.out.println(issue.count() + " " + issue.first().kind()));
        gathered.leftOut().forEach(System.out::println);
    }

    private void hold(Reading reading, double truth) {
        double counting = 1 / Math.max(1, reading.events());
        double told = Math.sqrt(reading.spread() * reading.spread() + counting);
        double ratio = truth > 0 ? Math.log(Scene.rate(reading) / truth) : Double.NaN;
        byKind.computeIfAbsent(reading.kind(), k -> new ArrayList<>())
                .add(new double[] {ratio, told, reading.spread()});
        if (Boolean.getBoolean("warmplan.study.all")) {
            System.out.printf(
                    "%s %s %d: %.3g for %.3g, events %.1f, spread %.2f, %s%n",
                    reading.kind().word(),
                    reading.workload(),
                    reading.weeksAgo(),
                    Scene.rate(reading),
                    truth,
                    reading.events(),
                    reading.spread(),
                    reading.text());
        }
    }
}
