package org.warmplan.worker;

import java.util.List;
import java.util.Set;
import org.warmplan.files.SpelledJson;

/** One {@code pipeline:model_id:warm} of the inline form; what stands behind a third colon is passed over. */
final class InlineModel {
    private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");
    private static final Set<String> FALSE = Set.of("0", "f", "F", "FALSE", "false", "False");

    private InlineModel() {}

    static SpelledJson read(String where, String model) {
        String[] parts = model.split(":", -1);
        if (parts.length < 3) {
            throw new UnparsedException(
                    where + " is neither a file nor pipeline:model_id:warm",
                    "invalid AI model config expected <pipeline>:<model_id>:<warm>",
                    "the path is wrong");
        }
        String warm = parts[2];
        if (!TRUE.contains(warm) && !FALSE.contains(warm)) {
            throw new UnparsedException(
                    where + " says neither true nor false",
                    "strconv.ParseBool: parsing %s: invalid syntax".formatted(GoQuote.of(warm)),
                    "the model id has a colon, which this form cannot hold: write a file instead");
        }
        return new SpelledJson.Members(List.of(
                member(GoField.PIPELINE, new SpelledJson.Text(parts[0])),
                member(GoField.MODEL_ID, new SpelledJson.Text(parts[1])),
                member(GoField.WARM, new SpelledJson.Flag(TRUE.contains(warm)))));
    }

    private static SpelledJson.Member member(GoField field, SpelledJson value) {
        return new SpelledJson.Member(field.key(), value);
    }
}
