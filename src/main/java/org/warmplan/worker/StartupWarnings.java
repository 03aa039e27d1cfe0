package org.warmplan.worker;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.Pipeline;

/** What starts, but hardly does what its author meant. */
final class StartupWarnings {
    /** Host ports are the pipeline's two digits, the container's digit and the device (go-livepeer {@code ai/worker/docker.go:881-905}). */
    private static final Pattern ONE_DIGIT = Pattern.compile("(emulated-)?[0-9]");

    private static final int MAX_CONTAINERS = 10;

    /** Live pipelines with a known image (go-livepeer {@code ai/worker/docker.go:71-88} at 176aa415). */
    private static final Set<String> LIVE_IMAGES = Set.of(
            "streamdiffusion",
            "streamdiffusion-sd15",
            "streamdiffusion-sd15-v2v",
            "streamdiffusion-sdxl",
            "streamdiffusion-sdxl-v2v",
            "streamdiffusion-sdxl-faceid",
            "comfyui",
            "segment_anything_2",
            "noop",
            "scope");

    private final AiModelsFile file;
    private final WorkerSetup setup;
    private final List<DataIssue> warnings = new ArrayList<>();

    StartupWarnings(AiModelsFile file, WorkerSetup setup) {
        this.file = file;
        this.setup = setup;
    }

    List<DataIssue> list() {
        ports();
        for (AiModel entry : file.entries()) {
            if (setup.isWorker()) {
                capacity(entry);
                flags(entry);
                liveImage(entry);
            }
            if (setup.onchain()) {
                price(entry);
            }
        }
        return warnings;
    }

    private void ports() {
        for (String device : setup.devices()) {
            if (!ONE_DIGIT.matcher(device).matches()) {
                warnings.add(
                        new DataIssue(
                                "devicePort",
                                file.name(),
                                "-nvidia",
                                device,
                                "the device is no single digit, so containers on it get a port that does not exist or clashes"));
            }
        }
        if (setup.containersPerGpu() > MAX_CONTAINERS) {
            warnings.add(new DataIssue(
                    "devicePort",
                    file.name(),
                    "-aiRunnerContainersPerGPU",
                    Integer.toString(setup.containersPerGpu()),
                    "from the eleventh container of a device on, ports clash"));
        }
    }

    private void capacity(AiModel entry) {
        long capacity = entry.capacity();
        if (!entry.isManaged()) {
            if (capacity < 0) {
                warn("capacityNegative", entry, GoField.CAPACITY, capacity, "it is advertised as it stands");
            }
        } else if (capacity < 0) {
            warn("capacityNegative", entry, GoField.CAPACITY, capacity, "no container is started for it");
        } else if (capacity > 1 && !entry.warm()) {
            warn("capacityIgnored", entry, GoField.CAPACITY, capacity, "it counts for nothing on a cold entry");
        } else if (capacity > 1 && !isLive(entry)) {
            warn(
                    "capacityIgnored",
                    entry,
                    GoField.CAPACITY,
                    capacity,
                    "as many containers are started, but one request at a time is let in; repeat the entry instead");
        }
    }

    private void flags(AiModel entry) {
        if (entry.optimizationFlags().isEmpty()) {
            return;
        }
        // Names only: any environment variable may be set here, a secret one too.
        String names = String.join(", ", entry.optimizationFlags().keySet());
        if (!entry.isManaged()) {
            warn("flagsIgnored", entry, GoField.OPTIMIZATION_FLAGS, names, "flags do not reach a container with a url");
        } else if (!entry.warm()) {
            warn("flagsIgnored", entry, GoField.OPTIMIZATION_FLAGS, names, "flags only reach warm containers");
        }
    }

    private void liveImage(AiModel entry) {
        if (entry.containers() > 0 && isLive(entry) && !LIVE_IMAGES.contains(entry.modelId())) {
            warn(
                    "liveImageUnknown",
                    entry,
                    GoField.MODEL_ID,
                    entry.modelId(),
                    "the node starts only if -aiRunnerImageOverrides names an image for this live pipeline");
        }
    }

    private void price(AiModel entry) {
        BigDecimal price = entry.findPrice().orElse(null);
        if (price == null) {
            if (setup.flagPrice()) {
                warn("priceMissing", entry, GoField.PRICE_PER_UNIT, "", "the price of -pricePerUnit is used");
            }
            return;
        }
        if (price.signum() == 0) {
            String then = "0 counts as no price: the node asks its price for transcoding if it has one";
            warn("priceZero", entry, GoField.PRICE_PER_UNIT, price, then);
        }
        if (entry.findPixelsPerUnit().isEmpty()) {
            String then = "the value of -pixelsPerUnit is used, which is meant for transcoding";
            warn("pixelsPerUnitMissing", entry, GoField.PIXELS_PER_UNIT, "", then);
        }
    }

    private static boolean isLive(AiModel entry) {
        return entry.pipeline().equals(Pipeline.LIVE_VIDEO_TO_VIDEO.slug());
    }

    private void warn(String kind, AiModel entry, GoField field, Object value, String message) {
        warnings.add(new DataIssue(kind, file.name(), entry.path(field.key()), value.toString(), message));
    }
}
