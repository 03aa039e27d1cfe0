package org.warmplan.collect.ask;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.warmplan.files.JsonText;
import org.warmplan.files.WholeFile;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps every answer in a folder for a bug report: bodies as files, {@code requests.jsonl} with a line per request, and
 * {@code manifest.jsonl}, from which {@code history import --manifest} files the good answers anew.
 */
public final class RecordedAnswers implements Recorder {
    private final Path folder;
    private final Instant at;
    private final Map<String, String> kinds = new HashMap<>();
    private final StringJoiner requests = new StringJoiner("\n", "", "\n");
    private final StringJoiner manifest = new StringJoiner("\n", "", "\n");
    private int number;

    /**
     * Keeps what is heard in {@code folder}; files of the same names are written over.
     *
     * @param at when the collection began
     */
    public RecordedAnswers(Path folder, Instant at, Iterable<SourceSettings> sources) {
        this.folder = folder;
        this.at = at;
        manifest.setEmptyValue("");
        sources.forEach(source -> kinds.put(source.name(), source.kind()));
    }

    @Override
    public void heard(Exchange exchange) {
        number++;
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("at", exchange.at().toString());
        line.put("source", exchange.source());
        line.put("url", exchange.url());
        line.put("status", exchange.status());
        line.put("problem", exchange.problem());
        exchange.headers().forEach(line.putArray("headers")::add);
        if (exchange.body().length > 0) {
            String name = "%03d-%s%s".formatted(number, exchange.source(), ending(exchange));
            WholeFile.write(folder.resolve(name), exchange.body());
            line.put("file", name);
            if (exchange.problem().isEmpty()) {
                manifest.add(JsonText.writeLine(manifestLine(exchange, name)));
            }
        }
        requests.add(JsonText.writeLine(line));
        // After every answer, so that a run that is cut short leaves what it heard.
        WholeFile.write(folder.resolve("requests.jsonl"), requests.toString());
        WholeFile.write(folder.resolve("manifest.jsonl"), manifest.toString());
    }

    private ObjectNode manifestLine(Exchange exchange, String name) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("instant", at.toString());
        line.put("source", exchange.source());
        line.put("kind", kinds.getOrDefault(exchange.source(), ""));
        line.put("url", exchange.url());
        line.put("file", name);
        return line;
    }

    private static String ending(Exchange exchange) {
        String type = exchange.headers().stream()
                .map(header -> header.toLowerCase(Locale.ROOT))
                .filter(header -> header.startsWith("content-type:"))
                .findFirst()
                .orElse("");
        return type.contains("json") ? ".json" : type.contains("html") ? ".html" : ".txt";
    }
}
