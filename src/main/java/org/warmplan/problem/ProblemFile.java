package org.warmplan.problem;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.InputException;
import org.warmplan.files.Document;
import org.warmplan.files.Fields;
import org.warmplan.files.JsonText;
import org.warmplan.files.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The problem file, version 1: strict to read (a rule that is not understood must not be solved), defaults left out. */
public final class ProblemFile {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ProblemFile() {}

    /**
     * Reads a problem.
     *
     * @throws InputException when the file is missing, no JSON, or against the format's rules
     */
    public static Problem read(Path file) {
        return read(Document.ofJson(file, "The problem file"));
    }

    static Problem read(Document document) {
        Fields top = document.fields();
        top.integer("version", Problem.VERSION, Problem.VERSION);
        try {
            Problem problem = new Problem(
                    top.requiredObjects("classes").stream()
                            .map(ProblemFile::gpuClass)
                            .toList(),
                    top.requiredObjects("workers").stream()
                            .map(ProblemFile::worker)
                            .toList(),
                    top.requiredObjects("gpus").stream().map(ProblemFile::gpu).toList(),
                    top.requiredObjects("workloads").stream()
                            .map(ProblemFile::workload)
                            .toList(),
                    top.objects("pins").stream().map(ProblemFile::pin).toList(),
                    boxed(top.findInteger("maxChanges", 0, Limits.MAX_AMOUNT)));
            top.end();
            Schema.named("problem").check(document);
            return problem;
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    "%s: %s Maybe it was edited by hand.".formatted(document.name(), e.getMessage()), e);
        }
    }

    /** The file's text: one class, worker, gpu or workload a line. */
    public static String write(Problem problem) {
        ObjectNode top = NODES.objectNode();
        top.put("version", Problem.VERSION);
        ArrayNode classes = top.putArray("classes");
        problem.classes().forEach(c -> classes.addObject().put("id", c.id()).put("vramMib", c.vramMib()));
        ArrayNode workers = top.putArray("workers");
        problem.workers().forEach(w -> workers.add(row(w)));
        ArrayNode gpus = top.putArray("gpus");
        problem.gpus().forEach(g -> gpus.add(row(g)));
        ArrayNode workloads = top.putArray("workloads");
        problem.workloads().forEach(w -> workloads.add(row(w)));
        if (!problem.pins().isEmpty()) {
            ArrayNode pins = top.putArray("pins");
            problem.pins()
                    .forEach(p -> pins.addObject()
                            .put(p.onGpu() ? "gpu" : "worker", p.place())
                            .put("workload", p.workload()));
        }
        if (problem.maxChanges() != null) {
            top.put("maxChanges", problem.maxChanges());
        }
        Schema.named("problem").require("problem.json", top);
        return JsonText.writeRows(top);
    }

    private static ObjectNode row(WorkerSpec worker) {
        ObjectNode row = NODES.objectNode().put("id", worker.id());
        putUnless(row, "reloadCost", worker.reloadCost(), 0);
        if (worker.prefix()) {
            row.put("prefix", true);
        }
        if (!worker.freeSlot().isEmpty()) {
            worker.freeSlot().forEach(row.withArrayProperty("freeSlot")::add);
        }
        putTexts(row, "forbid", worker.forbid());
        return row;
    }

    private static ObjectNode row(GpuSpec gpu) {
        ObjectNode row = NODES.objectNode()
                .put("id", gpu.id())
                .put("worker", gpu.worker())
                .put("class", gpu.gpuClass());
        putUnless(row, "slots", gpu.slots(), 1);
        putUnless(row, "reservedMib", gpu.reservedMib(), 0);
        putTexts(row, "current", gpu.current());
        putTexts(row, "forbid", gpu.forbid());
        return row;
    }

    private static ObjectNode row(WorkloadSpec workload) {
        ObjectNode row = NODES.objectNode().put("id", workload.id());
        workload.vramMib().forEach(row.putObject("vramMib")::put);
        if (!workload.units().isEmpty()) {
            workload.units().forEach(row.putObject("units")::put);
        }
        if (!workload.linear().isEmpty()) {
            workload.linear().forEach(row.putObject("linear")::put);
        }
        ArrayNode marginal = row.putArray("marginal");
        workload.marginal().forEach(marginal::add);
        putUnless(row, "minReplicas", workload.minReplicas(), 0);
        putUnless(row, "maxReplicas", workload.maxReplicas(), Integer.MAX_VALUE);
        putUnless(row, "changeCost", workload.changeCost(), 0);
        return row;
    }

    private static void putUnless(ObjectNode row, String name, long value, long usual) {
        if (value != usual) {
            row.put(name, value);
        }
    }

    private static void putTexts(ObjectNode row, String name, Collection<String> texts) {
        if (!texts.isEmpty()) {
            texts.forEach(row.putArray(name)::add);
        }
    }

    private static GpuClass gpuClass(Fields fields) {
        GpuClass gpuClass = new GpuClass(fields.text("id"), fields.integer("vramMib", 0, Limits.MAX_AMOUNT));
        fields.end();
        return gpuClass;
    }

    private static WorkerSpec worker(Fields fields) {
        WorkerSpec worker = new WorkerSpec(
                fields.text("id"),
                amount(fields, "reloadCost"),
                fields.flag("prefix", false),
                integers(fields, "freeSlot"),
                new TreeSet<>(fields.texts("forbid")));
        fields.end();
        return worker;
    }

    private static GpuSpec gpu(Fields fields) {
        int slots = (int) fields.findInteger("slots", 1, Limits.MAX_UNITS).orElse(1);
        List<JsonNode> current = fields.items("current");
        if (current.size() > slots) {
            throw fields.wrong("current", "has more items than the gpu has slots", "slots is too small");
        }
        GpuSpec gpu = new GpuSpec(
                fields.text("id"),
                fields.text("worker"),
                fields.text("class"),
                slots,
                amount(fields, "reservedMib"),
                replicas(fields, current),
                new TreeSet<>(fields.texts("forbid")));
        fields.end();
        return gpu;
    }

    private static List<String> replicas(Fields fields, List<JsonNode> current) {
        List<String> replicas = new ArrayList<>();
        for (JsonNode item : current) {
            if (item.isString()) {
                replicas.add(item.stringValue());
            } else if (!item.isNull()) {
                throw fields.wrong("current", "holds " + item + ", not a workload or null", "put it in quotes");
            }
        }
        return replicas;
    }

    private static WorkloadSpec workload(Fields fields) {
        WorkloadSpec workload = new WorkloadSpec(
                fields.text("id"),
                byClass(fields, "vramMib", true, 0, Limits.MAX_AMOUNT, Long::valueOf),
                byClass(fields, "units", false, 1, Limits.MAX_UNITS, Math::toIntExact),
                byClass(fields, "linear", false, -Limits.MAX_AMOUNT, Limits.MAX_AMOUNT, Long::valueOf),
                integers(fields, "marginal"),
                (int) fields.findInteger("minReplicas", 0, Integer.MAX_VALUE).orElse(0),
                (int) fields.findInteger("maxReplicas", 0, Limits.MAX_AMOUNT).stream()
                        .map(n -> Math.min(n, Integer.MAX_VALUE))
                        .findFirst()
                        .orElse(Integer.MAX_VALUE),
                amount(fields, "changeCost"));
        if (!fields.has("marginal")) {
            throw fields.wrong("marginal", "is missing", "add an empty list for a workload that brings nothing");
        }
        fields.end();
        return workload;
    }

    private static PinSpec pin(Fields fields) {
        boolean onGpu = fields.has("gpu");
        if (onGpu == fields.has("worker")) {
            throw fields.wrong("gpu", "and worker must be given one without the other", "split it into two pins");
        }
        PinSpec pin = new PinSpec(onGpu, fields.text(onGpu ? "gpu" : "worker"), fields.text("workload"));
        fields.end();
        return pin;
    }

    private static <V> SortedMap<String, V> byClass(
            Fields fields, String name, boolean required, long min, long max, LongFunction<V> box) {
        SortedMap<String, V> map = new TreeMap<>();
        if (required || fields.has(name)) {
            Fields amounts = fields.object(name);
            amounts.names().forEach(c -> map.put(c, box.apply(amounts.integer(c, min, max))));
        }
        return map;
    }

    private static List<Long> integers(Fields fields, String name) {
        ToLongFunction<JsonNode> exact = node -> {
            if (!node.isIntegralNumber()
                    || node.bigIntegerValue().abs().compareTo(BigInteger.valueOf(Limits.MAX_AMOUNT)) > 0) {
                throw fields.wrong(name, "holds " + node + ", not a whole amount", "a fraction was left in");
            }
            return node.longValue();
        };
        return fields.items(name).stream().mapToLong(exact).boxed().toList();
    }

    private static long amount(Fields fields, String name) {
        return fields.findInteger(name, 0, Limits.MAX_AMOUNT).orElse(0);
    }

    private static @Nullable Long boxed(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
