package org.warmplan.collect.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.warmplan.collect.answer.Payload;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.InputException;
import org.warmplan.files.JsonText;

/**
 * The JSON in a page's scripts: whole scripts of type {@code application/json}, {@code script#__NEXT_DATA__}, and what is
 * assigned to a field of {@code window}.
 */
final class EmbeddedJson {
    private static final Pattern ASSIGNMENT = Pattern.compile(
            "\\bwindow(?:\\.[A-Za-z_$][A-Za-z0-9_$]*+|\\[\\s*+[\"'][^\"']{1,100}+[\"']\\s*+])\\s*+=\\s*+(?=[{\\[])");

    private final String source;
    private final DataIssues issues;

    EmbeddedJson(String source, DataIssues issues) {
        this.source = source;
        this.issues = issues;
    }

    /** Every tree that can be read, in the page's order. */
    List<Payload> list(Document page) {
        List<Payload> trees = new ArrayList<>();
        List<Element> scripts = page.select("script");
        for (int i = 0; i < scripts.size(); i++) {
            String where = "script[" + i + "]";
            Element script = scripts.get(i);
            if (isJson(script)) {
                find(where, script.data()).ifPresent(trees::add);
            } else {
                assigned(script.data()).forEach(text -> find(where, text).ifPresent(trees::add));
            }
        }
        return trees;
    }

    private static boolean isJson(Element script) {
        return script.id().equals("__NEXT_DATA__")
                || script.attr("type").strip().toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    private Optional<Payload> find(String where, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Payload.of(source, JsonText.read("The " + where, text), issues));
        } catch (InputException e) {
            issues.add(new DataIssue(
                    "scriptUnreadable",
                    source,
                    where,
                    String.valueOf(e.getMessage()),
                    "A script that should hold JSON holds none that can be read; it was left out."));
            return Optional.empty();
        }
    }

    /** What follows an unclosed bracket is inside of it, so the search ends there. */
    private static List<String> assigned(String script) {
        List<String> texts = new ArrayList<>();
        Matcher matcher = ASSIGNMENT.matcher(script);
        int from = 0;
        while (matcher.find(from)) {
            int end = endOf(script, matcher.end());
            if (end < 0) {
                return texts;
            }
            texts.add(script.substring(matcher.end(), end));
            from = end;
        }
        return texts;
    }

    /** Where the value that begins at {@code start} with a bracket ends; -1 when it does not. */
    private static int endOf(String script, int start) {
        int depth = 0;
        boolean inText = false;
        for (int i = start; i < script.length(); i++) {
            char c = script.charAt(i);
            if (inText && c == '\\') {
                i++;
            } else if (c == '"') {
                inText = !inText;
            } else if (!inText && (c == '{' || c == '[')) {
                depth++;
            } else if (!inText && (c == '}' || c == ']') && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }
}
