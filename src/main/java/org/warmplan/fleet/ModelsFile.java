package org.warmplan.fleet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;
import org.warmplan.files.Document;
import org.warmplan.files.Fields;

/** Reads {@code models.json}. */
final class ModelsFile {
    private record FlagReason(boolean allowed, String reason, Optional<String> source) {
        FlagVerdict verdict(String code) {
            return new FlagVerdict(
                    allowed, reason, source.map(s -> code + "; " + s).orElse(code));
        }
    }

    private record PipelineEntry(CataloguePipeline pipeline, String flagCode, Optional<FlagReason> flags) {}

    private final SourceTable sources;
    private final FigureFields figures;
    private final Map<String, FlagReason> flagReasons = new TreeMap<>();
    private final Map<String, RunnerImage> images = new TreeMap<>();
    private final Map<Pipeline, PipelineEntry> pipelines = new EnumMap<>(Pipeline.class);
    private final List<CatalogueModel> models = new ArrayList<>();

    private ModelsFile(Fields root) {
        sources = new SourceTable(root.object("sources"));
        figures = new FigureFields(sources);
        readFlagVerdicts(root.object("flagVerdicts"));
        root.objects("images").forEach(this::readImage);
        root.objects("pipelines").forEach(this::readPipeline);
        root.objects("models").forEach(this::readModel);
    }

    static ModelsFile read(Path file) {
        Fields root = Document.ofJson(file, "The catalogue file").fields();
        Catalogue.requireVersion(root);
        ModelsFile read = new ModelsFile(root);
        root.end();
        return read;
    }

    List<CataloguePipeline> pipelines() {
        return pipelines.values().stream().map(PipelineEntry::pipeline).toList();
    }

    List<CatalogueModel> models() {
        return models;
    }

    private void readFlagVerdicts(Fields verdicts) {
        for (String name : verdicts.names()) {
            Fields fields = verdicts.object(name);
            if (!fields.has("allowed")) {
                throw fields.wrong("allowed", "is missing", "add true or false");
            }
            Optional<String> source = fields.findText("source").map(s -> sources.text(fields, "source", s));
            flagReasons.put(name, new FlagReason(fields.flag("allowed", false), fields.text("reason"), source));
            fields.end();
        }
    }

    private void readImage(Fields fields) {
        Set<Architecture> architectures = fields.texts("notProvenOn").stream()
                .map(slug -> CatalogueWords.architecture(fields, "notProvenOn", slug))
                .collect(Collectors.toSet());
        String name = fields.text("name");
        RunnerImage.Doubt doubt =
                new RunnerImage.Doubt(architectures, fields.text("reason"), sources.text(fields, "source"));
        fields.end();
        if (images.put(name, new RunnerImage(name, doubt)) != null) {
            throw fields.wrong("name", "is \"" + name + "\", which stands twice", "remove one of them");
        }
    }

    private void readPipeline(Fields fields) {
        Pipeline pipeline = CatalogueWords.pipeline(fields);
        CataloguePipeline read = new CataloguePipeline(
                pipeline,
                image(fields),
                new DocumentedPrice(figures.findFigure(fields, "weiPerUnit"), figures.findFigure(fields, "usdPerUnit")),
                figures.findFigure(fields, "defaultSteps"),
                note(fields));
        Optional<FlagReason> flags = fields.findText("flags").map(name -> flagReason(fields, "flags", name));
        PipelineEntry entry = new PipelineEntry(read, sources.text(fields, "flagCode"), flags);
        fields.end();
        if (pipelines.put(pipeline, entry) != null) {
            throw fields.wrong("pipeline", "is \"" + pipeline + "\", which stands twice", "remove one of them");
        }
    }

    private void readModel(Fields fields) {
        Pipeline pipeline = CatalogueWords.pipeline(fields);
        PipelineEntry entry = pipelines.get(pipeline);
        if (entry == null) {
            throw fields.wrong("pipeline", "is \"" + pipeline + "\", which pipelines does not list", "add it there");
        }
        Workload workload = new Workload(pipeline, fields.text("modelId"));
        models.add(model(fields, workload, entry));
        fields.end();
    }

    private CatalogueModel model(Fields fields, Workload workload, PipelineEntry entry) {
        RunnerImage own = image(fields);
        Figure forcedSteps = figures.findFigure(fields, "forcedSteps");
        return new CatalogueModel(
                workload,
                own == null ? entry.pipeline().image() : own,
                listedIn(fields),
                fields.findText("steps")
                        .map(slug -> CatalogueWords.stepKind(fields, slug))
                        .orElse(null),
                forcedSteps == null ? entry.pipeline().defaultSteps() : forcedSteps,
                vram(fields),
                figures.findFigure(fields, "loadSeconds"),
                figures.findFigure(fields, "diskGb"),
                verdict(fields, "sfast", entry),
                verdict(fields, "deepcache", entry),
                fields.has("gated") ? sources.text(fields, "gated") : null,
                entry.pipeline().price(),
                fields.findText("note").orElse(null));
    }

    private VramFigures vram(Fields fields) {
        return new VramFigures(
                figures.findFigure(fields, "recommendedCardGb"),
                figures.findFigure(fields, "warmGb"),
                figures.findFigure(fields, "peakGb"),
                figures.listMeasured(fields),
                figures.listStatements(fields));
    }

    private List<String> listedIn(Fields fields) {
        return fields.texts("listedIn").stream()
                .map(reference -> sources.text(fields, "listedIn", reference))
                .toList();
    }

    private @Nullable RunnerImage image(Fields fields) {
        return fields.findText("image")
                .map(name -> images.getOrDefault(name, new RunnerImage(name, null)))
                .orElse(null);
    }

    private @Nullable String note(Fields fields) {
        List<String> noteSources = fields.texts("noteSources").stream()
                .map(reference -> sources.text(fields, "noteSources", reference))
                .toList();
        return fields.findText("note")
                .map(note -> noteSources.isEmpty() ? note : note + " (" + String.join("; ", noteSources) + ")")
                .orElse(null);
    }

    private FlagVerdict verdict(Fields fields, String flag, PipelineEntry entry) {
        return fields.findText(flag)
                .map(name -> flagReason(fields, flag, name))
                .or(entry::flags)
                .orElseThrow(() -> fields.wrong(flag, "is missing", "name one of " + flagReasons.keySet()))
                .verdict(entry.flagCode());
    }

    private FlagReason flagReason(Fields fields, String field, String name) {
        FlagReason reason = flagReasons.get(name);
        if (reason == null) {
            throw fields.wrong(field, "is \"" + name + "\", no key of flagVerdicts", "add it there");
        }
        return reason;
    }
}
