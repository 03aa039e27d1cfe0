package org.warmplan.domain;

import java.util.List;

/** What a snapshot says: the sound facts, and what was odd about the rest. */
public record Reading(List<Observation> observations, List<DataIssue> issues) {
    public Reading {
        observations = List.copyOf(observations);
        issues = List.copyOf(issues);
    }
}
