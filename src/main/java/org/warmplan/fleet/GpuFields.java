package org.warmplan.fleet;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Vram;
import org.warmplan.files.Fields;

/** One card of a worker in a fleet file. */
final class GpuFields {
    static final long LEAST_MIB = 1024;
    private static final long MOST_MIB = 1L << 20;
    private static final Pattern DEVICE = Pattern.compile("[0-9]");
    private static final String ASK_NVML = "add the MiB that nvidia-smi --query-gpu=memory.total --format=csv prints";

    private static final int LONGEST_NAME = 128;

    private final Path file;
    private final Catalogue catalogue;
    private final List<DataIssue> issues;

    GpuFields(Path file, Catalogue catalogue, List<DataIssue> issues) {
        this.file = file;
        this.catalogue = catalogue;
        this.issues = issues;
    }

    FleetGpu read(Fields fields, int index) {
        String device = device(fields, index);
        String given = fields.text("name");
        if (given.length() > LONGEST_NAME) {
            throw fields.wrong("name", "has %d characters".formatted(given.length()), "it is no card's name");
        }
        OptionalLong own = fields.findInteger("vramMib", LEAST_MIB, MOST_MIB);
        Optional<CatalogueGpu> known = catalogue.findGpu(given);
        Vram vram = own.isPresent()
                ? Vram.ofMib(own.getAsLong())
                : vram(fields, known.orElseThrow(() -> unknown(fields, given)));
        if (known.isEmpty()) {
            issues.add(new DataIssue(
                    "gpuUnknown",
                    String.valueOf(file.getFileName()),
                    fields.path() + ".name",
                    given,
                    "The catalogue does not know this card, so only what its vramMib allows is known about it."));
        }
        Vram reserved = reserved(fields, vram);
        fields.end();
        return new FleetGpu(device, known.map(CatalogueGpu::name).orElse(given.strip()), vram, reserved);
    }

    private static String device(Fields fields, int index) {
        String device = fields.findText("device").orElse(String.valueOf(index));
        if (!DEVICE.matcher(device).matches()) {
            throw fields.wrong(
                    "device",
                    "is \"" + device + "\", not one digit, and go-livepeer makes the port of a container from it",
                    "give the index nvidia-smi shows, and leave out cards beyond 9");
        }
        return device;
    }

    private Vram vram(Fields fields, CatalogueGpu gpu) {
        Vram vram = gpu.vram();
        if (vram == null) {
            throw fields.wrong(
                    "vramMib", "is missing, and nothing public states the memory of the " + gpu.name(), ASK_NVML);
        }
        if (gpu.severalSizes()) {
            throw fields.wrong(
                    "vramMib", "is missing, and the " + gpu.name() + " is sold with more than one size", ASK_NVML);
        }
        if (gpu.rounded()) {
            issues.add(new DataIssue(
                    "gpuMemoryRounded",
                    String.valueOf(file.getFileName()),
                    fields.path() + ".name",
                    gpu.name(),
                    "Its memory is public in whole GiB only and may be a little less. Maybe " + ASK_NVML
                            + ", as vramMib."));
        }
        return vram;
    }

    private InputException unknown(Fields fields, String given) {
        List<String> near = catalogue.suggest(given);
        return fields.wrong(
                "name",
                "is \"" + given + "\", no card the catalogue knows",
                (near.isEmpty() ? "" : "one of these was meant: " + String.join(", ", near) + "; otherwise ")
                        + "write the name as nvidia-smi prints it, or add vramMib");
    }

    private static Vram reserved(Fields fields, Vram vram) {
        Vram reserved =
                Vram.ofMib(fields.findInteger("reservedMib", 0, MOST_MIB).orElse(0));
        if (reserved.compareTo(vram) >= 0) {
            throw fields.wrong(
                    "reservedMib",
                    "is %d, and the card has %d in all".formatted(reserved.mib(), vram.mib()),
                    "leave the card out, if nothing of it is free");
        }
        return reserved;
    }
}
