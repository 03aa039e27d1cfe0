package org.warmplan.fleet;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Vram;
import org.warmplan.files.Document;
import org.warmplan.files.Fields;

/** Reads {@code gpus.json}. */
final class GpusFile {
    private static final int MOST_GIB = 1024;
    private static final int MIB_PER_GIB = 1024;

    private final SourceTable sources;

    private GpusFile(SourceTable sources) {
        this.sources = sources;
    }

    static List<CatalogueGpu> read(Path file) {
        Fields root = Document.ofJson(file, "The catalogue file").fields();
        Catalogue.requireVersion(root);
        GpusFile reading = new GpusFile(new SourceTable(root.object("sources")));
        List<CatalogueGpu> gpus =
                root.objects("gpus").stream().map(reading::gpu).toList();
        root.end();
        return gpus;
    }

    private CatalogueGpu gpu(Fields fields) {
        OptionalLong exact = fields.findInteger("nvmlMib", MIB_PER_GIB, MOST_GIB * MIB_PER_GIB);
        OptionalLong listed = fields.findInteger("listedGib", 1, MOST_GIB);
        if (exact.isPresent() && listed.isPresent()) {
            throw fields.wrong("listedGib", "stands beside nvmlMib", "remove it: NVML's own figure is the better one");
        }
        OptionalLong nominal = fields.findInteger("nominalGb", 1, MOST_GIB);
        CatalogueGpu gpu = new CatalogueGpu(
                fields.text("name"),
                nominal.isPresent() ? OptionalInt.of((int) nominal.getAsLong()) : OptionalInt.empty(),
                vram(exact, listed),
                listed.isPresent(),
                fields.flag("severalSizes", false),
                fields.findText("computeCapability").orElse(null),
                fields.findText("architecture")
                        .map(slug -> CatalogueWords.architecture(fields, "architecture", slug))
                        .orElse(null),
                sources.text(fields, "source"),
                fields.findText("note").orElse(null));
        fields.end();
        return gpu;
    }

    private static @Nullable Vram vram(OptionalLong exactMib, OptionalLong listedGib) {
        if (exactMib.isPresent()) {
            return Vram.ofMib(exactMib.getAsLong());
        }
        return listedGib.isPresent() ? Vram.ofGib(BigDecimal.valueOf(listedGib.getAsLong())) : null;
    }
}
