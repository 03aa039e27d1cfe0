package org.warmplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.Workload;
import org.warmplan.worker.AiModel;
import org.warmplan.worker.AiModelsFile;
import org.warmplan.worker.Startup;
import org.warmplan.worker.WorkerSetup;

/** The current files of the example fleets are such that go-livepeer starts with them. */
final class ExampleFleetsTest {
    private static final Path EXAMPLE = Path.of("data", "example");

    @ParameterizedTest(name = "{0} starts {3} containers")
    @CsvSource({
        "aiModels.json,         1, 1, 1",
        "aiModels.json,         4, 1, 1",
        "aiModels-4x2.json,     4, 2, 6",
        "fleet-40/live-1.json,  4, 1, 4",
        "fleet-40/live-2.json,  4, 1, 4",
        "fleet-40/live-3.json,  4, 1, 3",
        "fleet-40/studio.json,  4, 1, 3"
    })
    void startsOnCombinedWorkers(String file, int gpus, int containersPerGpu, int warm) {
        Startup startup = Startup.of(read(file), WorkerSetup.combined(devices(gpus), containersPerGpu));

        assertThat(startup.stops()).isEmpty();
        assertThat(startup.placements()).hasSize(warm);
    }

    @ParameterizedTest(name = "rack-{0} starts {1} containers")
    @CsvSource({"1, 4", "2, 3", "3, 3", "4, 4", "5, 3", "6, 2"})
    void startsOnRemoteWorkers(int rack, int warm) {
        Startup startup = Startup.of(read("fleet-40/rack-" + rack + ".json"), WorkerSetup.remote(devices(4), 1));

        assertThat(startup.starts()).isTrue();
        assertThat(startup.placements()).hasSize(warm);
        assertThat(startup.neverServed()).isEmpty();
    }

    /** Go-livepeer takes the first worker's word for the whole orchestrator, and never sends them live video. */
    @Test
    void remoteWorkersAgreeOnWhatIsWarmAndHaveNoLiveVideo() {
        Set<Workload> warm = new TreeSet<>();
        Set<Workload> cold = new TreeSet<>();
        racks().forEach(entry -> (entry.warm() ? warm : cold).add(workload(entry)));

        assertThat(warm).doesNotContainAnyElementsOf(cold).isNotEmpty();
        assertThat(warm).noneMatch(workload -> workload.pipeline().isLive());
    }

    @Test
    void theirOrchestratorPricesAllTheyOffer() {
        Set<Workload> priced = read("fleet-40/orchestrator.json").entries().stream()
                .map(ExampleFleetsTest::workload)
                .collect(Collectors.toSet());

        assertThat(racks().map(ExampleFleetsTest::workload)).isSubsetOf(priced);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fleet-1", "fleet-4", "fleet-4x2", "fleet-40"})
    void everyFileAFleetNamesIsThere(String fleet) throws IOException {
        List<String> named = Files.readString(EXAMPLE.resolve(fleet + ".yaml"))
                .lines()
                .filter(line -> line.strip().matches("(aiModels|orchestratorAiModels): .*"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .toList();

        assertThat(named).isNotEmpty().doesNotHaveDuplicates().allMatch(name -> Files.exists(EXAMPLE.resolve(name)));
    }

    private static Stream<AiModel> racks() {
        return IntStream.rangeClosed(1, 6)
                .mapToObj(rack -> read("fleet-40/rack-" + rack + ".json"))
                .flatMap(file -> file.entries().stream());
    }

    private static Workload workload(AiModel entry) {
        return entry.findWorkload().orElseThrow();
    }

    private static List<String> devices(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    private static AiModelsFile read(String name) {
        try {
            return AiModelsFile.read(name, Files.readString(EXAMPLE.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
