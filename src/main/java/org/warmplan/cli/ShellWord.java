package org.warmplan.cli;

import java.util.regex.Pattern;
import org.warmplan.files.Visible;

/** Arguments as a shell takes them, for commands that are shown to be copied. */
final class ShellWord {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");

    private ShellWord() {}

    static String of(Object argument) {
        String text = Visible.of(argument.toString());
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
