package org.warmplan.problem;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.InputException;
import org.warmplan.files.Document;
import org.warmplan.files.Fields;
import org.warmplan.files.JsonText;
import org.warmplan.files.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The solution file, version 1. Fields it does not know are passed over. */
public final class SolutionFile {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SolutionFile() {}

    /**
     * Reads a solution; whether its claims hold is not looked at.
     *
     * @throws InputException when the file is missing, no JSON, or against the format
     */
    public static Solution read(Path file) {
        return read(Document.ofJson(file, "The solution file"));
    }

    static Solution read(Document document) {
        Schema.named("solution").check(document);
        Fields top = document.fields();
        JsonNode root = document.root();
        try {
            Solution.Status status = Solution.Status.valueOf(top.verbatim("status"));
            return new Solution(
                    status,
                    amount(root.get("value")),
                    amount(root.get("bound")),
                    status.hasAssignment() ? assignment(top.object("assignment")) : null,
                    status.hasAssignment() ? certificate(top.object("certificate"), root) : null,
                    top.findText("foundBy")
                            .map(word -> Solution.FoundBy.valueOf(word.toUpperCase(Locale.ROOT)))
                            .orElse(null),
                    top.findText("reason").orElse(null));
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    "%s: %s Maybe it was edited by hand.".formatted(document.name(), e.getMessage()), e);
        }
    }

    /** The file's text: one gpu and one workload's prices a line. Prices of 0 are left out. */
    public static String write(Solution solution) {
        ObjectNode top = NODES.objectNode();
        top.put("version", Solution.VERSION);
        top.put("status", solution.status().name());
        put(top, "value", solution.value());
        put(top, "bound", solution.bound());
        Assignment assignment = solution.assignment();
        if (assignment != null) {
            ObjectNode byGpu = top.putObject("assignment");
            assignment.byGpu().forEach((gpu, replicas) -> replicas.forEach(byGpu.putArray(gpu)::add));
        }
        Certificate certificate = solution.certificate();
        if (certificate != null) {
            put(top.putObject("certificate"), certificate);
        }
        if (solution.foundBy() != null) {
            top.put("foundBy", solution.foundBy().word());
        }
        if (solution.reason() != null) {
            top.put("reason", solution.reason());
        }
        Schema.named("solution").require("solution.json", top);
        return JsonText.writeRows(top);
    }

    private static void put(ObjectNode top, Certificate certificate) {
        top.put("method", certificate.method().word());
        top.put("priceBound", certificate.priceBound());
        top.put("scale", certificate.scale());
        ObjectNode prices = top.putObject("prices");
        certificate
                .prices()
                .forEach((workload, byClass) -> byClass.forEach((gpuClass, price) -> {
                    if (price != 0) {
                        prices.withObjectProperty(workload).put(gpuClass, price.longValue());
                    }
                }));
        top.put("changePrice", certificate.changePrice());
    }

    private static void put(ObjectNode top, String name, @Nullable BigInteger amount) {
        if (amount == null) {
            top.putNull(name);
        } else {
            top.put(name, amount);
        }
    }

    private static @Nullable BigInteger amount(JsonNode node) {
        return node.isNull() ? null : node.bigIntegerValue();
    }

    private static Assignment assignment(Fields fields) {
        SortedMap<String, List<String>> byGpu = new TreeMap<>();
        for (String gpu : fields.names()) {
            List<String> replicas = new ArrayList<>();
            fields.items(gpu).forEach(item -> replicas.add(item.stringValue()));
            byGpu.put(gpu, replicas);
        }
        return new Assignment(byGpu);
    }

    private static Certificate certificate(Fields fields, JsonNode root) {
        SortedMap<String, SortedMap<String, Long>> prices = new TreeMap<>();
        Fields all = fields.object("prices");
        for (String workload : all.names()) {
            Fields byClass = all.object(workload);
            SortedMap<String, Long> row = new TreeMap<>();
            byClass.names().forEach(c -> row.put(c, byClass.integer(c, -Certificate.MAX_PRICE, Certificate.MAX_PRICE)));
            prices.put(workload, row);
        }
        return new Certificate(
                Certificate.Method.valueOf(fields.text("method").toUpperCase(Locale.ROOT)),
                root.get("certificate").get("priceBound").bigIntegerValue(),
                (int) fields.integer("scale", 1, Certificate.MAX_SCALE),
                prices,
                fields.integer("changePrice", 0, Certificate.MAX_PRICE));
    }
}
