package org.warmplan.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The summary with a few colours. It is plain text that shows escapes as text; colours are put around parts of it. */
final class Painted {
    private static final String CHANGES = "What changes";
    private static final Pattern CHANGE = Pattern.compile("(  )(warmed|cooled|moved)( .*)");

    private Painted() {}

    static String summary(String plain) {
        StringBuilder painted = new StringBuilder();
        boolean inChanges = false;
        for (String line : plain.lines().toList()) {
            inChanges = line.equals(CHANGES) || (inChanges && !line.isEmpty());
            painted.append(painted.isEmpty() ? Tone.HEADLINE.of(line) : line(line, inChanges))
                    .append('\n');
        }
        return painted.toString();
    }

    /** Blocks of text with their headlines set apart: what begins a line, after the first line and empty ones. */
    static String blocks(String plain) {
        StringBuilder painted = new StringBuilder();
        boolean head = true;
        for (String line : plain.lines().toList()) {
            painted.append(head && !line.isEmpty() ? Tone.HEADLINE.of(line) : line)
                    .append('\n');
            head = line.isEmpty();
        }
        return painted.toString();
    }

    private static String line(String line, boolean inChanges) {
        if (line.startsWith("! ")) {
            return Tone.CARE.of(line);
        }
        Matcher change = CHANGE.matcher(line);
        if (inChanges && change.matches()) {
            Tone tone = change.group(2).equals("warmed") ? Tone.GAIN : Tone.CARE;
            return change.group(1) + tone.of(change.group(2)) + change.group(3);
        }
        return line;
    }
}
