package org.warmplan.worker;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.warmplan.domain.Pipeline;
import org.warmplan.fleet.ContainerName;

/** One pass over a file in the order of go-livepeer {@code cmd/livepeer/starter/starter.go:1445-1571} at 176aa415. */
final class StartupRun {
    private static final Set<String> CURRENCIES = Set.of("", "wei", "eth", "usd");

    private final AiModelsFile file;
    private final WorkerSetup setup;
    private final List<Slot> slots;
    private final List<Placement> placements = new ArrayList<>();
    private final List<Stop> stops = new ArrayList<>();
    private final Map<List<String>, Advertised> advertised = new LinkedHashMap<>();
    private final Set<String> ports = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    /** Containers started so far, with those of entries the node never gets to counted as if it had. */
    private long taken;

    StartupRun(AiModelsFile file, WorkerSetup setup) {
        this.file = file;
        this.setup = setup;
        this.slots = setup.slots();
    }

    Startup run() {
        file.entries().forEach(this::enter);
        List<NeverServed> neverServed =
                stops.isEmpty() && setup.isWorker() ? new Reach(file, setup, placements).neverServed() : List.of();
        return new Startup(placements, stops, neverServed, List.copyOf(advertised.values()));
    }

    private void enter(AiModel entry) {
        Optional<String> capability = CapabilityNames.find(entry.pipeline());
        if (capability.isEmpty()) {
            stops.add(new Stop.UnknownPipeline(entry));
        }
        if (setup.isWorker()) {
            startContainers(entry, capability.isPresent());
            capability.ifPresent(name -> advertise(entry, name));
        }
        if (setup.onchain()) {
            price(entry);
        }
    }

    private void startContainers(AiModel entry, boolean isCapability) {
        if (!entry.isManaged()) {
            ExternalUrl.findMistake(entry.url()).ifPresent(mistake -> stops.add(new Stop.UrlUnusable(entry, mistake)));
            return;
        }
        long free = Math.max(0, slots.size() - taken);
        long started = Math.min(free, entry.containers());
        Optional<Stop> stop = Optional.empty();
        for (int i = 0; stop.isEmpty() && i < started; i++) {
            Slot slot = slots.get((int) taken + i);
            stop = isCapability ? findStop(entry, slot) : Optional.empty();
            if (stop.isEmpty() && stops.isEmpty()) {
                placements.add(new Placement(entry, slot));
            }
        }
        stop.ifPresent(stops::add);
        if (entry.containers() > free) {
            stops.add(new Stop.InsufficientCapacity(entry));
        }
        taken += started;
    }

    /** In the order of {@code ai/worker/docker.go:384-470}: port, image, then what Docker refuses when it makes the container, then when it starts. */
    private Optional<Stop> findStop(AiModel entry, Slot slot) {
        Pipeline pipeline = Pipeline.findBySlug(entry.pipeline()).orElse(null);
        if (pipeline == null) {
            return Optional.of(new Stop.NoPort(entry));
        }
        if (!setup.trusting()
                && setup.images().find(entry.pipeline(), entry.modelId()).isEmpty()) {
            return Optional.of(new Stop.NoImage(entry));
        }
        String port = HostPort.of(pipeline, slot);
        if (!HostPort.exists(port)) {
            return Optional.of(new Stop.PortInvalid(entry, port));
        }
        String name = ContainerName.of(pipeline, entry.modelId(), port);
        if (!ContainerName.isTaken(name)) {
            return Optional.of(new Stop.NameInvalid(entry, name));
        }
        if (!names.add(name)) {
            return Optional.of(new Stop.NameTaken(entry, name));
        }
        return ports.add(port) ? Optional.empty() : Optional.of(new Stop.PortTaken(entry, port));
    }

    private void advertise(AiModel entry, String capability) {
        List<String> key = List.of(capability, entry.modelId());
        Advertised mine = new Advertised(capability, entry.modelId(), entry.warm(), capacity(entry));
        Advertised before = advertised.putIfAbsent(key, mine);
        if (before == null) {
            return;
        }
        if (before.warm() != entry.warm()) {
            stops.add(new Stop.WarmColdClash(entry));
            return;
        }
        advertised.put(
                key, new Advertised(capability, entry.modelId(), entry.warm(), before.capacity() + mine.capacity()));
    }

    /** {@code starter.go:1451-1462}; for live video overwritten by the containers there are ({@code server/rpc.go:659-676}). */
    private static long capacity(AiModel entry) {
        if (entry.isLive()) {
            return entry.containers();
        }
        return entry.isManaged() || entry.capacity() == 0 ? 1 : entry.capacity();
    }

    private void price(AiModel entry) {
        BigDecimal units = entry.findPixelsPerUnit().orElse(BigDecimal.ONE);
        if (!AiModel.isPositiveWhole(units)) {
            stops.add(new Stop.PixelsPerUnitInvalid(entry, units));
        }
        Optional<BigDecimal> price = entry.findPrice();
        if (price.isEmpty()) {
            // The price of the flag comes with its own currency, so that of the entry does not count.
            if (!setup.trusting() && !setup.flagPrices().pricesEntries()) {
                stops.add(new Stop.PriceMissing(entry));
            }
            return;
        }
        if (price.get().signum() < 0) {
            stops.add(new Stop.PriceNegative(entry, price.get()));
        }
        if (!CURRENCIES.contains(entry.currency().toLowerCase(Locale.ROOT))) {
            stops.add(new Stop.CurrencyUnknown(entry));
        }
    }
}
