package org.warmplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.warmplan.domain.Workload;
import org.warmplan.files.TextFile;
import org.warmplan.fleet.Catalogue;
import org.warmplan.fleet.Fleet;
import org.warmplan.fleet.FleetFile;
import org.warmplan.fleet.FleetGpu;
import org.warmplan.fleet.FleetWorker;
import org.warmplan.worker.AiModel;
import org.warmplan.worker.AiModelsFile;
import org.warmplan.worker.Startup;
import org.warmplan.worker.WorkerSetup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A published folder, read as go-livepeer and other programs would. */
record Published(Path folder, Fleet fleet, JsonNode plan) {
    static Published read(Path folder, Path fleetFile) {
        return new Published(
                folder,
                FleetFile.read(fleetFile, Catalogue.read(Path.of("data", "catalogue"))),
                new JsonMapper().readTree(TextFile.read(folder.resolve("plan.json"), "plan.json")));
    }

    AiModelsFile file(String worker) {
        Path own = folder.resolve(worker).resolve("aiModels.json");
        Path path =
                fleet.workers().size() == 1 && !worker.equals("orchestrator") ? folder.resolve("aiModels.json") : own;
        return AiModelsFile.read(path.toString(), TextFile.read(path, path.toString()));
    }

    JsonNode worker(String name) {
        for (JsonNode worker : plan.get("workers")) {
            if (worker.get("name").asString().equals(name)) {
                return worker;
            }
        }
        throw new AssertionError("plan.json has no worker " + name);
    }

    /** The files together do what plan.json states, and obey what holds for all workers of one process. */
    void requireConsistent() {
        fleet.workers().forEach(this::requireLandsAsPlanned);
        requireRemoteWorkersAgree();
        requireSum();
    }

    private void requireLandsAsPlanned(FleetWorker worker) {
        JsonNode planned = worker(worker.name());
        List<FleetGpu> order = new ArrayList<>();
        for (String device : planned.get("nvidia").asString().split(",")) {
            order.add(worker.findGpu(device).orElseThrow());
        }
        Startup startup = Startup.of(file(worker.name()), WorkerSetup.of(worker.withGpus(order), false));
        assertThat(startup.stops()).isEmpty();
        List<String> landed = startup.placements().stream()
                .map(p -> p.slot().device() + " " + p.slot().container() + " "
                        + p.entry().findWorkload().orElseThrow())
                .toList();
        List<String> stated = new ArrayList<>();
        for (JsonNode slot : planned.get("slots")) {
            if (!slot.get("workload").isNull()) {
                stated.add(slot.get("device").asString() + " "
                        + slot.get("container").asInt() + " "
                        + slot.get("workload").asString());
            }
        }
        assertThat(landed).as(worker.name()).isEqualTo(stated);
        Set<String> cold = new HashSet<>();
        planned.get("cold").forEach(id -> cold.add(id.asString()));
        assertThat(workloads(file(worker.name()), false)).as(worker.name()).isEqualTo(cold);
    }

    private static Set<String> workloads(AiModelsFile file, boolean warm) {
        Set<String> ids = new HashSet<>();
        file.entries().stream()
                .filter(entry -> entry.isManaged() && entry.warm() == warm)
                .forEach(entry -> ids.add(entry.findWorkload().orElseThrow().id()));
        return ids;
    }

    private void requireRemoteWorkersAgree() {
        if (fleet.remoteWorkers().isEmpty()) {
            assertThat(folder.resolve("orchestrator")).doesNotExist();
            return;
        }
        AiModelsFile prices = file("orchestrator");
        assertThat(Startup.of(prices, WorkerSetup.orchestrator(false)).stops()).isEmpty();
        Set<String> warm = new HashSet<>();
        Set<String> cold = new HashSet<>();
        for (FleetWorker worker : fleet.remoteWorkers()) {
            AiModelsFile file = file(worker.name());
            warm.addAll(workloads(file, true));
            cold.addAll(workloads(file, false));
            for (AiModel entry : file.entries()) {
                Workload workload = entry.findWorkload().orElseThrow();
                assertThat(workload.pipeline().isLive())
                        .as(worker.name() + " " + workload)
                        .isFalse();
                assertThat(prices.entries())
                        .as("a price for " + workload)
                        .anyMatch(p -> p.findWorkload().filter(workload::equals).isPresent()
                                && p.isForEveryGateway()
                                && p.findPriceWei(BigDecimal.ONE).isPresent());
            }
        }
        assertThat(cold).doesNotContainAnyElementsOf(warm);
    }

    private void requireSum() {
        long sum = 0;
        Map<String, Integer> changed = new HashMap<>();
        for (JsonNode worker : plan.get("workers")) {
            for (JsonNode slot : worker.get("slots")) {
                sum += slot.get("contribution").asLong();
            }
            sum += worker.get("freeSlots").asLong() - worker.get("reload").asLong();
            changed.put(worker.get("name").asString(), 0);
        }
        assertThat(sum).isEqualTo(plan.get("value").asLong());
        assertThat(changed).hasSize(fleet.workers().size());
    }
}
