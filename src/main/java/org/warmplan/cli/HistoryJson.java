package org.warmplan.cli;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.warmplan.files.JsonText;
import org.warmplan.history.FiledSnapshot;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What {@code history} commands tell, as one JSON document, version 1. */
final class HistoryJson {
    private static final int VERSION = 1;

    private HistoryJson() {}

    private static ObjectNode document() {
        ObjectNode top = JsonNodeFactory.instance.objectNode();
        top.put("version", VERSION);
        return top;
    }

    static String sources(List<FiledSource> sources) {
        ObjectNode top = document();
        ArrayNode array = top.putArray("sources");
        for (FiledSource source : sources) {
            ObjectNode node = array.addObject();
            node.put("name", source.name());
            ArrayNode kinds = node.putArray("kinds");
            source.kinds().forEach(kinds::add);
            node.put("snapshots", source.snapshots());
            node.put("first", source.first().toString());
            node.put("last", source.last().toString());
            node.put("bytes", source.bytes());
            node.put("unreadable", source.unreadable());
        }
        return JsonText.write(top);
    }

    static String snapshots(String source, List<FiledSnapshot> filed) {
        ObjectNode top = document();
        top.put("source", source);
        ArrayNode array = top.putArray("snapshots");
        for (FiledSnapshot one : filed) {
            ObjectNode node = array.addObject();
            node.put("instant", one.id().instant().toString());
            node.put("kind", one.kind());
            node.put("sha256", one.sha256());
            node.put("parts", one.parts());
            node.put("bytes", one.bytes());
            node.put("observations", one.observations());
            node.put("issues", one.issues());
            node.put("problem", one.problem());
        }
        return JsonText.write(top);
    }

    static String rebuilt(HistoryRebuildCommand.Counts counts) {
        ObjectNode top = document();
        top.put("snapshots", counts.snapshots());
        top.put("unreadable", counts.unreadable());
        top.put("observations", counts.observations());
        top.put("issues", counts.issues());
        return JsonText.write(top);
    }

    static String pruned(List<FiledSize> old, Instant before, boolean dryRun) {
        ObjectNode top = document();
        top.put("before", before.toString());
        top.put("dryRun", dryRun);
        top.put("bytes", old.stream().mapToLong(FiledSize::bytes).sum());
        ArrayNode array = top.putArray("removed");
        for (FiledSize one : old) {
            ObjectNode node = array.addObject();
            node.put("source", one.id().source());
            node.put("instant", one.id().instant().toString());
            node.put("bytes", one.bytes());
        }
        return JsonText.write(top);
    }

    static String imported(List<ImportStep.Imported> imported) {
        ObjectNode top = document();
        ArrayNode array = top.putArray("snapshots");
        for (ImportStep.Imported one : imported) {
            ObjectNode node = array.addObject();
            node.put("source", one.id().source());
            node.put("kind", one.kind());
            node.put("instant", one.id().instant().toString());
            node.put("state", one.state().name().toLowerCase(Locale.ROOT));
            node.put("observations", one.observations());
            node.put("issues", one.issues());
            if (one.error() != null) {
                node.put("error", one.error());
            }
        }
        return JsonText.write(top);
    }
}
