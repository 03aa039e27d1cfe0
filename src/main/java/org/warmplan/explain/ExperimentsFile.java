package org.warmplan.explain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Workload;
import org.warmplan.explain.Experiment.Verdict;
import org.warmplan.files.Document;
import org.warmplan.files.Fields;
import org.warmplan.files.JsonText;
import org.warmplan.files.WholeFile;
import org.warmplan.fleet.Flag;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code experiments.json} in the data folder: what was tried, and what the operator found. */
public final class ExperimentsFile {
    private static final int VERSION = 1;
    private static final String NAME = "experiments.json";

    private ExperimentsFile() {}

    /**
     * Reads them; none when there is no such file yet.
     *
     * @throws InputException when the file is damaged
     */
    public static Experiments read(Path data) {
        Path file = data.resolve(NAME);
        if (!Files.exists(file)) {
            return Experiments.NONE;
        }
        Fields top = Document.ofJson(file, "The record of experiments").fields();
        top.integer("version", VERSION, VERSION);
        List<Experiment> all = top.objects("experiments").stream()
                .map(ExperimentsFile::experiment)
                .toList();
        top.end();
        return new Experiments(all);
    }

    private static Experiment experiment(Fields fields) {
        Experiment experiment = new Experiment(
                fields.text("worker"),
                word(fields, "workload", Workload::find).orElseThrow(),
                word(fields, "flag", Flag::find).orElseThrow(),
                word(fields, "since", ExperimentsFile::instant).orElseThrow(),
                word(fields, "verdict", Verdict::find).orElse(null),
                fields.has("note") ? fields.verbatim("note") : null,
                word(fields, "settled", ExperimentsFile::instant).orElse(null));
        fields.end();
        return experiment;
    }

    private static <T> Optional<T> word(Fields fields, String name, Function<String, Optional<T>> find) {
        boolean optional = name.equals("verdict") || name.equals("settled");
        Optional<String> text = optional ? fields.findText(name) : Optional.of(fields.text(name));
        return text.map(word -> find.apply(word)
                .orElseThrow(() -> fields.wrong(
                        name, "is \"" + word + "\", which is no such thing", "the file was edited by hand")));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Writes them all. */
    public static void write(Path data, Experiments experiments) {
        ObjectNode top = JsonNodeFactory.instance.objectNode();
        top.put("version", VERSION);
        ArrayNode list = top.putArray("experiments");
        for (Experiment experiment : experiments.all()) {
            ObjectNode node = list.addObject();
            put(node, experiment);
            if (experiment.settled() != null) {
                node.put("settled", experiment.settled().toString());
            }
        }
        WholeFile.write(data.resolve(NAME), JsonText.write(top));
    }

    /** The fields that plan.json has too. */
    public static void put(ObjectNode node, Experiment experiment) {
        node.put("worker", experiment.worker());
        node.put("workload", experiment.workload().id());
        node.put("flag", experiment.flag().name());
        node.put("since", experiment.since().toString());
        node.put("verdict", word(experiment.verdict()));
        if (experiment.note() != null) {
            node.put("note", experiment.note());
        }
    }

    private static @Nullable String word(@Nullable Verdict verdict) {
        return verdict == null ? null : verdict.word();
    }
}
