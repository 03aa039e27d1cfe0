package org.warmplan.worker;

import java.util.ArrayList;
import java.util.List;
import org.warmplan.domain.InputException;
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
     * @throws InputException when go-livepeer would stop at start over it, with what it would print where that is known
     */
    public static AiModelsFile read(String name, String text) {
        SpelledJson root;
        try {
            root = SpelledJson.read(name, text);
        } catch (InputException e) {
            throw new InputException(
                    e.getMessage() + " A file that is no JSON stops go-livepeer with \"Error parsing -aiModels\".", e);
        }
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
