package org.warmplan.files;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.warmplan.domain.InputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema (draft 2020-12) of one of our own formats, from {@code data/schema}. What our strict readers refuse by
 * form, the schema refuses too, so that editors and other programs know what we know; nothing is fetched for it.
 */
public final class Schema {
    private static final Map<String, Schema> LOADED = new ConcurrentHashMap<>();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(
            Dialects.getDraft202012(),
            registry -> registry.schemaLoader(loader -> loader.block(iri -> true))
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .locale(Locale.ROOT)
                            .formatAssertionsEnabled(false)
                            .build()));

    private static final Set<String> BOUNDS = Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum");

    private final com.networknt.schema.Schema rules;

    private Schema(com.networknt.schema.Schema rules) {
        this.rules = rules;
    }

    /**
     * A schema by the first part of its file's name; each is read once.
     *
     * @param name {@code fleet}, {@code policy}, {@code plan}, {@code demand}, {@code problem}, {@code solution} or
     *     {@code diff}
     */
    public static Schema named(String name) {
        return LOADED.computeIfAbsent(name, Schema::read);
    }

    private static Schema read(String name) {
        JsonNode tree = tree(name);
        widenBounds(tree);
        return new Schema(REGISTRY.getSchema(SchemaLocation.of(tree.get("$id").stringValue()), tree));
    }

    /** The schema's own text. */
    static JsonNode tree(String name) {
        String file = name + ".schema.json";
        try (InputStream stream = Schema.class.getResourceAsStream("/schema/" + file)) {
            if (stream == null) {
                throw new IllegalArgumentException("The program holds no schema " + file + ".");
            }
            return JsonText.readStrict(file, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes big integers of all bounds: against a bound in 64 bits, version 3.0.9 of the library squeezes a value of
     * type integer into 64 bits too, and throws when it is 1e31.
     */
    private static void widenBounds(JsonNode schema) {
        for (String name : List.copyOf(schema.propertyNames())) {
            JsonNode value = schema.get(name);
            if (BOUNDS.contains(name) && value.isIntegralNumber()) {
                ((ObjectNode) schema).put(name, value.bigIntegerValue());
            }
        }
        schema.forEach(Schema::widenBounds);
    }

    /** What is wrong with a document, as {@code path: what the schema says}; empty when nothing is. */
    public List<String> mistakes(JsonNode document) {
        return rules.validate(document).stream()
                .map(mistake -> shown(path(mistake)) + ": " + mistake.getMessage())
                .toList();
    }

    /**
     * Checks a document that somebody gave us, after our reader took it.
     *
     * @throws InputException when it is against the schema; the message names file, line, path and what the schema says
     */
    public void check(Document document) {
        for (Error mistake : rules.validate(document.root())) {
            throw document.wrong(
                    path(mistake),
                    "is against the schema of this file: " + mistake.getMessage(),
                    "see " + rules.getId() + " for what may stand there");
        }
    }

    /**
     * Checks what we are about to publish.
     *
     * @throws IllegalStateException when it is against the schema: our fault
     */
    public void require(String file, JsonNode document) {
        List<String> mistakes = mistakes(document);
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(
                    "%s would be against its schema %s at %s".formatted(file, rules.getId(), mistakes.get(0)));
        }
    }

    /** Like {@link #require(String, JsonNode)}. */
    public void require(String file, SpelledJson document) {
        require(file, SpelledTree.of(document));
    }

    private static String shown(String path) {
        return path.isEmpty() ? "the document" : path;
    }

    /** Like {@code workers[0].name}, as in {@link Document}. */
    private static String path(Error mistake) {
        NodePath location = mistake.getInstanceLocation();
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < location.getNameCount(); i++) {
            Object element = location.getElement(i);
            if (element instanceof Integer) {
                path.append('[').append(element).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(element);
            }
        }
        return path.toString();
    }
}
