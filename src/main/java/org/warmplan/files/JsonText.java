package org.warmplan.files;

import java.io.Writer;
import java.math.BigDecimal;
import java.util.StringJoiner;
import org.warmplan.domain.InputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * JSON text to tree and back. Nesting to {@value #MAX_NESTING}, numbers to {@value #MAX_NUMBER} characters with an
 * exponent within {@value #MAX_EXPONENT} either way, {@value #MAX_TOKENS} values and brackets in all; decimals stay exact.
 */
public final class JsonText {
    public static final int MAX_NESTING = 64;
    public static final int MAX_NUMBER = 64;
    public static final int MAX_EXPONENT = 100;

    /** Many times what any real answer has; a tree of so many values still fits into the memory. */
    static final long MAX_TOKENS = 4_000_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper TOLERANT = mapper(false);
    private static final JsonMapper STRICT = mapper(true);
    private static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));

    private JsonText() {}

    /** Reads JSON from outside; of duplicate keys the last wins, as it does in Go. */
    public static JsonNode read(String name, String text) {
        return read(TOLERANT, name, text);
    }

    /** Reads JSON of our own formats: duplicate keys are an error. */
    public static JsonNode readStrict(String name, String text) {
        return read(STRICT, name, text);
    }

    /** Two-space indent, {@code \n} line ends, one at the end; keys stay in the tree's order. */
    public static String write(JsonNode tree) {
        return STRICT.writer().with(PRINTER).writeValueAsString(tree) + "\n";
    }

    /** A top-level object with a row a line: every item of its lists stands on a line of its own. */
    public static String writeRows(JsonNode tree) {
        StringJoiner fields = new StringJoiner(",\n ", "{", "}\n");
        tree.properties()
                .forEach(field ->
                        fields.add(writeLine(NODES.stringNode(field.getKey())) + ":" + rows(field.getValue())));
        return fields.toString();
    }

    private static String rows(JsonNode value) {
        if (!value.isArray() || value.isEmpty()) {
            return writeLine(value);
        }
        StringJoiner items = new StringJoiner(",\n  ", "[\n  ", "]");
        value.forEach(item -> items.add(writeLine(item)));
        return items.toString();
    }

    /** The whole tree on one line. */
    public static String writeLine(JsonNode tree) {
        return STRICT.writeValueAsString(tree);
    }

    /** A parser that passes duplicate keys on; it applies the limits above but for the exponent. */
    static JsonParser parser(String text) {
        return TOLERANT.createParser(text);
    }

    static JsonGenerator generator(Writer target, boolean pretty) {
        return (pretty ? STRICT.writer().with(PRINTER) : STRICT.writer()).createGenerator(target);
    }

    /** What is wrong with a text that does not parse, without words of the text, which may be secrets. */
    static InputException unsound(String name, String text, JacksonException e) {
        return new InputException(message(name, text, e), e);
    }

    private static JsonNode read(JsonMapper mapper, String name, String text) {
        if (text.isBlank()) {
            throw new InputException(name + " is empty, not JSON. Maybe writing it was cut short.");
        }
        try {
            JsonNode tree = mapper.readTree(text);
            requireSaneNumbers(name, tree);
            return tree;
        } catch (JacksonException e) {
            throw unsound(name, text, e);
        } catch (NumberFormatException e) {
            // Jackson 3.2.4 lets this out for an exponent that no int holds.
            throw exponentBeyond(name);
        }
    }

    private static InputException exponentBeyond(String name) {
        return new InputException(
                "%s holds a number with an exponent beyond %d. Maybe it is damaged.".formatted(name, MAX_EXPONENT));
    }

    private static String message(String name, String text, JacksonException e) {
        if (text.stripLeading().startsWith("<")) {
            return name + " is HTML or XML, not JSON. Maybe the address leads to a web page or an error page.";
        }
        TokenStreamLocation at = e.getLocation();
        String place = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
        return "%s is no sound JSON%s: %s. Maybe it was cut short or edited by hand."
                .formatted(name, place, firstLine(e.getOriginalMessage()));
    }

    private static String firstLine(String message) {
        if (message.startsWith("Unrecognized token")) {
            return "a word that is not true, false or null";
        }
        String line = message.lines().findFirst().orElse("");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    private static void requireSaneNumbers(String name, JsonNode node) {
        if (node.isBigDecimal()) {
            BigDecimal value = node.decimalValue();
            if (Math.abs((long) value.scale() - value.precision()) > MAX_EXPONENT + MAX_NUMBER
                    || Math.abs((long) value.scale()) > MAX_EXPONENT) {
                throw exponentBeyond(name);
            }
        }
        for (JsonNode child : node) {
            requireSaneNumbers(name, child);
        }
    }

    private static JsonMapper mapper(boolean strict) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_NESTING)
                        .maxNumberLength(MAX_NUMBER)
                        .maxTokenCount(MAX_TOKENS)
                        .maxStringLength((int) TextFile.MAX_BYTES)
                        .build())
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, strict)
                .configure(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS, false)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}
