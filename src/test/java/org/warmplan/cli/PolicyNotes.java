package org.warmplan.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.warmplan.files.Document;

/** The brackets in the comments of policy.yaml: {@code [unit; lowest to highest; source]}. */
final class PolicyNotes {
    private static final Pattern BRACKET = Pattern.compile("\\[([^\\[\\];]+); ([^\\[\\];]+); ([^\\[\\];]+)]");

    private final List<String> text;
    private final Map<String, Integer> lines;

    /** One bracket. */
    record Note(String unit, String range, String source) {
        private static final Pattern NUMBERS = Pattern.compile("(\\S+) to (\\S+)");

        /** Lowest and highest, if the range is of numbers; ten to a power may be written as 10^24. */
        Optional<List<BigDecimal>> numbers() {
            Matcher matcher = NUMBERS.matcher(range);
            return matcher.matches()
                    ? Optional.of(List.of(number(matcher.group(1)), number(matcher.group(2))))
                    : Optional.empty();
        }

        private static BigDecimal number(String text) {
            BigDecimal value = new BigDecimal(text.replace("10^", "1e")).stripTrailingZeros();
            return value.scale() < 0 ? value.setScale(0) : value;
        }
    }

    PolicyNotes(String text, Document document) {
        this.text = text.lines().toList();
        this.lines = document.lines();
    }

    /**
     * The note of a setting: the last bracket of the comment over it; what stands right under another setting shares that
     * one's. What has no line of its own has the bracket that its parent's comment gives to its name, as {@code name: ...}.
     */
    Optional<Note> find(String path) {
        int dot = path.lastIndexOf('.');
        String parent = dot < 0 ? "" : path.substring(0, dot);
        String name = path.substring(dot + 1);
        if (parent.isEmpty() || !line(path).equals(line(parent))) {
            return last(commentOver(line(path)));
        }
        for (String above = parent; !above.isEmpty(); above = above.substring(0, Math.max(0, above.lastIndexOf('.')))) {
            Matcher named = Pattern.compile("(?:^|\\s)" + Pattern.quote(name) + ": [^\\[]*(\\[[^]]*])")
                    .matcher(commentOver(line(above)));
            if (named.find()) {
                return last(named.group(1));
            }
        }
        return Optional.empty();
    }

    private Integer line(String path) {
        Integer line = lines.get(path);
        if (line == null) {
            throw new IllegalArgumentException("Nothing stands at " + path + ".");
        }
        return line;
    }

    /** The comment that ends right over a line, or over the settings of the same depth that stand right over it. */
    private String commentOver(int line) {
        int above = line - 2;
        int depth = depth(text.get(line - 1));
        while (above >= 0 && !isComment(above) && depth(text.get(above)) == depth && isSetting(above)) {
            above--;
        }
        List<String> comment = new ArrayList<>();
        for (; above >= 0 && isComment(above); above--) {
            comment.add(0, text.get(above).strip().substring(1).strip());
        }
        return String.join(" ", comment);
    }

    private boolean isComment(int index) {
        return text.get(index).strip().startsWith("#");
    }

    /** Not only the name of a section. */
    private boolean isSetting(int index) {
        return text.get(index).strip().matches("[^#:]+: \\S.*");
    }

    private static int depth(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static Optional<Note> last(String comment) {
        Note last = null;
        Matcher matcher = BRACKET.matcher(comment);
        while (matcher.find()) {
            last = new Note(matcher.group(1), matcher.group(2), matcher.group(3));
        }
        return Optional.ofNullable(last);
    }
}
