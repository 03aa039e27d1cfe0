package org.warmplan.demand.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
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
import org.warmplan.example.ExampleUnits;
import org.warmplan.files.Document;
import org.warmplan.files.JsonText;
import org.warmplan.history.Manifest;
import tools.jackson.databind.JsonNode;

/** The example network's evidence beside its truth, which no estimate reads. */
final class ExampleNetworkEvidenceTest {
    private static final Path NETWORK = Path.of("data", "example", "network");
    private static final Instant AT = Instant.parse("2026-11-23T06:00:00Z");
    private static final Address SELF = new Address("0x00000000000000000000000000000000000e0001");

    private static final List<Held> HELD = new ArrayList<>();

    /** A reading beside the true rate of its week. */
    private record Held(Reading reading, double truth) {
        double logRatio() {
            return Math.log(Scene.rate(reading) / truth);
        }

        double error() {
            double counting = reading.events() > 0 ? 1 / reading.events() : 1;
            return logRatio() / Math.sqrt(reading.spread() * reading.spread() + counting);
        }
    }

    @BeforeAll
    static void gather() throws IOException {
        DemandPolicy policy = DemandPolicy.of(Document.ofYaml(Path.of("solver-config", "policy.yaml"), "The policy")
                .fields()
                .object("demand"));
        List<Observation> observations = new ArrayList<>();
        for (Snapshot snapshot : Manifest.read(NETWORK.resolve("manifest.jsonl"))) {
            observations.addAll(SourceKinds.find(snapshot.kind())
                    .orElseThrow()
                    .read(snapshot)
                    .observations());
        }
        observations = Distinct.of(observations);
        Supply supply = Supply.of(observations, AT, policy.supplyWindow());
        SortedMap<Workload, double[]> truth = truth();
        new EvidenceGatherer(policy, Scene.SHARE, supply, SELF, AT)
                .gather(observations, new DataIssues())
                .readings()
                .forEach((workload, readings) -> readings.forEach(reading ->
                        HELD.add(new Held(reading, truth.getOrDefault(workload, new double[0])[reading.weeksAgo()]))));
    }

    /** Rates from the latest week back. */
    private static SortedMap<Workload, double[]> truth() throws IOException {
        JsonNode file = JsonText.read("truth", Files.readString(NETWORK.resolve("truth.json")));
        SortedMap<Workload, double[]> rates = new TreeMap<>();
        for (JsonNode row : file.get("workloads")) {
            Workload workload = Workload.find(row.get("workload").asString()).orElseThrow();
            JsonNode units = row.get("weeklyUnits");
            double[] weekly = new double[units.size()];
            for (int week = 0; week < weekly.length; week++) {
                weekly[week] = units.get(weekly.length - 1 - week).doubleValue() / ExampleUnits.perRate(workload);
            }
            rates.put(workload, weekly);
        }
        return rates;
    }

    private static List<Held> ofKind(EvidenceKind kind) {
        return HELD.stream()
                .filter(held -> held.reading().kind() == kind && held.reading().events() > 0)
                .toList();
    }

    @Test
    void capacityThatGrewTellsTheRateOfEachWeek() {
        List<Held> drift = ofKind(EvidenceKind.CAPACITY_DRIFT);

        assertThat(drift).hasSizeGreaterThan(30);
        assertThat(drift.stream().mapToDouble(Held::logRatio).average().orElseThrow())
                .isBetween(-0.25, 0.1);
        assertThat(drift).allSatisfy(held -> assertThat(Math.abs(held.error())).isLessThan(2));
    }

    @Test
    void containersInUseTellTheRateOfEachWeek() {
        List<Held> looks = ofKind(EvidenceKind.LIVE_IN_USE).stream()
                .filter(held -> held.truth() > 1)
                .toList();

        assertThat(looks).hasSize(12);
        assertThat(looks.stream().mapToDouble(Held::logRatio).average().orElseThrow())
                .isBetween(-0.2, 0.2);
        assertThat(looks).allSatisfy(held -> assertThat(Math.abs(held.error())).isLessThan(2.5));
    }

    @Test
    void registrationsAreFarOffAndSaySo() {
        List<Held> offers = ofKind(EvidenceKind.REGISTRATIONS);

        assertThat(offers).allSatisfy(held -> {
            assertThat(held.reading().spread()).isGreaterThanOrEqualTo(1.5);
            assertThat(Math.abs(held.error())).isLessThan(2.5);
        });
    }
}
