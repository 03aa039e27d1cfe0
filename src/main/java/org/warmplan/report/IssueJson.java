package org.warmplan.report;

import org.warmplan.domain.CountedIssue;
import tools.jackson.databind.node.ObjectNode;

/** A counted issue as in plan.json and in the demand list. */
final class IssueJson {
    private IssueJson() {}

    static void put(ObjectNode node, CountedIssue issue) {
        node.put("kind", issue.first().kind());
        node.put("source", issue.first().source());
        node.put("path", issue.first().path());
        node.put("value", issue.first().value());
        node.put("message", issue.first().message());
        node.put("count", issue.count());
    }
}
