package org.warmplan.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
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
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Vram;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Catalogue;
import org.warmplan.fleet.FitRules;
import org.warmplan.fleet.Fleet;
import org.warmplan.fleet.FleetFile;
import org.warmplan.fleet.FleetWorker;
import org.warmplan.problem.Problem;

final class FreeSlotsTest {
    private static final Catalogue CATALOGUE = Catalogue.read(Path.of("data", "catalogue"));
    private static final Workload WHISPER =
            Workload.find("audio-to-text/openai/whisper-large-v3").orElseThrow();
    private static final Workload SAM2 =
            Workload.find("segment-anything-2/facebook/sam2-hiera-large").orElseThrow();
    private static final Workload LARGE = Workload.find(
                    "image-to-video/stabilityai/stable-video-diffusion-img2vid-xt-1-1")
            .orElseThrow();
    private static final ReloadPolicy RELOAD = new ReloadPolicy(8, 90, 600);
    private static final ValuePolicy POLICY = new ValuePolicy(200, 0, 0.5, 1, new TreeMap<>());
    private static final CurrentState NOTHING = new CurrentState(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    @TempDir
    private Path folder;

    private FleetCards cards(String workers) {
        try {
            Path file = Files.writeString(folder.resolve("fleet.yaml"), "version: 1\nworkers: [" + workers + "]");
            Fleet fleet = FleetFile.read(file, CATALOGUE);
            return new FleetCards(fleet, new FitRules(CATALOGUE, fleet.overrides(), List.of()), Vram.ofMib(1_024));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ValuedWorkload cold(Workload workload, double gwei, double requests, double busy) {
        Demand demand = new Demand(
                workload,
                Rate.of(1),
                HourProfile.FLAT,
                OptionalDouble.of(0),
                1,
                1,
                List.of(new Evidence(EvidenceKind.REGISTRATIONS, 1, 1, "")));
        Curve curve = new Curve(
                List.of(5_000L, 1_000L),
                List.of(),
                List.of(),
                new TreeMap<>(),
                new Curve.ColdDemand(gwei, requests, busy));
        return new ValuedWorkload(
                workload,
                demand,
                new PlannedPrice(UnitPrice.ofWei(1), PlannedPrice.Origin.OWN, "", false),
                new PriceComparison(new MarketPrices(List.of()), new DocumentedFigures(List.of())),
                0,
                new SharePolicy.Share(1, 1),
                curve);
    }

    private static FreeSlots.Worth worth(FleetCards cards, String worker, long weekly, ValuedWorkload... valued) {
        FleetWorker of = cards.fleet().findWorker(worker).orElseThrow();
        return new FreeSlots(cards, NOTHING, List.of(valued), RELOAD, POLICY).of(of, weekly);
    }

    @Test
    void earnsNothingWhereNothingComesCold() {
        FleetCards cards = cards("{name: rig1, gpus: [{name: RTX 4090}]}");

        assertThat(worth(cards, "rig1", 0)).isEqualTo(FreeSlots.Worth.NONE);
        assertThat(worth(cards, "rig1", 0, cold(WHISPER, 0, 0, 0))).isEqualTo(FreeSlots.Worth.NONE);
    }

    /** The only cold model is loaded once; half of its first request goes away, and a busy slot turns some away. */
    @Test
    void keepsTheOnlyColdModelLoaded() {
        FleetCards cards = cards("{name: rig1, gpus: [{name: RTX 4090}, {name: RTX 4090}]}");
        FreeSlots.Worth worth = worth(cards, "rig1", 0, cold(WHISPER, 10_000, 1_000, 0.1));

        assertThat((double) worth.first().get(0)).isCloseTo(9_995 / 1.1, within(10.0));
        // The second slot adds what comes while the first is busy.
        assertThat((double) worth.first().get(1)).isCloseTo(9_995 * (0.0909 - 0.0045), within(10.0));
        assertThat(worth.parts()).containsEntry(WHISPER, worth.first().get(0));
    }

    @Test
    void loadsInTurnWhatComesInTurn() {
        FleetCards cards = cards("{name: rig1, gpus: [{name: RTX 4090}]}");
        FreeSlots.Worth worth =
                worth(cards, "rig1", 0, cold(WHISPER, 10_000, 1_000, 0.001), cold(SAM2, 10_000, 1_000, 0.001));

        // Every other request finds the other model there, and half of those wait.
        assertThat(worth.parts().getOrDefault(WHISPER, 0L).doubleValue()).isBetween(6_500.0, 7_500.0);
    }

    @Test
    void paysForWhatAColdLoadKeepsWaiting() {
        FleetCards cards = cards("{name: rig1, gpus: [{name: RTX 4090}]}");
        ValuedWorkload[] both = {cold(WHISPER, 10_000, 1_000, 0.001), cold(SAM2, 10_000, 1_000, 0.001)};
        long idle = worth(cards, "rig1", 0, both).first().get(0);
        long busy = worth(cards, "rig1", 20_000, both).first().get(0);

        assertThat(busy).isLessThan(idle);
        assertThat(worth(cards, "rig1", 1_000_000_000, both)).isEqualTo(FreeSlots.Worth.NONE);
    }

    @Test
    void neverRisesAndIsNeverNegative() {
        FleetCards cards = cards("{name: rig1, containersPerGpu: 3, gpus: [{name: RTX 4090}, {name: RTX 4090}]}");
        List<Long> first =
                worth(cards, "rig1", 500, cold(WHISPER, 10_000, 1_000, 2)).first();

        assertThat(first).hasSize(6).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(first.get(5)).isNotNegative();
    }

    @Test
    void countsEachWorkloadOnOneWorker() {
        FleetCards cards = cards("{name: rig1, gpus: [{name: RTX 4090}]}, {name: rig2, gpus: [{name: RTX 4090}]}");
        ValuedWorkload whisper = cold(WHISPER, 10_000, 1_000, 0.1);

        assertThat(worth(cards, "rig1", 0, whisper).first()).isNotEmpty();
        assertThat(worth(cards, "rig2", 0, whisper).first()).isEmpty();
        SortedMap<String, List<Workload>> listed = new TreeMap<>(Map.of("rig2", List.of(WHISPER)));
        CurrentState onTwo = new CurrentState(new TreeMap<>(), listed, new TreeMap<>());
        FreeSlots slots = new FreeSlots(cards, onTwo, List.of(whisper), RELOAD, POLICY);
        assertThat(slots.of(cards.fleet().workers().get(0), 0).first()).isEmpty();
        assertThat(slots.of(cards.fleet().workers().get(1), 0).first()).isNotEmpty();
    }

    @Test
    void countsNothingThatDoesNotFitEveryCardItMayLandOn() {
        FleetCards cards = cards("{name: rig1, gpus: [{name: RTX 4090}, {name: Tesla P4}]}");

        assertThat(worth(cards, "rig1", 0, cold(LARGE, 10_000, 1_000, 0.1)).first())
                .isEmpty();
    }

    @Test
    void isNotCountedTwiceInAProblem() {
        FleetCards cards = cards("{name: rig1, gpus: [{name: RTX 4090}]}");
        ValuedWorkload whisper = cold(WHISPER, 1_000, 1_000, 0.1);
        FreeSlots slots = new FreeSlots(cards, NOTHING, List.of(whisper), RELOAD, POLICY);
        Problem problem = new ProblemWriter(
                        cards,
                        new ChangePolicy(0, 0, 0, false),
                        NOTHING,
                        new TreeMap<>(Map.of(WHISPER, whisper)),
                        slots)
                .write(Map.of(), ProblemWriter.Held.EVERYWHERE);

        long free = problem.workers().get(0).freeSlot().get(0);
        assertThat(free).isPositive();
        assertThat(problem.workloads().get(0).marginal()).containsExactly(5_000 - free, 1_000L);
    }
}
