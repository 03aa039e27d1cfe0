package org.warmplan.collect.explorer;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.warmplan.collect.answer.PartText;
import org.warmplan.collect.answer.Payload;
import org.warmplan.domain.DataIssues;
import org.warmplan.domain.InputException;
import org.warmplan.domain.Snapshot;
import org.warmplan.files.JsonText;
import tools.jackson.databind.JsonNode;

/**
 * A page of the explorer: its properties stand as JSON in {@code script#__NEXT_DATA__}. The page's data file
 * ({@code /_next/data/<build>/<page>.json}) holds the same and is read too.
 */
final class NextPage {
    private NextPage() {}

    /** Whether the text is a web page, and no JSON. */
    static boolean isHtml(String text) {
        return text.stripLeading().startsWith("<");
    }

    /**
     * The page's properties, {@code pageProps}.
     *
     * @throws InputException when it is an empty shell, or its JSON is damaged
     */
    static Payload props(String source, Snapshot.Part part, DataIssues issues) {
        Payload root = Payload.of(source, json(part), issues);
        return root.at("props").isObject() ? root.at("props").at("pageProps") : root.at("pageProps");
    }

    private static JsonNode json(Snapshot.Part part) {
        String text = PartText.ofPage(part);
        if (text.stripLeading().startsWith("{")) {
            return JsonText.read(part.url(), text);
        }
        Element script = Jsoup.parse(text).selectFirst("script#__NEXT_DATA__");
        if (script == null) {
            throw new InputException(
                    "%s holds no script#__NEXT_DATA__: it is a shell that a browser fills. Maybe another page was meant."
                            .formatted(part.url()));
        }
        return JsonText.read("The script#__NEXT_DATA__ of " + part.url(), script.data());
    }

    /** Why a page has no list of orchestrators, with the way out. */
    static InputException noOrchestrators(Snapshot.Part part, Payload props, String list) {
        boolean failed = props.flag("hadError") || props.at(list).isAbsent();
        return new InputException("%s %s. Maybe %s."
                .formatted(
                        part.url(),
                        failed ? "says that it could not load its orchestrators" : "lists no orchestrators",
                        failed ? "it recovers; collect again in half an hour" : "its format has changed"));
    }
}
