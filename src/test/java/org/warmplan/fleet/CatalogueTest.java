package org.warmplan.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Vram;
import org.warmplan.domain.Workload;
import org.warmplan.files.JsonText;
import org.warmplan.files.TextFile;
import tools.jackson.databind.JsonNode;

final class CatalogueTest {
    private static final Workload REALVIS = new Workload(Pipeline.TEXT_TO_IMAGE, "SG161222/RealVisXL_V4.0_Lightning");

    @TempDir
    Path folder;

    @Test
    void holdsAllModelsAndCards() {
        assertThat(Shipped.CATALOGUE.listModels()).hasSize(48);
        assertThat(Shipped.CATALOGUE.listGpus()).hasSize(51);
    }

    @Test
    void knowsEveryPipeline() {
        assertThat(Pipeline.values())
                .allSatisfy(p -> assertThat(Shipped.CATALOGUE.findPipeline(p)).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"models.json", "gpus.json"})
    void givesASourceForEveryFigure(String name) {
        JsonNode root = tree(name);
        Set<String> declared = new TreeSet<>(root.get("sources").propertyNames());
        Set<String> used = new TreeSet<>();

        requireSources(root, used);

        assertThat(used).as("keys used are the keys declared").isEqualTo(declared);
    }

    @Test
    void saysWhereEachModelIsListed() {
        assertThat(Shipped.CATALOGUE.listModels())
                .allSatisfy(model -> assertThat(model.listedIn()).isNotEmpty());
    }

    @Test
    void takesNoMemoryFigureFromASourceThatHasNamesOnly() {
        assertThat(Shipped.CATALOGUE.listGpus())
                .filteredOn(gpu -> gpu.vram() != null)
                .allSatisfy(gpu -> assertThat(gpu.source()).doesNotContain("name only", "the box"));
    }

    @Test
    void groupsItsCardsAsTheirNamesSay() {
        assertThat(Shipped.CATALOGUE.listGpus())
                .allSatisfy(gpu -> assertThat(Optional.ofNullable(gpu.architecture()))
                        .isEqualTo(Architecture.findByGpuName(gpu.name())));
    }

    @Test
    void readsAModelWhole() {
        CatalogueModel model = Shipped.CATALOGUE.findModel(REALVIS).orElseThrow();

        assertThat(model.vram().peakGb()).extracting(Figure::text).isEqualTo("16 to 18");
        assertThat(model.vram().measured())
                .extracting(MeasuredReading::gpuName)
                .containsExactly("NVIDIA GeForce RTX 4070 Ti SUPER", "NVIDIA GeForce RTX 3090");
        assertThat(model.image()).extracting(RunnerImage::name).isEqualTo("livepeer/ai-runner:latest");
        assertThat(model.stepKind()).isEqualTo(StepKind.LIGHTNING);
        assertThat(model.steps()).extracting(Figure::text).isEqualTo("50");
        assertThat(model.price().weiPerUnit()).extracting(Figure::text).isEqualTo("4768371");
        assertThat(model.price().usdPerUnit()).extracting(Figure::text).isEqualTo("0.000000019073484");
        assertThat(model.sfast().allowed()).isTrue();
        assertThat(model.deepcache().allowed()).isFalse();
        assertThat(model.isGated()).isFalse();
    }

    @Test
    void forcesEightStepsOnSdxlLightningOnly() {
        assertThat(Shipped.CATALOGUE.listModels())
                .filteredOn(m -> m.steps() != null && m.steps().text().equals("8"))
                .extracting(m -> m.workload().modelId())
                .containsOnly("ByteDance/SDXL-Lightning");
    }

    @Test
    void allowsNoFlagOutsideTheDiffusionPipelines() {
        assertThat(Shipped.CATALOGUE.listModels())
                .filteredOn(m -> !m.workload().pipeline().isDiffusion())
                .allSatisfy(m -> assertThat(m.sfast().allowed() || m.deepcache().allowed())
                        .isFalse());
    }

    @Test
    void allowsNoDeepcacheOnFewStepModels() {
        assertThat(Shipped.CATALOGUE.listModels())
                .filteredOn(m -> m.stepKind() != null && m.stepKind() != StepKind.STANDARD)
                .allSatisfy(m -> assertThat(m.deepcache().allowed()).isFalse());
    }

    @Test
    void findsTheImageOfAModelItDoesNotHold() {
        assertThat(Shipped.CATALOGUE.findImage(new Workload(Pipeline.LLM, "made/up")))
                .map(RunnerImage::name)
                .contains("livepeer/ai-runner:llm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"made-up", "streamdiffusion-sdturbo"})
    void findsNoImageForALivePipelineTheWorkerDoesNotKnow(String name) {
        assertThat(Shipped.CATALOGUE.findImage(new Workload(Pipeline.LIVE_VIDEO_TO_VIDEO, name)))
                .isEmpty();
    }

    @Test
    void tellsTheMemoryOfCardsInMib() {
        assertThat(Shipped.CATALOGUE.findGpu("NVIDIA L4").orElseThrow().vram()).isEqualTo(Vram.ofMib(23034));
        CatalogueGpu rounded =
                Shipped.CATALOGUE.findGpu("NVIDIA GeForce RTX 4070").orElseThrow();
        assertThat(rounded.vram()).isEqualTo(Vram.ofMib(12 * 1024));
        assertThat(rounded.rounded()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "models.json|\"version\": 1|\"version\": 2|version is 2, not 1. Maybe it belongs to another Warmplan.",
                "models.json|\"steps\": \"turbo\"|\"steps\": \"quick\"|is \"quick\", no known kind of steps",
                "models.json|\"source\": \"naap\"|\"source\": \"nap\"|is \"nap\", no key of sources",
                "models.json|\"sfast\": \"compiled\"|\"sfast\": \"baked\"|is \"baked\", no key of flagVerdicts",
                "models.json|\"warmGb\"|\"hotGb\"|hotGb is not a known field",
                "models.json|\"notProvenOn\": [\"blackwell\"]|\"notProvenOn\": [\"hopper\"]|names \"hopper\"",
                "models.json|\"modelId\": \"stabilityai/sdxl-turbo\"|\"modelId\": \"stabilityai/sd-turbo\"|stands twice",
                "models.json|\"unit\": \"GB\"|\"unit\": \"MB\"|is \"MB\", no known unit",
                "gpus.json|\"nvmlMib\": 32607|\"nvmlMib\": 32607, \"listedGib\": 32|stands beside nvmlMib",
                "gpus.json|\"NVIDIA L40S\"|\"NVIDIA L40\"|The card NVIDIA L40 stands twice",
                "gpus.json|\"nominalGb\"|\"sizeGb\"|sizeGb is not a known field",
                "gpus.json|\"about\"|\"preface\"|about is missing"
            })
    void refusesAnUnsoundFile(String file, String old, String replacement, String problem) throws IOException {
        for (String name : new String[] {"models.json", "gpus.json"}) {
            String text = TextFile.read(Shipped.FOLDER.resolve(name), "The catalogue file");
            Files.writeString(folder.resolve(name), name.equals(file) ? text.replace(old, replacement) : text);
        }

        assertThatThrownBy(() -> Catalogue.read(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(problem);
    }

    private static JsonNode tree(String name) {
        return JsonText.readStrict(name, TextFile.read(Shipped.FOLDER.resolve(name), "The catalogue file"));
    }

    /** Any object with a number in it must name a source, and so must every list of references. */
    private static void requireSources(JsonNode node, Set<String> used) {
        boolean isFigure = node.isObject()
                && !node.has("version")
                && node.propertyStream().anyMatch(p -> p.getValue().isNumber());
        if (isFigure) {
            assertThat(node.has("source")).as(node.toString()).isTrue();
        }
        for (String field : Set.of("source", "flagCode", "gated")) {
            if (node.path(field).isString()) {
                used.add(node.get(field).stringValue().split(":")[0]);
            }
        }
        for (String field : Set.of("listedIn", "noteSources")) {
            node.path(field).forEach(r -> used.add(r.stringValue().split(":")[0]));
        }
        node.forEach(child -> requireSources(child, used));
    }
}
