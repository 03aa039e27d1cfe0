package org.warmplan.worker;

import java.util.regex.Pattern;
import org.warmplan.files.SafeUrl;
import org.warmplan.files.SpelledJson;

/**
 * An entry of an aiModels.json as it may be shown. Hidden are tokens; users, passwords and queries of a url; flags that
 * are more than a switch or a plain number, as they may set any environment variable; and the text of fields that
 * go-livepeer does not know, as one of them may be a token with a misspelled key.
 */
final class Redaction {
    private static final SpelledJson HIDDEN = new SpelledJson.Text(SafeUrl.HIDDEN);
    private static final Pattern SWITCH_OR_NUMBER =
            Pattern.compile("true|false|-?[0-9]{1,9}(\\.[0-9]{1,9})?", Pattern.CASE_INSENSITIVE);

    private Redaction() {}

    static SpelledJson of(SpelledJson entry) {
        if (!(entry instanceof SpelledJson.Members object)) {
            return entry;
        }
        return new SpelledJson.Members(object.members().stream()
                .map(member -> new SpelledJson.Member(member.key(), value(member)))
                .toList());
    }

    private static SpelledJson value(SpelledJson.Member member) {
        SpelledJson value = member.value();
        GoField field = GoField.find(member.key()).orElse(null);
        if (field == null) {
            return withoutTexts(value);
        }
        return switch (field) {
            case TOKEN -> value instanceof SpelledJson.Nothing ? value : HIDDEN;
            case URL -> value instanceof SpelledJson.Text url ? new SpelledJson.Text(SafeUrl.bare(url.value())) : value;
            case OPTIMIZATION_FLAGS -> flags(value);
            default -> value;
        };
    }

    private static SpelledJson flags(SpelledJson value) {
        if (!(value instanceof SpelledJson.Members flags)) {
            return value;
        }
        return new SpelledJson.Members(flags.members().stream()
                .map(flag -> new SpelledJson.Member(flag.key(), flag(flag.value())))
                .toList());
    }

    private static SpelledJson flag(SpelledJson value) {
        boolean hidden = value instanceof SpelledJson.Text text
                && !SWITCH_OR_NUMBER.matcher(text.value()).matches();
        return hidden ? HIDDEN : value;
    }

    private static SpelledJson withoutTexts(SpelledJson value) {
        if (value instanceof SpelledJson.Text) {
            return HIDDEN;
        }
        if (value instanceof SpelledJson.Items list) {
            return new SpelledJson.Items(
                    list.items().stream().map(Redaction::withoutTexts).toList());
        }
        if (value instanceof SpelledJson.Members object) {
            return new SpelledJson.Members(object.members().stream()
                    .map(member -> new SpelledJson.Member(member.key(), withoutTexts(member.value())))
                    .toList());
        }
        return value;
    }
}
