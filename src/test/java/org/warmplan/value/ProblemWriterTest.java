package org.warmplan.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmplan.demand.Demand;
import org.warmplan.demand.Evidence;
import org.warmplan.demand.EvidenceKind;
import org.warmplan.demand.HourProfile;
import org.warmplan.demand.Rate;
import org.warmplan.demand.SharePolicy;
import org.warmplan.domain.Gwei;
import org.warmplan.domain.InfeasibleException;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Vram;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Catalogue;
import org.warmplan.fleet.FitRules;
import org.warmplan.fleet.Fleet;
import org.warmplan.fleet.FleetFile;
import org.warmplan.plan.Planner;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.PinSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.WorkloadSpec;

final class ProblemWriterTest {
    private static final Catalogue CATALOGUE = Catalogue.read(Path.of("data", "catalogue"));
    private static final String WHISPER = "audio-to-text/openai/whisper-large-v3";
    private static final String REALVIS = "text-to-image/SG161222/RealVisXL_V4.0_Lightning";
    private static final String UNHEARD = "text-to-image/nobody/unheard-of";
    private static final PriceComparison BESIDE =
            new PriceComparison(new MarketPrices(List.of()), new DocumentedFigures(List.of()));
    private static final ChangePolicy CHANGES = new ChangePolicy(0, 0, 1_000, false);

    @TempDir
    private Path folder;

    private final SortedMap<Workload, ValuedWorkload> valued = new TreeMap<>();

    private FleetCards cards(String fleetYaml) {
        try {
            Path file = Files.writeString(folder.resolve("fleet.yaml"), "version: 1\n" + fleetYaml);
            Fleet fleet = FleetFile.read(file, CATALOGUE);
            FitRules rules = new FitRules(CATALOGUE, fleet.overrides(), List.of());
            return new FleetCards(fleet, rules, Vram.ofMib(1_024));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Workload workload(String id) {
        return Workload.find(id).orElseThrow();
    }

    private void value(String id, Long... marginal) {
        Workload workload = workload(id);
        Demand demand = new Demand(
                workload,
                Rate.gamma(1, 1),
                HourProfile.FLAT,
                OptionalDouble.of(0),
                1,
                1,
                List.of(new Evidence(EvidenceKind.REGISTRATIONS, 1, 1, "")));
        PlannedPrice price = new PlannedPrice(UnitPrice.ofWei(1), PlannedPrice.Origin.OWN, "", false);
        Curve curve = new Curve(List.of(marginal), Gwei.ZERO, Gwei.ZERO);
        valued.put(
                workload, new ValuedWorkload(workload, demand, price, BESIDE, 0, new SharePolicy.Share(1, 1), curve));
    }

    private void valueUnknown(String id) {
        Workload workload = workload(id);
        valued.put(
                workload,
                new ValuedWorkload(workload, null, null, BESIDE, 0, new SharePolicy.Share(1, 1), Curve.NOTHING));
    }

    private static CurrentState warm(Map<String, String> byGpu) {
        SortedMap<String, List<Workload>> warm = new TreeMap<>();
        byGpu.forEach((gpu, ids) -> warm.put(
                gpu,
                Arrays.stream(ids.split(" ")).map(ProblemWriterTest::workload).toList()));
        return new CurrentState(warm, new TreeMap<>(), new TreeMap<>());
    }

    private Problem problem(String fleetYaml, Map<String, String> current) {
        return problem(fleetYaml, warm(current));
    }

    private Problem problem(String fleetYaml, CurrentState current) {
        return new ProblemWriter(cards(fleetYaml), CHANGES, current, valued)
                .write(Map.of("rig1", 77L), ProblemWriter.Held.EVERYWHERE);
    }

    private static WorkloadSpec spec(Problem problem, String id) {
        return problem.workloads().stream()
                .filter(w -> w.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void writesClassesNeedsAndCosts() {
        value(WHISPER, 500L, 100L);
        Problem problem = problem("workers: [{name: rig1, gpus: [{name: RTX 4090, reservedMib: 100}]}]", Map.of());

        assertThat(problem.classes()).singleElement().satisfies(c -> {
            assertThat(c.id()).isEqualTo("NVIDIA GeForce RTX 4090");
            assertThat(c.vramMib()).isEqualTo(24_564 - 1_024);
        });
        assertThat(problem.workers().get(0).reloadCost()).isEqualTo(77);
        assertThat(problem.workers().get(0).prefix()).isTrue();
        assertThat(problem.gpus().get(0).reservedMib()).isEqualTo(100);
        // The documented peak of 4 GB is 3,815 MiB.
        assertThat(spec(problem, WHISPER).vramMib()).containsEntry("NVIDIA GeForce RTX 4090", 3_815L);
        assertThat(spec(problem, WHISPER).marginal()).containsExactly(500L, 100L);
        assertThat(spec(problem, WHISPER).changeCost()).isEqualTo(1_000);
    }

    @Test
    void tellsCardsOfOneNameAndTwoSizesApart() {
        value(WHISPER, 500L);
        Problem problem = problem(
                "workers: [{name: rig1, gpus: [{name: RTX 3080, vramMib: 10240}, {name: RTX 3080, vramMib: 12288}]}]",
                Map.of());

        assertThat(problem.classes()).extracting(c -> c.vramMib()).containsExactly(9_216L, 11_264L);
    }

    @Test
    void letsWhatRunsStayWithoutAFigureButGoNowhereElse() {
        value(UNHEARD, 500L);
        Problem problem = problem(
                "workers: [{name: rig1, gpus: [{name: RTX 4090}, {name: RTX 4090}]}]", Map.of("rig1/0", UNHEARD));

        assertThat(spec(problem, UNHEARD).vramMib()).containsEntry("NVIDIA GeForce RTX 4090", 23_540L);
        assertThat(problem.gpus()).extracting(GpuSpec::current).containsExactly(List.of(UNHEARD), List.of());
        assertThat(problem.gpus().get(1).forbid()).containsExactly(UNHEARD);
        assertThat(problem.pins()).isEmpty();
    }

    @Test
    void letsWhatRunsStayOnACrowdedCardButGoOntoNoOther() {
        value(WHISPER, 500L);
        Problem problem = problem(
                "workers: [{name: rig1, gpus: [{name: RTX 4090, reservedMib: 21000}, {name: RTX 4090, reservedMib: 20500}]}]",
                Map.of("rig1/0", WHISPER));

        // 2,540 MiB are left where it stands; the 3,040 MiB of the other card are less than the 3,815 it needs.
        assertThat(spec(problem, WHISPER).vramMib()).containsEntry("NVIDIA GeForce RTX 4090", 2_540L);
        assertThat(problem.gpus().get(1).forbid()).containsExactly(WHISPER);
    }

    @Test
    void holdsWhatRunsInPlaceWhenItsWorthIsNotKnown() {
        valueUnknown(WHISPER);
        Problem problem = problem("workers: [{name: rig1, gpus: [{name: RTX 4090}]}]", Map.of("rig1/0", WHISPER));

        assertThat(problem.pins()).containsExactly(new PinSpec(true, "rig1/0", WHISPER));
        assertThat(problem.gpus().get(0).forbid()).containsExactly(WHISPER);
    }

    @Test
    void evictsWhatIsPinnedNever() {
        value(REALVIS, 500L);
        Problem problem = problem(
                "workers: [{name: rig1, gpus: [{name: RTX 4090}]}]\npins: [{workload: " + REALVIS + ", keep: never}]",
                Map.of("rig1/0", REALVIS));

        assertThat(problem.gpus().get(0).current()).isEmpty();
        assertThat(problem.gpus().get(0).forbid()).containsExactly(REALVIS);
    }

    @Test
    void demandsWhatIsPinnedWarm() {
        value(WHISPER, 500L);
        value(REALVIS, 500L);
        Problem problem = problem("""
                workers: [{name: rig1, gpus: [{name: RTX 4090}, {name: RTX 3090}]}]
                pins:
                  - {workload: %s, keep: warm, worker: rig1, gpu: 1}
                  - {workload: %s, keep: warm}
                """.formatted(REALVIS, WHISPER), Map.of());

        assertThat(problem.pins()).containsExactly(new PinSpec(true, "rig1/1", REALVIS));
        assertThat(spec(problem, WHISPER).minReplicas()).isEqualTo(1);
    }

    @Test
    void leavesToAContainerElsewhereWhatItServes() {
        value(WHISPER, 500L);
        SortedMap<Workload, Integer> served = new TreeMap<>(Map.of(workload(WHISPER), 4));
        CurrentState current = new CurrentState(
                new TreeMap<>(Map.of("rig1/0", List.of(workload(WHISPER)))),
                new TreeMap<>(),
                new TreeMap<>(Map.of("rig1", served)));
        Problem problem = problem("workers: [{name: rig1, gpus: [{name: RTX 4090}]}]", current);

        assertThat(problem.gpus().get(0).current()).isEmpty();
        assertThat(problem.gpus().get(0).forbid()).containsExactly(WHISPER);
    }

    @Test
    void writesSeveralContainersPerCard() {
        value(WHISPER, 500L, 100L);
        Problem problem = problem(
                "workers: [{name: rig1, containersPerGpu: 3, gpus: [{name: RTX 4090}]}]",
                Map.of("rig1/0", WHISPER + " " + WHISPER));

        assertThat(problem.gpus().get(0).slots()).isEqualTo(3);
        assertThat(problem.gpus().get(0).current()).containsExactly(WHISPER, WHISPER);
        assertThat(spec(problem, WHISPER).vramMib()).containsEntry("NVIDIA GeForce RTX 4090", 3_815L);
    }

    @Test
    void scalesFiguresDownToACardThatHoldsMoreThanTheyAllow() {
        value(REALVIS, 500L);
        value(WHISPER, 500L);
        String fleet = "workers: [{name: rig1, containersPerGpu: 2, gpus: [{name: T4}]},"
                + " {name: rig2, containersPerGpu: 2, gpus: [{name: T4}]}]";
        long free = spec(problem(fleet, Map.of()), REALVIS).vramMib().getOrDefault("Tesla T4", 0L);
        Problem problem = problem(fleet, Map.of("rig1/0", REALVIS + " " + REALVIS));

        // Two take the 14,336 MiB of the card, so each counts as half of it, less than the figure says.
        assertThat(free).isGreaterThan(7_168);
        assertThat(spec(problem, REALVIS).vramMib()).containsEntry("Tesla T4", 7_168L);
        assertThat(problem.gpus().get(1).forbid()).containsExactly(REALVIS);
        // Beside one of the two, whisper fits by the true figures; a second RealVisXL elsewhere would not.
        assertThat(problem.gpus().get(0).forbid()).doesNotContain(WHISPER);
        assertThat(Planner.valueOfCurrent(problem)).isPresent();
    }

    @Test
    void letsNothingNewBesideWhatHasNoFigure() {
        value(UNHEARD, 500L);
        value(WHISPER, 500L);
        Problem problem = problem(
                "workers: [{name: rig1, containersPerGpu: 2, gpus: [{name: RTX 4090}]}]",
                Map.of("rig1/0", WHISPER + " " + UNHEARD));

        assertThat(spec(problem, UNHEARD).vramMib()).containsEntry("NVIDIA GeForce RTX 4090", 23_540L - 3_815L);
    }

    @Test
    void keepsLiveVideoOffRemoteWorkers() {
        String live = "live-video-to-video/streamdiffusion-sdxl";
        value(live, 500L);
        Problem problem = problem(
                "workers: [{name: rig1, role: remote, gpus: [{name: RTX 4090}]}, {name: rig2, gpus: [{name: RTX 4090}]}]",
                Map.of("rig1/0", live, "rig2/0", live));

        assertThat(problem.workers().get(0).forbid()).containsExactly(live);
        assertThat(problem.workers().get(1).forbid()).isEmpty();
        assertThat(problem.gpus()).extracting(GpuSpec::current).containsExactly(List.of(), List.of(live));
    }

    @Test
    void asksForNoOrderWhereDevicesMayBeReordered() {
        value(WHISPER, 500L);

        assertThat(problem("workers: [{name: rig1, reorderDevices: true, gpus: [{name: T4}]}]", Map.of())
                        .workers()
                        .get(0)
                        .prefix())
                .isFalse();
    }

    @Test
    void holdsEveryReplicaOfUnknownWorthUnlessSomethingHasToGo() {
        valueUnknown(WHISPER);
        value(REALVIS, 500L);
        String rig = "workers: [{name: rig1, containersPerGpu: 2, gpus: [{name: RTX 4090}, {name: RTX 4090}]}]";
        CurrentState current = warm(Map.of("rig1/0", REALVIS + " " + WHISPER, "rig1/1", WHISPER + " " + WHISPER));
        PinSpec first = new PinSpec(true, "rig1/0", WHISPER);
        PinSpec second = new PinSpec(true, "rig1/1", WHISPER);

        assertThat(problem(rig, current).pins()).containsExactly(first, second, second);
        String never = rig + "\npins: [{workload: " + REALVIS + ", keep: never}]";
        ProblemWriter writer = new ProblemWriter(cards(never), CHANGES, current, valued);
        assertThat(writer.write(Map.of(), ProblemWriter.Held.WHERE_NOTHING_GOES).pins())
                .isEmpty();
        assertThat(writer.write(Map.of(), ProblemWriter.Held.EVERYWHERE).pins()).hasSize(3);
    }

    @Test
    void refusesAPinThatFitsNowhereAndSaysWhy() {
        FleetCards cards = cards(
                "workers: [{name: rig1, gpus: [{name: RTX 4090}]}]\npins: [{workload: " + UNHEARD + ", keep: warm}]");

        assertThatThrownBy(() -> PinCheck.require(cards, warm(Map.of())))
                .isInstanceOf(InfeasibleException.class)
                .hasMessageContaining("The pin of " + UNHEARD + " cannot be kept: Nothing public says")
                .hasMessageContaining("Maybe measure it");
        PinCheck.require(cards, warm(Map.of("rig1/0", UNHEARD)));
    }
}
