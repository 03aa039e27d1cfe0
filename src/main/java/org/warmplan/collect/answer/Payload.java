package org.warmplan.collect.answer;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.warmplan.domain.Address;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.DataIssues;
import tools.jackson.databind.JsonNode;

/**
 * One value of a payload from outside, read tolerantly: absent and null mean nothing is there, and what is of the wrong
 * type becomes a counted issue and is then read as absent.
 */
public final class Payload {
    private static final int MAX_NAME = 200;
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,80}(?:\\.\\d{1,60})?(?:[eE][+-]?\\d{1,2})?");
    /** The year 9999. */
    private static final BigDecimal LATEST = BigDecimal.valueOf(253_370_764_800L);

    private final String source;
    private final String path;
    private final JsonNode node;
    private final DataIssues issues;

    private Payload(String source, String path, JsonNode node, DataIssues issues) {
        this.source = source;
        this.path = path;
        this.node = node;
        this.issues = issues;
    }

    /** The whole payload; issues of it and of all that is in it go to {@code issues}. */
    public static Payload of(String source, JsonNode root, DataIssues issues) {
        return of(source, "", root, issues);
    }

    /** Like {@link #of(String, JsonNode, DataIssues)}, one of several payloads of a snapshot: paths begin with {@code name}. */
    public static Payload of(String source, String name, JsonNode root, DataIssues issues) {
        return new Payload(source, name, root, issues);
    }

    public boolean isAbsent() {
        return node.isMissingNode() || node.isNull();
    }

    public boolean isObject() {
        return node.isObject();
    }

    public boolean isArray() {
        return node.isArray();
    }

    /** Whether this is true or false, and not absent. */
    public boolean isFlag() {
        return node.isBoolean();
    }

    /** Whether there is a field {@code name}, be it null. */
    public boolean has(String name) {
        return node.has(name);
    }

    /** The field {@code name}, of whatever type. */
    public Payload at(String name) {
        return new Payload(source, pathOf(name), node.path(name), issues);
    }

    /** The object in the field {@code name}; without fields when there is none. */
    public Payload object(String name) {
        Payload child = at(name);
        if (!child.isAbsent() && !child.isObject()) {
            child.wrongType("an object");
        }
        return child;
    }

    /** The fields of this object, in their order. */
    public Map<String, Payload> members() {
        Map<String, Payload> members = new LinkedHashMap<>();
        node.propertyNames().forEach(name -> members.put(name, at(name)));
        return members;
    }

    /** The items of this list, of whatever type; none when this is no list. */
    public List<Payload> items() {
        List<Payload> items = new ArrayList<>();
        for (int i = 0; isArray() && i < node.size(); i++) {
            items.add(new Payload(source, path + "[" + i + "]", node.get(i), issues));
        }
        return items;
    }

    /** The objects in the list {@code name}; other items are left out. */
    public List<Payload> objects(String name) {
        return at(name).objects();
    }

    /** The objects in this list; none when nothing is here. */
    public List<Payload> objects() {
        if (!isAbsent() && !isArray()) {
            wrongType("a list");
            return List.of();
        }
        List<Payload> objects = new ArrayList<>();
        for (Payload item : items()) {
            if (item.isObject()) {
                objects.add(item);
            } else {
                item.wrongType("an object");
            }
        }
        return objects;
    }

    /** The text in the field {@code name}, empty when there is none. */
    public String text(String name) {
        Payload child = at(name);
        if (child.node.isString()) {
            return child.node.stringValue();
        }
        if (!child.isAbsent()) {
            child.wrongType("text");
        }
        return "";
    }

    /** The text in the field {@code name} or the digits of its number; empty, and no issue, when it holds neither. */
    public String plain(String name) {
        JsonNode child = node.path(name);
        if (child.isNumber()) {
            return child.decimalValue().toPlainString();
        }
        return child.isString() ? child.stringValue() : "";
    }

    /** True when the field {@code name} is true; false is what encoders leave out. */
    public boolean flag(String name) {
        Payload child = at(name);
        if (!child.isAbsent() && !child.node.isBoolean()) {
            child.wrongType("true or false");
        }
        return child.node.isBoolean() && child.node.booleanValue();
    }

    /** The whole number in the field {@code name}; 0 when absent, as encoders leave zeros out. Empty when it is none. */
    public Optional<BigInteger> findWhole(String name) {
        Payload child = at(name);
        if (child.isAbsent()) {
            return Optional.of(BigInteger.ZERO);
        }
        return child.node.isIntegralNumber() ? Optional.of(child.node.bigIntegerValue()) : Optional.empty();
    }

    /**
     * The number in the field {@code name}, from 0 to {@code max}. A fraction is cut off; anything else is read as 0. Both
     * are issues of the given kind.
     */
    public long count(String name, long max, String kind, String message) {
        Payload child = at(name);
        if (child.isAbsent()) {
            return 0;
        }
        BigDecimal number = child.node.isNumber() ? child.node.decimalValue() : BigDecimal.ONE.negate();
        boolean inRange = number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(max)) <= 0;
        if (!inRange || !child.node.isIntegralNumber()) {
            child.odd(kind, message);
        }
        return inRange ? number.setScale(0, RoundingMode.DOWN).longValueExact() : 0;
    }

    /** The texts in the list {@code name}; other items are left out. */
    public List<String> texts(String name) {
        Payload list = at(name);
        if (!list.isAbsent() && !list.isArray()) {
            list.wrongType("a list");
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (Payload item : list.items()) {
            if (item.node.isString()) {
                texts.add(item.node.stringValue());
            } else {
                item.wrongType("text");
            }
        }
        return texts;
    }

    /**
     * The number in the field {@code name}, written as a number or as digits in a text, with an exponent of up to two
     * digits or without (as The Graph and others write amounts), from 0 to {@code max}. Empty when absent; empty with an issue when it is anything else.
     */
    public Optional<BigDecimal> findAmount(String name, BigDecimal max, String kind, String message) {
        Payload child = at(name);
        if (child.isAbsent()) {
            return Optional.empty();
        }
        String text = plain(name);
        Optional<BigDecimal> amount =
                AMOUNT.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
        Optional<BigDecimal> sound = amount.filter(a -> a.compareTo(max) <= 0);
        if (sound.isEmpty()) {
            child.odd(kind, message);
        }
        return sound;
    }

    /**
     * The time in the field {@code name}: RFC 3339 with an offset, or seconds since 1970 as a number. Empty when absent;
     * empty with an issue of kind {@code timeInvalid} when it is anything else.
     */
    public Optional<Instant> findInstant(String name) {
        Payload child = at(name);
        if (child.isAbsent()) {
            return Optional.empty();
        }
        try {
            if (child.node.isNumber()) {
                BigDecimal seconds = child.node.decimalValue();
                if (seconds.signum() > 0 && seconds.compareTo(LATEST) < 0) {
                    return Optional.of(Instant.ofEpochSecond(seconds.longValue()));
                }
            } else if (child.node.isString()) {
                Instant instant = OffsetDateTime.parse(child.node.stringValue()).toInstant();
                if (instant.getEpochSecond() > 0 && instant.getEpochSecond() < LATEST.longValue()) {
                    return Optional.of(instant);
                }
            }
        } catch (DateTimeException e) {
            // Told below, with the text.
        }
        child.odd("timeInvalid", "A time that is none was left out, and what it belongs to.");
        return Optional.empty();
    }

    /** This value as it may stand in an issue: a text as it is, all else as JSON. */
    public String shown() {
        return node.isString() ? node.stringValue() : node.isMissingNode() ? "" : node.toString();
    }

    /** The orchestrator's address in the field {@code name}; empty, with an issue, when there is no sound one. */
    public Optional<Address> findAddress(String name) {
        Optional<Address> address = Address.find(plain(name));
        if (address.isEmpty()) {
            at(name).odd("addressInvalid", "An orchestrator without a sound address was left out.");
        }
        return address;
    }

    /** Counts this value as odd. */
    public void odd(String kind, String message) {
        odd(kind, shown(), message);
    }

    /** Counts {@code value}, found in here, as odd. */
    public void odd(String kind, String value, String message) {
        issues.add(new DataIssue(kind, source, path, value, message));
    }

    private void wrongType(String wanted) {
        odd("fieldInvalid", "A field that should hold " + wanted + " holds something else; it was read as absent.");
    }

    private String pathOf(String name) {
        String brief = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) + "…" : name;
        return path.isEmpty() ? brief : path + "." + brief;
    }
}
