package org.warmplan.domain;

/**
 * One odd thing in data from outside. It is counted and shown, and the run goes on with what is sound.
 *
 * @param kind stable key to count under, in lowerCamelCase, like {@code priceMissing}
 * @param source where it came from: a source's name, a file's name, or {@code catalogue}
 * @param path where in the payload, like {@code orchestrators[3].hardware[0].pipeline}; may be empty
 * @param value the offending value as text, cut to {@value #MAX_VALUE} characters; may be empty
 * @param message one sentence for the operator, with what follows from it
 */
public record DataIssue(String kind, String source, String path, String value, String message) {
    public static final int MAX_VALUE = 120;

    public DataIssue {
        if (value.length() > MAX_VALUE) {
            value = value.substring(0, value.offsetByCodePoints(0, value.codePointCount(0, MAX_VALUE) - 1)) + "…";
        }
    }
}
