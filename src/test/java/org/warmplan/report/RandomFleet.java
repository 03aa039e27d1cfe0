package org.warmplan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.warmplan.demand.Supply;
import org.warmplan.domain.UnitPrice;
import org.warmplan.domain.Vram;
import org.warmplan.domain.Workload;
import org.warmplan.explain.Experiment;
import org.warmplan.explain.Experiments;
import org.warmplan.explain.SlotPlan;
import org.warmplan.explain.WorkerPlan;
import org.warmplan.fleet.Catalogue;
import org.warmplan.fleet.Flag;
import org.warmplan.fleet.FleetGpu;
import org.warmplan.fleet.FleetWorker;
import org.warmplan.fleet.Keep;
import org.warmplan.fleet.Pin;
import org.warmplan.fleet.Role;
import org.warmplan.value.PriceBook;
import org.warmplan.value.PricePolicy;
import org.warmplan.worker.AiModel;
import org.warmplan.worker.AiModelsFile;
import org.warmplan.worker.Placement;
import org.warmplan.worker.Slot;
import org.warmplan.worker.Startup;
import org.warmplan.worker.WorkerSetup;

/** A random fleet of 1 to 8 workers with what runs there now, pins, and a plan that keeps to them. */
final class RandomFleet {
    private static final int MOST_WORKERS = 8;
    private static final int MOST_GPUS = 10;
    private static final int MOST_CONTAINERS = 4;
    private static final List<Keep> KEEPS = List.of(Keep.values());
    private static final UnitPrice OWN = new UnitPrice(BigInteger.valueOf(19), BigInteger.TEN);
    private static final Catalogue NOTHING_KNOWN = new Catalogue(List.of(), List.of(), List.of());
    private static final PricePolicy POLICY = new PricePolicy(false, new TreeMap<>(), 1, 1, 1);
    private static final List<String> GATEWAYS =
            IntStream.range(0, 3).mapToObj("0x%039xA"::formatted).toList();
    private static final List<Workload> POOL = List.of(
                    "text-to-image/acme/one",
                    "text-to-image/acme/two",
                    "image-to-image/acme/one",
                    "image-to-video/acme/film",
                    "upscale/acme/x_4",
                    "llm/acme/Talk-8B",
                    "audio-to-text/acme/ear",
                    "segment-anything-2/acme/cut",
                    "live-video-to-video/noop",
                    "live-video-to-video/comfyui")
            .stream()
            .map(id -> Workload.find(id).orElseThrow())
            .toList();

    private final Random random;
    private final List<WorkerPlan> plans = new ArrayList<>();
    private final List<Pin> pins = new ArrayList<>();
    private final SortedMap<String, AiModelsFile> files = new TreeMap<>();
    private final Set<Workload> warmOnRemote = new TreeSet<>();
    private final AiModelsFile prices;
    private final boolean replaces;
    private final Experiments experiments;

    RandomFleet(Random random) {
        this.random = random;
        this.replaces = random.nextBoolean();
        int workers = 1 + random.nextInt(MOST_WORKERS);
        boolean single = random.nextInt(3) == 0;
        for (int i = 0; i < (single ? 1 : workers); i++) {
            add(worker("rig" + i));
        }
        prices = file("orchestrator", entries(POOL, false));
        experiments = experiments();
    }

    long containers() {
        return plans.stream().mapToLong(plan -> plan.warm().size()).sum();
    }

    FilesInUse current() {
        return new FilesInUse(files, prices, new TreeMap<>());
    }

    /** The published files in the place of the current ones. */
    FilesInUse inUse(FileSet published) {
        SortedMap<String, AiModelsFile> byWorker = new TreeMap<>(published.after());
        AiModelsFile orchestrator = byWorker.remove(Publication.ORCHESTRATOR);
        return new FilesInUse(byWorker, orchestrator == null ? prices : orchestrator, new TreeMap<>());
    }

    FileSet publish(FilesInUse current) {
        PriceBook book = new PriceBook(
                POLICY, new Supply(new TreeMap<>(), new TreeMap<>()), null, NOTHING_KNOWN, BigDecimal.ONE);
        POOL.forEach(workload -> book.addOwn(workload, OWN, "yours", replaces));
        return FileSet.of(plans, current, book, experiments);
    }

    /** Reads the plan back out of what go-livepeer would make of the files. */
    void requirePlanned(FileSet published) {
        for (WorkerPlan plan : plans) {
            AiModelsFile file = reread(published, plan.worker().name());
            Startup startup = Startup.of(file, WorkerSetup.of(plan.worker(), false));

            assertThat(startup.stops()).isEmpty();
            assertThat(landed(startup)).isEqualTo(planned(plan));
            assertThat(cold(file)).isEqualTo(new TreeSet<>(plan.cold()));
            assertThat(external(file))
                    .isEqualTo(external(files.get(plan.worker().name())));
            assertThat(file.entries())
                    .isEqualTo(after(published, plan.worker().name()).entries());
            requirePins(plan.worker().name(), file);
            if (!plan.worker().isRemote()) {
                requireWholePrices(file);
            }
        }
        if (plans.stream().anyMatch(plan -> plan.worker().isRemote())) {
            requirePrices(reread(published, Publication.ORCHESTRATOR));
        }
    }

    /** A plan that is carried out changes nothing any more. */
    void requireUnchanged(FileSet first, FileSet second) {
        first.after()
                .forEach((name, file) -> assertThat(after(second, name).write()).isEqualTo(file.write()));
        assertThat(second.changes().values()).allMatch(List::isEmpty);
    }

    /** A gateway's own price stands beside one for all, and what we price says per how many units. */
    private static void requireWholePrices(AiModelsFile file) {
        for (AiModel entry : file.entries()) {
            if (entry.isManaged()) {
                assertThat(entry.findPixelsPerUnit()).as("units of %s", entry).isPresent();
                assertThat(file.entries())
                        .as("a price for all beside %s", entry)
                        .anyMatch(e -> e.isForEveryGateway() && e.label().equals(entry.label()));
            }
        }
    }

    private void requirePins(String worker, AiModelsFile file) {
        for (Pin pin : pins) {
            boolean here = worker.equals(pin.worker());
            boolean listed = file.entries().stream()
                    .anyMatch(entry -> entry.isManaged()
                            && entry.findWorkload()
                                    .filter(pin.workload()::equals)
                                    .isPresent());
            if (here) {
                assertThat(listed).isEqualTo(pin.keep() != Keep.NEVER);
            }
        }
    }

    private void requirePrices(AiModelsFile file) {
        assertThat(Startup.of(file, WorkerSetup.orchestrator(false)).stops()).isEmpty();
        Set<Workload> priced = new TreeSet<>();
        file.entries().stream()
                .filter(AiModel::isForEveryGateway)
                .forEach(entry -> entry.findWorkload().ifPresent(priced::add));
        plans.stream()
                .filter(plan -> plan.worker().isRemote())
                .forEach(plan -> assertThat(priced).containsAll(plan.warm()).containsAll(plan.cold()));
        assertThat(ofGateways(file)).isEqualTo(ofGateways(prices));
    }

    private static List<String> ofGateways(AiModelsFile file) {
        return file.entries().stream()
                .filter(entry -> !entry.isForEveryGateway())
                .map(entry -> entry.gateway() + entry.label() + entry.findPrice())
                .toList();
    }

    private static AiModelsFile after(FileSet published, String name) {
        return Objects.requireNonNull(published.after().get(name), name);
    }

    private static AiModelsFile reread(FileSet published, String name) {
        return AiModelsFile.read("read back", after(published, name).write());
    }

    private static List<String> landed(Startup startup) {
        return startup.placements().stream().map(Placement::toString).toList();
    }

    private static List<String> planned(WorkerPlan plan) {
        return plan.slots().stream()
                .filter(slot -> slot.workload() != null)
                .map(slot -> "%s on GPU %s container %d"
                        .formatted(slot.workload(), slot.gpu().device(), slot.container()))
                .toList();
    }

    private static Set<Workload> cold(AiModelsFile file) {
        Set<Workload> cold = new TreeSet<>();
        file.entries().stream()
                .filter(entry -> entry.isManaged() && !entry.warm())
                .forEach(entry -> entry.findWorkload().ifPresent(cold::add));
        return cold;
    }

    private static List<String> external(@Nullable AiModelsFile file) {
        return file == null
                ? List.of()
                : file.entries().stream()
                        .filter(entry -> !entry.isManaged())
                        .map(entry -> entry.raw().writeLine())
                        .toList();
    }

    private FleetWorker worker(String name) {
        int gpus = 1 + random.nextInt(MOST_GPUS);
        List<FleetGpu> cards = IntStream.range(0, gpus)
                .mapToObj(i -> new FleetGpu(
                        Integer.toString((i * 7 + gpus) % MOST_GPUS), "Card", Vram.ofMib(24_000), Vram.ZERO))
                .toList();
        Role role = random.nextBoolean() ? Role.COMBINED : Role.REMOTE;
        return new FleetWorker(name, role, cards, 1 + random.nextInt(MOST_CONTAINERS), null, null, false, 0);
    }

    private void add(FleetWorker worker) {
        List<Workload> usable = new ArrayList<>();
        Set<Workload> external = new LinkedHashSet<>();
        for (Workload workload : POOL) {
            if (random.nextInt(6) == 0) {
                external.add(workload);
            } else if (!worker.isRemote() || !workload.pipeline().isLive()) {
                usable.add(workload);
            }
        }
        List<Workload> warm = new ArrayList<>();
        Set<Workload> cold = new TreeSet<>();
        usable.removeIf(workload -> pinned(worker, workload, warm, cold));
        fill(worker, usable, warm);
        for (Workload workload : usable) {
            if (!warm.contains(workload) && random.nextInt(3) == 0) {
                cold.add(workload);
            }
        }
        if (worker.isRemote()) {
            warmOnRemote.addAll(warm);
        }
        files.put(worker.name(), current(worker.name(), external));
        plans.add(plan(worker, warm, List.copyOf(cold)));
    }

    /** Every tenth workload is pinned; true when nothing else may be done with it. */
    private boolean pinned(FleetWorker worker, Workload workload, List<Workload> warm, Set<Workload> cold) {
        if (random.nextInt(10) > 0) {
            return false;
        }
        Keep keep = KEEPS.get(random.nextInt(KEEPS.size()));
        if (keep == Keep.WARM && warm.size() == worker.slots()) {
            return false;
        }
        pins.add(new Pin(workload, keep, worker.name(), null));
        if (keep == Keep.WARM) {
            warm.add(workload);
        } else if (keep == Keep.COLD) {
            cold.add(workload);
        }
        return keep != Keep.WARM;
    }

    private void fill(FleetWorker worker, List<Workload> usable, List<Workload> warm) {
        int wanted = random.nextInt(worker.slots() + 1);
        while (!usable.isEmpty() && warm.size() < wanted) {
            boolean again = !warm.isEmpty() && random.nextInt(3) == 0;
            warm.add(again ? warm.get(warm.size() - 1) : usable.get(random.nextInt(usable.size())));
        }
    }

    private static WorkerPlan plan(FleetWorker worker, List<Workload> warm, List<Workload> cold) {
        List<SlotPlan> slots = new ArrayList<>();
        for (Slot slot : WorkerSetup.of(worker, true).slots()) {
            FleetGpu gpu = worker.findGpu(slot.device()).orElseThrow();
            Workload workload = slot.position() < warm.size() ? warm.get(slot.position()) : null;
            slots.add(new SlotPlan(
                    worker.name() + "/" + slot.device(),
                    gpu,
                    slot.position(),
                    slot.container(),
                    workload,
                    null,
                    0,
                    null,
                    null,
                    true,
                    null));
        }
        return new WorkerPlan(worker, false, slots, cold, 0, 0);
    }

    private AiModelsFile current(String worker, Set<Workload> external) {
        List<Workload> managed = new ArrayList<>(POOL);
        managed.removeIf(workload -> random.nextBoolean());
        List<String> entries = entries(managed, true);
        for (Workload workload : external) {
            entries.add(entry(workload, random.nextBoolean(), "") + ",\"url\":\"http://127.0.0.1:9000\"}");
        }
        return file(worker, entries);
    }

    /** Some entries for every workload, most of them with prices for gateways behind. */
    private List<String> entries(List<Workload> workloads, boolean several) {
        List<String> entries = new ArrayList<>();
        for (Workload workload : workloads) {
            boolean warm = random.nextBoolean();
            for (int n = several ? random.nextInt(4) : random.nextInt(2); n > 0; n--) {
                entries.add(entry(workload, warm, "") + "}");
                if (random.nextInt(4) == 0) {
                    entries.add(entry(workload, warm, GATEWAYS.get(random.nextInt(3))) + "}");
                }
            }
        }
        Collections.shuffle(entries, random);
        return entries;
    }

    private AiModelsFile file(String name, List<String> entries) {
        return AiModelsFile.read(name, "[" + String.join(",", entries) + "]");
    }

    private String entry(Workload workload, boolean warm, String gateway) {
        StringBuilder entry = new StringBuilder("{\"pipeline\":\"%s\",\"model_id\":\"%s\",\"warm\":%s"
                .formatted(workload.pipeline().slug(), workload.modelId(), warm));
        entry.append(any(",\"capacity\":" + random.nextInt(4)));
        entry.append(any(",\"token\":\"t" + random.nextInt(9) + "\""));
        entry.append(any(",\"note\":[1.50,{\"warm\":null}]"));
        entry.append(any(",\"optimization_flags\":{\"SFAST\":true}"));
        entry.append(gateway.isEmpty() ? "" : ",\"gateway\":\"" + gateway + "\"");
        return entry.append(",\"price_per_unit\":1.90e")
                .append(random.nextInt(4))
                .append(any(",\"pixels_per_unit\":1e2"))
                .toString();
    }

    private String any(String member) {
        return random.nextInt(3) == 0 ? member : "";
    }

    private Experiments experiments() {
        WorkerPlan plan = plans.get(random.nextInt(plans.size()));
        Workload tried = plan.warm().stream()
                .filter(workload -> workload.pipeline().isDiffusion())
                .findFirst()
                .orElse(null);
        return tried == null || random.nextBoolean()
                ? Experiments.NONE
                : new Experiments(
                        List.of(Experiment.begin(plan.worker().name(), tried, Flag.DEEPCACHE, Instant.EPOCH)));
    }

    @Override
    public String toString() {
        return plans + " from " + Map.copyOf(files);
    }
}
