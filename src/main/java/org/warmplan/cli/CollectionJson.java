package org.warmplan.cli;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.warmplan.collect.News;
import org.warmplan.collect.Outcome;
import org.warmplan.collect.SourceKinds;
import org.warmplan.collect.ask.SourceSettings;
import org.warmplan.files.Durations;
import org.warmplan.files.JsonText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What {@code collect} did, or would do, as one JSON document, version 1. Addresses are without secrets. */
final class CollectionJson {
    private static final int VERSION = 1;

    private CollectionJson() {}

    /** The sources as they are set. */
    static String listed(List<SourceSettings> sources) {
        return document(sources, CollectionJson::settings);
    }

    /** What became of each source, in the order asked. */
    static String collected(List<CollectStep.Asked> asked) {
        return document(asked, CollectionJson::asked);
    }

    private static <T> String document(List<T> items, BiConsumer<ObjectNode, T> fill) {
        ObjectNode top = JsonNodeFactory.instance.objectNode();
        top.put("version", VERSION);
        ArrayNode sources = top.putArray("sources");
        items.forEach(item -> fill.accept(sources.addObject(), item));
        return JsonText.write(top);
    }

    private static void settings(ObjectNode node, SourceSettings source) {
        node.put("name", source.name());
        node.put("kind", source.kind());
        node.put("url", source.safeUrl());
        node.put("required", source.required());
        node.put("maxAge", Durations.text(source.maxAge()));
        SourceKinds.find(source.kind()).ifPresent(kind -> node.put("description", kind.description()));
    }

    private static void asked(ObjectNode node, CollectStep.Asked asked) {
        settings(node, asked.outcome().settings());
        Instant instant = asked.instant();
        if (instant != null) {
            node.put("instant", instant.toString());
        }
        node.put("filed", asked.filed());
        if (asked.outcome() instanceof Outcome.Failed failed) {
            node.put("error", failed.message());
        } else if (asked.outcome() instanceof Outcome.Collected collected) {
            node.put("observations", collected.reading().observations().size());
            node.put("issues", collected.reading().issues().size());
            News news = collected.news();
            if (news != null) {
                node.put("since", news.since().toString());
                node.put("new", news.fresh());
                node.put("gone", news.gone());
            }
        }
    }
}
