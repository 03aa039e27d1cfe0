package org.warmplan.collect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.warmplan.domain.DataIssue;
import org.warmplan.domain.DataIssues;
import tools.jackson.databind.JsonNode;

/**
 * One value of a payload from outside, read tolerantly: absent and null mean nothing is there, and what is of the wrong
 * type becomes a counted issue and is then read as absent.
 */
final class Payload {
    private static final int MAX_NAME = 200;

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
    static Payload of(String source, JsonNode root, DataIssues issues) {
        return new Payload(source, "", root, issues);
    }

    boolean isAbsent() {
        return node.isMissingNode() || node.isNull();
    }

    boolean isObject() {
        return node.isObject();
    }

    boolean isArray() {
        return node.isArray();
    }

    /** The field {@code name}, of whatever type. */
    Payload at(String name) {
        return new Payload(source, pathOf(name), node.path(name), issues);
    }

    /** The object in the field {@code name}; without fields when there is none. */
    Payload object(String name) {
        Payload child = at(name);
        if (!child.isAbsent() && !child.isObject()) {
            child.wrongType("an object");
        }
        return child;
    }

    /** The fields of this object, in their order. */
    Map<String, Payload> members() {
        Map<String, Payload> members = new LinkedHashMap<>();
        node.propertyNames().forEach(name -> members.put(name, at(name)));
        return members;
    }

    /** The objects in the list {@code name}; other items are left out. */
    List<Payload> objects(String name) {
        Payload list = at(name);
        if (!list.isAbsent() && !list.isArray()) {
            list.wrongType("a list");
            return List.of();
        }
        List<Payload> objects = new ArrayList<>();
        for (int i = 0; i < list.node.size(); i++) {
            Payload item = new Payload(source, list.path + "[" + i + "]", list.node.get(i), issues);
            if (item.isObject()) {
                objects.add(item);
            } else {
                item.wrongType("an object");
            }
        }
        return objects;
    }

    /** The text in the field {@code name}, empty when there is none. */
    String text(String name) {
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
    String plain(String name) {
        JsonNode child = node.path(name);
        if (child.isNumber()) {
            return child.decimalValue().toPlainString();
        }
        return child.isString() ? child.stringValue() : "";
    }

    /** True when the field {@code name} is true; false is what encoders leave out. */
    boolean flag(String name) {
        Payload child = at(name);
        if (!child.isAbsent() && !child.node.isBoolean()) {
            child.wrongType("true or false");
        }
        return child.node.isBoolean() && child.node.booleanValue();
    }

    /** The whole number in the field {@code name}; 0 when absent, as encoders leave zeros out. Empty when it is none. */
    Optional<BigInteger> findWhole(String name) {
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
    long count(String name, long max, String kind, String message) {
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

    /** Counts this value as odd. */
    void odd(String kind, String message) {
        String value = node.isString() ? node.stringValue() : node.isMissingNode() ? "" : node.toString();
        odd(kind, value, message);
    }

    /** Counts {@code value}, found in here, as odd. */
    void odd(String kind, String value, String message) {
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
