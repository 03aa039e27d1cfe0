package org.warmplan.collect.metrics;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One line of a metrics page.
 *
 * @param value may be infinite or no number
 * @param line its number, from 1
 */
record Sample(String name, SortedMap<String, String> labels, double value, int line) {
    Sample {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    /** The label's value; an empty one means the same as none. */
    String label(String label) {
        return labels.getOrDefault(label, "");
    }
}
