package org.warmplan.report;

import org.warmplan.files.JsonText;
import org.warmplan.files.Visible;
import org.warmplan.worker.watch.Cause;
import org.warmplan.worker.watch.Evidence;
import org.warmplan.worker.watch.Verdict;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What {@code verify} found as one JSON document, version 1. */
public final class WarmJson {
    private static final int VERSION = 1;

    private WarmJson() {}

    public static String write(WarmCheck check) {
        ObjectNode top = JsonNodeFactory.instance.objectNode();
        top.put("version", VERSION);
        top.put("worker", check.worker());
        top.put("at", check.at().toString());
        top.put("warm", check.holds());
        ArrayNode slots = top.putArray("slots");
        check.verdicts().forEach(verdict -> fill(slots.addObject(), verdict));
        ArrayNode notes = top.putArray("notes");
        check.warnings().forEach(warning -> notes.add(Visible.of(warning)));
        check.notes().forEach(note -> notes.add(Visible.of(note)));
        return JsonText.write(top);
    }

    private static void fill(ObjectNode node, Verdict verdict) {
        node.put("slot", verdict.slot().slot());
        node.put("device", verdict.slot().device());
        node.put("container", verdict.slot().container());
        node.put("gpu", verdict.slot().gpu());
        node.put("workload", verdict.slot().workload().id());
        node.put("state", verdict.state().key());
        Cause cause = verdict.cause();
        node.put("cause", cause == null ? null : cause.key());
        node.put("sentence", cause == null ? null : cause.sentence());
        node.put("wayOut", cause == null ? null : cause.wayOut());
        ArrayNode evidence = node.putArray("evidence");
        for (Evidence seen : verdict.evidence()) {
            evidence.add(Visible.of(seen.told()));
        }
        node.put("advertised", verdict.advertised());
    }
}
