package org.warmplan.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How what is printed may look.
 *
 * @param outColours whether standard output shows colours
 * @param errColours whether standard error shows colours
 * @param live whether a line on standard error can be drawn again
 * @param columns the terminal's width in characters, at least {@value #LEAST_COLUMNS}
 */
record Look(boolean outColours, boolean errColours, boolean live, int columns) {
    static final int LEAST_COLUMNS = 20;
    private static final int USUAL_COLUMNS = 80;
    private static final int MOST_COLUMNS = 1000;

    /** For files and pipes. */
    static final Look PLAIN = new Look(false, false, false, USUAL_COLUMNS);

    Look {
        columns = Math.max(LEAST_COLUMNS, Math.min(columns, MOST_COLUMNS));
    }

    /**
     * As the launcher and the environment tell.
     *
     * @param terminals which of {@code out} and {@code err} are terminals, with a comma between
     * @param columns the width, empty when not known
     * @param environment of which NO_COLOR (any value but none) and TERM=dumb count
     */
    static Look of(String terminals, String columns, Map<String, String> environment) {
        List<String> named = Arrays.asList(terminals.split(","));
        boolean dumb = "dumb".equals(environment.get("TERM"));
        boolean colours = !dumb && environment.getOrDefault("NO_COLOR", "").isEmpty();
        boolean err = named.contains("err");
        int width = columns.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(columns) : USUAL_COLUMNS;
        return new Look(colours && named.contains("out"), colours && err, err && !dumb, width);
    }

    Look still() {
        return new Look(outColours, errColours, false, columns);
    }
}
