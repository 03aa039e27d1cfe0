package org.warmplan.report;

import org.warmplan.files.JsonText;
import org.warmplan.worker.AiModel;
import org.warmplan.worker.AskedPrice;
import org.warmplan.worker.Placement;
import org.warmplan.worker.Stop;
import org.warmplan.worker.lint.Lint;
import org.warmplan.worker.lint.LoadTimes;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A check as one JSON document, version 1. Nothing in it is a secret. */
public final class CheckJson {
    private static final int VERSION = 1;

    private CheckJson() {}

    public static String write(Check check) {
        ObjectNode top = JsonNodeFactory.instance.objectNode();
        top.put("version", VERSION);
        top.put("file", check.file());
        top.put("starts", check.starts());
        ArrayNode stops = top.putArray("stops");
        if (check instanceof Check.Unreadable unreadable) {
            stops.addObject()
                    .putNull("entry")
                    .put("panic", false)
                    .put("where", unreadable.why().where())
                    .put("message", unreadable.why().logText())
                    .put("wayOut", unreadable.why().wayOut());
        } else if (check instanceof Check.Started started) {
            started.checked().startup().stops().forEach(stop -> stop(stops.addObject(), stop));
            started(top, started);
        }
        return JsonText.write(top);
    }

    private static void stop(ObjectNode node, Stop stop) {
        node.put("entry", stop.entry().index());
        node.put("panic", stop.isPanic());
        node.put("where", stop.entry().label());
        node.put("message", stop.message());
        node.put("wayOut", stop.wayOut());
    }

    private static void started(ObjectNode top, Check.Started check) {
        top.put("role", check.checked().setup().role().word());
        if (check.worker() != null) {
            top.put("worker", check.worker());
        }
        ArrayNode devices = top.putArray("nvidia");
        check.checked().setup().devices().forEach(devices::add);
        top.put("containersPerGpu", check.checked().setup().containersPerGpu());
        ArrayNode entries = top.putArray("entries");
        CheckRows rows = new CheckRows(check);
        rows.entries().forEach(entry -> entry(entries.addObject(), check, rows, entry));
        LoadTimes load = check.load();
        top.putObject("load")
                .put("seconds", load.seconds())
                .put("withoutFigure", load.guessed())
                .put("external", load.external());
        ArrayNode lints = top.putArray("lints");
        check.lints().forEach(lint -> lint(lints.addObject(), lint));
    }

    private static void entry(ObjectNode node, Check.Started check, CheckRows rows, AiModel entry) {
        node.put("index", entry.index());
        node.put("pipeline", entry.pipeline());
        node.put("modelId", entry.modelId());
        node.put("warm", entry.warm());
        node.put("external", !entry.isManaged());
        ArrayNode slots = node.putArray("slots");
        rows.placements(entry).forEach(placement -> slot(slots.addObject(), check, rows, placement));
        rows.findAdvertised(entry)
                .ifPresent(advertised -> node.putObject("advertised")
                        .put("capability", advertised.capability())
                        .put("warm", advertised.warm())
                        .put("capacity", advertised.capacity()));
        rows.findPrice(entry).ifPresent(price -> price(node.putObject("price"), price));
        rows.findNeverServed(entry).ifPresent(reason -> node.put("neverServed", reason.sentence()));
    }

    private static void slot(ObjectNode node, Check.Started check, CheckRows rows, Placement placement) {
        String device = placement.slot().device();
        node.put("slot", placement.slot().position());
        node.put("device", device);
        node.put("container", placement.slot().container());
        check.known().findCard(device).ifPresent(card -> node.put("gpu", card.name()));
        rows.findNeed(placement).ifPresent(need -> node.put("needMib", need.mib()));
        check.known().findRoom(device).ifPresent(room -> node.put("roomMib", room.mib()));
    }

    private static void price(ObjectNode node, AskedPrice price) {
        node.put("gateway", price.gateway());
        node.put("weiPerUnit", price.price().text());
        node.put("listedWei", price.listedWei().toString());
    }

    private static void lint(ObjectNode node, Lint lint) {
        node.put("code", lint.code().key());
        node.put("severity", lint.severity().word());
        node.put("path", lint.path());
        node.put("value", lint.value());
        node.put("message", lint.message());
        node.put("wayOut", lint.code().wayOut());
    }
}
