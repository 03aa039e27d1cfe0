package org.warmplan.fleet;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;
import org.warmplan.files.Fields;

/** The models and cards that something public is known about, every figure with its source. Immutable. */
public final class Catalogue {
    /** The version of the two files. */
    public static final int VERSION = 1;

    private final Map<Pipeline, CataloguePipeline> pipelines = new TreeMap<>();
    private final Map<Workload, CatalogueModel> models = new TreeMap<>();
    private final GpuNames gpus;

    /**
     * @throws IllegalArgumentException when two models are of one workload, or two cards have one name
     */
    public Catalogue(
            Collection<CataloguePipeline> pipelines, Collection<CatalogueModel> models, Collection<CatalogueGpu> gpus) {
        pipelines.forEach(pipeline -> this.pipelines.put(pipeline.pipeline(), pipeline));
        for (CatalogueModel model : models) {
            if (this.models.put(model.workload(), model) != null) {
                throw new IllegalArgumentException("The workload " + model.workload() + " stands twice.");
            }
        }
        this.gpus = new GpuNames(gpus);
    }

    /**
     * Reads {@code models.json} and {@code gpus.json} of a folder.
     *
     * @throws InputException when one is missing or unsound; a field nobody knows is unsound too
     */
    public static Catalogue read(Path folder) {
        ModelsFile models = ModelsFile.read(folder.resolve("models.json"));
        List<CatalogueGpu> gpus = GpusFile.read(folder.resolve("gpus.json"));
        try {
            return new Catalogue(models.pipelines(), models.models(), gpus);
        } catch (IllegalArgumentException e) {
            throw new InputException("The catalogue in " + folder + ": " + e.getMessage() + " Maybe remove one.", e);
        }
    }

    static void requireVersion(Fields root) {
        long version = root.integer("version", 0, Integer.MAX_VALUE);
        if (version != VERSION) {
            throw root.wrong("version", "is " + version + ", not " + VERSION, "it belongs to another Warmplan");
        }
        if (root.texts("about").isEmpty()) {
            throw root.wrong("about", "is missing", "say there how to read the file");
        }
    }

    /** What is known about a workload; empty when nothing is. */
    public Optional<CatalogueModel> findModel(Workload workload) {
        return Optional.ofNullable(models.get(workload));
    }

    /** All models, by workload. */
    public List<CatalogueModel> listModels() {
        return List.copyOf(models.values());
    }

    /** What holds for every model of a pipeline, listed or not. */
    public Optional<CataloguePipeline> findPipeline(Pipeline pipeline) {
        return Optional.ofNullable(pipelines.get(pipeline));
    }

    /**
     * The image go-livepeer starts for a workload, listed or not. Empty for a live pipeline it has no image for, which
     * ends the node ({@code ai/worker/docker.go:275-283} at 176aa415).
     */
    public Optional<RunnerImage> findImage(Workload workload) {
        Optional<RunnerImage> own = findModel(workload).flatMap(m -> maybe(m.image()));
        return own.or(() -> findPipeline(workload.pipeline()).flatMap(p -> maybe(p.image())));
    }

    /**
     * The card meant by a name. First by NVML name without regard to case; then by the same words and numbers, vendor
     * words left out; then the one name that holds all the given words and, beyond them, only words that tell no cards
     * apart (SXM, PCIe, Generation ...). "RTX 4070" is no RTX 4070 Ti, and "GTX 1080", which the catalogue does not
     * hold, is no GTX 1080 Ti.
     */
    public Optional<CatalogueGpu> findGpu(String name) {
        return gpus.find(name);
    }

    /** All cards, by name. */
    public List<CatalogueGpu> listGpus() {
        return gpus.list();
    }

    /** Up to three names near one that {@link #findGpu} does not find, nearest first. */
    public List<String> suggest(String name) {
        return gpus.suggest(name);
    }

    /** The architecture of a card, told by its name when the catalogue does not hold it. */
    public Optional<Architecture> findArchitecture(String gpuName) {
        return findGpu(gpuName)
                .map(gpu -> maybe(gpu.architecture()))
                .orElseGet(() -> Architecture.findByGpuName(gpuName));
    }

    private static <T> Optional<T> maybe(@Nullable T value) {
        return Optional.ofNullable(value);
    }
}
