package org.warmplan.worker;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.warmplan.files.JsonText;
import org.warmplan.files.SpelledJson;

/**
 * Fills one entry as Go's encoding/json fills an {@code AIModelConfig}: members in their order, later ones over earlier
 * ones, {@code null} leaves a plain field as it is, an unknown field is passed over.
 */
final class EntryReading {
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");

    private final ParseMistakes mistakes;
    private final int index;
    private final Map<GoField, String> texts = new EnumMap<>(GoField.class);
    private final Map<GoField, BigDecimal> numbers = new EnumMap<>(GoField.class);
    private final Map<String, String> flags = new TreeMap<>();
    private boolean warm;
    private long capacity;

    private EntryReading(ParseMistakes mistakes, int index) {
        this.mistakes = mistakes;
        this.index = index;
    }

    static AiModel read(ParseMistakes mistakes, int index, SpelledJson raw) {
        EntryReading reading = new EntryReading(mistakes, index);
        if (raw instanceof SpelledJson.Members object) {
            object.members().forEach(reading::take);
        } else if (!(raw instanceof SpelledJson.Nothing)) {
            mistakes.note(
                    "[" + index + "]",
                    ParseMistakes.shown(raw),
                    ParseMistakes.wrongType(raw, "value of type core.AIModelConfig"),
                    "every entry must be an object in braces");
        }
        return reading.entry(raw);
    }

    private AiModel entry(SpelledJson raw) {
        return new AiModel(
                index,
                text(GoField.PIPELINE),
                text(GoField.MODEL_ID),
                warm,
                capacity,
                text(GoField.URL),
                text(GoField.TOKEN),
                flags,
                text(GoField.GATEWAY),
                numbers.get(GoField.PRICE_PER_UNIT),
                numbers.get(GoField.PIXELS_PER_UNIT),
                text(GoField.CURRENCY),
                raw);
    }

    private String text(GoField field) {
        return texts.getOrDefault(field, "");
    }

    private void take(SpelledJson.Member member) {
        GoField field = GoField.find(member.key()).orElse(null);
        if (field == null) {
            return;
        }
        SpelledJson value = member.value();
        switch (field) {
            case PRICE_PER_UNIT, PIXELS_PER_UNIT -> numbers.put(field, rational(field, value));
            case OPTIMIZATION_FLAGS -> takeFlags(value);
            case WARM -> takeWarm(value);
            case CAPACITY -> takeCapacity(value);
            default -> takeText(field, value);
        }
    }

    private void takeText(GoField field, SpelledJson value) {
        if (value instanceof SpelledJson.Text text) {
            texts.put(field, text.value());
        } else if (!(value instanceof SpelledJson.Nothing)) {
            noteType(field, value, ParseMistakes.goKind(value));
        }
    }

    private void takeWarm(SpelledJson value) {
        if (value instanceof SpelledJson.Flag flag) {
            warm = flag.value();
        } else if (!(value instanceof SpelledJson.Nothing)) {
            noteType(GoField.WARM, value, ParseMistakes.goKind(value));
        }
    }

    private void takeCapacity(SpelledJson value) {
        if (value instanceof SpelledJson.Nothing) {
            return;
        }
        Long number = value instanceof SpelledJson.Numeral numeral ? wholeNumber(numeral.spelling()) : null;
        if (number != null) {
            capacity = number;
        } else {
            String kind = ParseMistakes.goKind(value);
            String spelling = value instanceof SpelledJson.Numeral numeral ? " " + numeral.spelling() : "";
            noteType(GoField.CAPACITY, value, kind + spelling);
        }
    }

    private static @Nullable Long wholeNumber(String spelling) {
        try {
            return WHOLE.matcher(spelling).matches() ? Long.valueOf(spelling) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private void takeFlags(SpelledJson value) {
        if (value instanceof SpelledJson.Nothing) {
            flags.clear();
        } else if (value instanceof SpelledJson.Members object) {
            object.members().forEach(flag -> flags.put(flag.key(), environmentValue(flag)));
        } else {
            noteType(GoField.OPTIMIZATION_FLAGS, value, ParseMistakes.goKind(value));
        }
    }

    /** go-livepeer {@code ai/worker/worker.go:18-41}: true and false become text, and so does null, as false. */
    private String environmentValue(SpelledJson.Member flag) {
        SpelledJson value = flag.value();
        if (value instanceof SpelledJson.Text text) {
            return text.value();
        }
        if (value instanceof SpelledJson.Flag truth) {
            return Boolean.toString(truth.value());
        }
        if (value instanceof SpelledJson.Nothing) {
            return "false";
        }
        throw mistakes.at(
                path(GoField.OPTIMIZATION_FLAGS) + "." + flag.key(),
                ParseMistakes.shown(value),
                wrongType(GoField.OPTIMIZATION_FLAGS, ParseMistakes.goKind(value), "string"),
                "put it in quotes");
    }

    /** go-livepeer {@code core/ai.go:41-50}: anything but a number ends the start, null too. */
    private BigDecimal rational(GoField field, SpelledJson value) {
        if (!(value instanceof SpelledJson.Numeral numeral)) {
            String spelled = ParseMistakes.shown(value.writeLine());
            throw mistakes.at(
                    path(field), ParseMistakes.shown(value), "value is not a number: " + spelled, field.wayOut());
        }
        try {
            BigDecimal number = new BigDecimal(numeral.spelling());
            if (Math.abs((long) number.scale()) <= JsonText.MAX_EXPONENT) {
                return number;
            }
        } catch (NumberFormatException e) {
            // An exponent no BigDecimal can hold; said below like any other that is too large.
        }
        if (Exponent.isTooLargeForGo(numeral.spelling())) {
            throw mistakes.at(
                    path(field),
                    numeral.spelling(),
                    "value is not a number: " + numeral.spelling(),
                    "it is mistyped: the exponent is too large");
        }
        throw mistakes.beyond(
                path(field),
                "is " + numeral.spelling() + ", with an exponent beyond " + JsonText.MAX_EXPONENT,
                "it is mistyped");
    }

    private void noteType(GoField field, SpelledJson value, String kind) {
        // A token of the wrong type is still a secret, and flags in one text may hold one.
        boolean secret = field == GoField.TOKEN || field == GoField.OPTIMIZATION_FLAGS;
        String shown = secret ? "a " + kind + " that is not shown" : ParseMistakes.shown(value);
        mistakes.note(path(field), shown, wrongType(field, kind, field.goType()), field.wayOut());
    }

    private static String wrongType(GoField field, String kind, String goType) {
        return "json: cannot unmarshal %s into Go struct field AIModelConfig.%s of type %s"
                .formatted(kind, field.key(), goType);
    }

    private String path(GoField field) {
        return "[" + index + "]." + field.key();
    }
}
