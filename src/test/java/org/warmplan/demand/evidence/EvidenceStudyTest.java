package org.warmplan.demand.evidence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.warmplan.collect.SourceKinds;
import org.warmplan.demand.DemandPolicy;
import org.warmplan.demand.Distinct;
import org.warmplan.demand.Reading;
import org.warmplan.demand.SharePolicy;
import org.warmplan.demand.Supply;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.Observation;
import org.warmplan.domain.Snapshot;
import org.warmplan.domain.Workload;
import org.warmplan.files.Document;
import org.warmplan.files.JsonText;
import org.warmplan.history.Manifest;
import tools.jackson.databind.JsonNode;

final class EvidenceStudyTest {
    @Test
    void study() throws Exception {
        List<Observation> all = new ArrayList<>();
        for (Snapshot s : Manifest.read(Path.of("data/example/network/manifest.jsonl"))) {
            all.addAll(SourceKinds.find(s.kind()).orElseThrow().read(s).observations());
        }
        DemandPolicy policy = DemandPolicy.of(Document.ofYaml(Path.of("solver-config", "policy.yaml"), "p")
                .fields()
                .object("demand"));
        java.time.Instant at = java.time.Instant.parse("2026-11-23T06:00:00Z");
        List<Observation> obs = Distinct.of(all);
        Supply supply = Supply.of(obs, at, policy.supplyWindow());
        DataIssues issues = new DataIssues();
        GatheredEvidence g = new EvidenceGatherer(
                        policy,
                        new SharePolicy(0.8, 0.7, 0.3),
                        supply,
                        new Address("0x00000000000000000000000000000000000e0001"),
                        at)
                .gather(obs, issues);
        JsonNode truth = JsonText.read("t", java.nio.file.Files.readString(Path.of("data/example/network/truth.json")));
        Map<Workload, double[]> rates = new TreeMap<>();
        for (JsonNode w : truth.get("workloads")) {
            Workload workload = Workload.find(w.get("workload").asString()).orElseThrow();
            double[] r = new double[8];
            for (int i = 0; i < 8; i++) r[i] = w.get("weeklyUnits").get(7 - i).doubleValue();
            rates.put(workload, r);
        }
        g.readings().forEach((w, list) -> {
            System.out.println(w);
            for (Reading r : list) {
                double t = rates.containsKey(w) ? rates.get(w)[r.weeksAgo()] / units(w) : Double.NaN;
                System.out.printf(
                        "   %-20s %d est %10.3f truth %10.3f ratio %.2f spread %.2f events %.2f  %s%n",
                        r.kind(),
                        r.weeksAgo(),
                        r.events() / r.exposure(),
                        t,
                        r.events() / r.exposure() / t,
                        r.spread(),
                        r.events(),
                        r.text());
            }
        });
        issues.counted().forEach(System.out::println);
        System.out.println(g.leftOut());
    }

    static double units(Workload w) {
        for (var v : org.warmplan.demand.evidence.StudyUnits.UNITS.entrySet())
            if (v.getKey().equals(w.id())) return v.getValue();
        throw new IllegalStateException(w.id());
    }
}
