package org.warmplan.history.index;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.warmplan.domain.InputException;
import org.warmplan.domain.SeenGpu;
import org.warmplan.files.JsonText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists in records as JSON text on one line. */
final class ListText {
    private static final String NAME = "The list";

    private ListText() {}

    static String ofTexts(Object texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        ((List<?>) texts).forEach(text -> array.add((String) text));
        return JsonText.writeLine(array);
    }

    static List<String> texts(String json) {
        return items(json, ListText::string);
    }

    static String ofGpus(Object gpus) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Object item : (List<?>) gpus) {
            SeenGpu gpu = (SeenGpu) item;
            ObjectNode object = array.addObject();
            object.put("uuid", gpu.uuid());
            object.put("name", gpu.name());
            object.put("totalBytes", gpu.totalBytes());
            object.put("freeBytes", gpu.freeBytes());
        }
        return JsonText.writeLine(array);
    }

    static List<SeenGpu> gpus(String json) {
        return items(json, ListText::gpu);
    }

    private static SeenGpu gpu(JsonNode node) {
        return new SeenGpu(
                string(node.path("uuid")),
                string(node.path("name")),
                number(node.path("totalBytes")),
                number(node.path("freeBytes")));
    }

    private static String string(JsonNode node) {
        if (!node.isString()) {
            throw new IllegalArgumentException(node + " must be a text.");
        }
        return node.stringValue();
    }

    private static long number(JsonNode node) {
        if (!node.canConvertToLong()) {
            throw new IllegalArgumentException(node + " must be a whole number.");
        }
        return node.longValue();
    }

    private static <T> List<T> items(String json, Function<JsonNode, T> read) {
        JsonNode array = tree(json);
        if (!array.isArray()) {
            throw new IllegalArgumentException(json + " must be a list.");
        }
        List<T> items = new ArrayList<>();
        array.forEach(node -> items.add(read.apply(node)));
        return List.copyOf(items);
    }

    private static JsonNode tree(String json) {
        try {
            return JsonText.read(NAME, json);
        } catch (InputException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
