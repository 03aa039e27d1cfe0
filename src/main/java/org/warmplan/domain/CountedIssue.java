package org.warmplan.domain;

/** Issues that say the same, with the first of them as the example. {@code count} is at least 1. */
public record CountedIssue(DataIssue first, int count) {}
