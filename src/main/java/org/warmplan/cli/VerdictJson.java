package org.warmplan.cli;

import org.warmplan.certify.Verdict;
import org.warmplan.files.JsonText;
import org.warmplan.problem.Certificate;
import org.warmplan.problem.Solution;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A verdict as one JSON document, version 1. What was not derived is null. */
final class VerdictJson {
    private static final int VERSION = 1;

    private VerdictJson() {}

    static String write(Verdict verdict) {
        ObjectNode top = JsonNodeFactory.instance.objectNode();
        top.put("version", VERSION);
        top.put("stands", verdict.stands());
        claimed(top.putObject("claimed"), verdict.claim());
        top.put("value", verdict.value());
        top.put("priceBound", verdict.priceBound());
        top.put("proof", verdict.proof().word());
        top.put("nodes", verdict.nodes());
        if (verdict.claim().value() != null) {
            top.put("gap", verdict.claim().gap());
        }
        verdict.broken().forEach(top.putArray("broken")::add);
        verdict.contradictions().forEach(top.putArray("contradictions")::add);
        return JsonText.write(top);
    }

    private static void claimed(ObjectNode node, Solution claim) {
        node.put("status", claim.status().name());
        Certificate certificate = claim.certificate();
        if (certificate != null) {
            node.put("value", claim.value());
            node.put("bound", claim.bound());
            node.put("method", certificate.method().word());
            node.put("priceBound", certificate.priceBound());
        }
        if (claim.reason() != null) {
            node.put("reason", claim.reason());
        }
    }
}
