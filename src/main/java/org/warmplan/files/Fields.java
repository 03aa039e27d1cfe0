package org.warmplan.files;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.warmplan.domain.InputException;
import tools.jackson.databind.JsonNode;

/**
 * An object of one of our own formats, read field by field. Every mistake is an {@link InputException} that names file,
 * line, field, value and the way out; a field nobody asked for is one too, once {@link #end} is called.
 */
public final class Fields {
    private final Document document;
    private final String path;
    private final JsonNode node;
    private final Set<String> known = new TreeSet<>();

    private Fields(Document document, String path, JsonNode node) {
        this.document = document;
        this.path = path;
        this.node = node;
    }

    static Fields of(Document document, String path, JsonNode node) {
        if (!node.isObject()) {
            throw document.wrong(path, "is " + shown(node) + ", not a set of fields", "its indentation is off");
        }
        return new Fields(document, path, node);
    }

    /** Where in the document this object stands. */
    public String path() {
        return path;
    }

    public String text(String name) {
        return findText(name).orElseThrow(() -> missing(name));
    }

    /** Text, or a plain number taken as text ({@code device: 0}). */
    public Optional<String> findText(String name) {
        Optional<JsonNode> value = find(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        JsonNode node = value.get();
        if (node.isIntegralNumber()) {
            return Optional.of(node.asString());
        }
        if (!node.isString() || node.stringValue().isBlank()) {
            throw wrong(name, "is " + shown(node) + ", not text", "put it in quotes");
        }
        return Optional.of(node.stringValue());
    }

    /** Text exactly as it stands; it must be there, and may be empty. */
    public String verbatim(String name) {
        JsonNode node = find(name).orElseThrow(() -> missing(name));
        if (!node.isString()) {
            throw wrong(name, "is " + shown(node) + ", not text", "put it in quotes");
        }
        return node.stringValue();
    }

    public long integer(String name, long min, long max) {
        return findInteger(name, min, max).orElseThrow(() -> missing(name));
    }

    public OptionalLong findInteger(String name, long min, long max) {
        Optional<JsonNode> value = find(name);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        JsonNode node = value.get();
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw wrong(name, "is " + shown(node) + ", not a whole number", "leave out quotes, units and fractions");
        }
        long number = node.longValue();
        if (number < min || number > max) {
            throw wrong(name, "is " + number + ", not from " + min + " to " + max, "a unit was mixed up");
        }
        return OptionalLong.of(number);
    }

    public BigDecimal number(String name, BigDecimal min, BigDecimal max) {
        return findNumber(name, min, max).orElseThrow(() -> missing(name));
    }

    public Optional<BigDecimal> findNumber(String name, BigDecimal min, BigDecimal max) {
        Optional<JsonNode> value = find(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        JsonNode node = value.get();
        if (!node.isNumber()) {
            throw wrong(name, "is " + shown(node) + ", not a number", "leave out quotes and units");
        }
        BigDecimal number = node.decimalValue();
        if (number.compareTo(min) < 0 || number.compareTo(max) > 0) {
            throw wrong(
                    name,
                    "is %s, not from %s to %s".formatted(plain(number), plain(min), plain(max)),
                    "a unit was mixed up");
        }
        return Optional.of(number);
    }

    public boolean flag(String name, boolean otherwise) {
        Optional<JsonNode> value = find(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!value.get().isBoolean()) {
            throw wrong(name, "is " + shown(value.get()) + ", not true or false", "leave out the quotes");
        }
        return value.get().booleanValue();
    }

    public Fields object(String name) {
        return findObject(name).orElseThrow(() -> missing(name));
    }

    public Optional<Fields> findObject(String name) {
        return find(name).map(value -> of(document, pathOf(name), value));
    }

    /** The objects of a list, or none when the field is absent. */
    public List<Fields> objects(String name) {
        List<Fields> all = new ArrayList<>();
        items(name).forEach(item -> all.add(of(document, pathOf(name) + "[" + all.size() + "]", item)));
        return all;
    }

    /** Like {@link #objects}, but the list must be there; it may be empty. */
    public List<Fields> requiredObjects(String name) {
        if (!has(name)) {
            throw missing(name);
        }
        return objects(name);
    }

    /** The texts of a list, or none when the field is absent. */
    public List<String> texts(String name) {
        List<String> all = new ArrayList<>();
        for (JsonNode item : items(name)) {
            if (!item.isString()) {
                throw document.wrong(
                        pathOf(name) + "[" + all.size() + "]", "is " + shown(item) + ", not text", "put it in quotes");
            }
            all.add(item.stringValue());
        }
        return all;
    }

    /** The raw values of a list, or none when the field is absent. */
    public List<JsonNode> items(String name) {
        Optional<JsonNode> value = find(name);
        if (value.isPresent() && !value.get().isArray()) {
            throw wrong(name, "is " + shown(value.get()) + ", not a list", "begin each item with a dash");
        }
        List<JsonNode> all = new ArrayList<>();
        value.ifPresent(list -> list.forEach(all::add));
        return all;
    }

    /** The names in this object, in their order; each counts as known. */
    public List<String> names() {
        List<String> names = new ArrayList<>(node.propertyNames());
        known.addAll(names);
        return names;
    }

    public boolean has(String name) {
        return find(name).isPresent();
    }

    /** Refuses fields that nobody asked for: a rule that is not understood must not be passed over. */
    public void end() {
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw wrong(name, "is not a known field", "one of these was meant: " + String.join(", ", known));
            }
        }
    }

    /** A mistake in the field {@code name}, for rules this class does not know. */
    public InputException wrong(String name, String problem, String wayOut) {
        return document.wrong(pathOf(name), problem, wayOut);
    }

    private InputException missing(String name) {
        return document.wrong(pathOf(name), "is missing", "add it" + (path.isEmpty() ? "" : " under " + path));
    }

    private Optional<JsonNode> find(String name) {
        known.add(name);
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    private String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String shown(JsonNode value) {
        if (value.isArray()) {
            return "a list";
        }
        if (value.isObject()) {
            return "a set of fields";
        }
        String text = value.toString();
        return text.length() > 80 ? text.substring(0, 79) + "…" : text;
    }
}
