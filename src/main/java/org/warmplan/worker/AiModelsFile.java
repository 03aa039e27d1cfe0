package org.warmplan.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Workload;
import org.warmplan.files.SpelledJson;

/**
 * An aiModels.json, read as go-livepeer reads it ({@code core/ai.go:90-105} at 176aa415) and written back without loss:
 * unknown fields, key order, duplicate keys and the spelling of every number stay.
 *
 * @param name what to call the file in messages, usually its path
 * @param entries in file order, which is the order containers start in
 */
public record AiModelsFile(String name, List<AiModel> entries) {
    public AiModelsFile {
        entries = List.copyOf(entries);
    }

    /**
     * Reads the file's text.
     *
     * @throws UnparsedException when go-livepeer would stop at start over it, with what it would print
     * @throws InputException when it goes beyond our own limits on nesting and numbers, though not beyond go-livepeer's
     */
    public static AiModelsFile read(String name, String text) {
        ParseMistakes.requireSyntax(name, text);
        SpelledJson root = SpelledJson.read(name, text);
        if (root instanceof SpelledJson.Nothing) {
            return none(name);
        }
        if (root instanceof SpelledJson.Items list) {
            return of(name, list.items());
        }
        throw new ParseMistakes(name)
                .at(
                        "the top level",
                        ParseMistakes.shown(root),
                        ParseMistakes.wrongType(root, "value of type []core.AIModelConfig"),
                        "put the entries into square brackets");
    }

    /**
     * Reads the inline form {@code pipeline:model_id:warm[,…]}, which go-livepeer takes whenever the argument of
     * {@code -aiModels} is no file ({@code core/ai.go:107-124} at 176aa415): so a wrong path ends the node with a message
     * about this form.
     *
     * @param argument as given to {@code -aiModels}
     * @throws UnparsedException when go-livepeer would stop at start over it
     */
    public static AiModelsFile readInline(String argument) {
        String name = "-aiModels";
        List<SpelledJson> entries = new ArrayList<>();
        for (String model : argument.split(",", -1)) {
            entries.add(InlineModel.read(name + ": " + ParseMistakes.shown(model), model));
        }
        return of(name, entries);
    }

    /** A file without entries, for a worker that has none yet. */
    public static AiModelsFile none(String name) {
        return new AiModelsFile(name, List.of());
    }

    /** A file of these entries, checked like one that is read. */
    static AiModelsFile of(String name, List<SpelledJson> entries) {
        ParseMistakes mistakes = new ParseMistakes(name);
        List<AiModel> read = new ArrayList<>();
        for (SpelledJson entry : entries) {
            read.add(EntryReading.read(mistakes, read.size(), entry));
        }
        mistakes.end();
        return new AiModelsFile(name, read);
    }

    /** What has an entry for every gateway, priced or not; the set may be added to. */
    public Set<Workload> listedForEveryGateway() {
        Set<Workload> listed = new TreeSet<>();
        entries.stream()
                .filter(AiModel::isForEveryGateway)
                .forEach(entry -> entry.findWorkload().ifPresent(listed::add));
        return listed;
    }

    /** The text to hand to go-livepeer, tokens and all: two-space indent, one line end at the end. */
    public String write() {
        return new SpelledJson.Items(entries.stream().map(AiModel::raw).toList()).write();
    }

    /** Like {@link #write}, with {@code ***} for every token and whatever else may be a secret. */
    public String redacted() {
        return new SpelledJson.Items(
                        entries.stream().map(e -> Redaction.of(e.raw())).toList())
                .write();
    }
}
