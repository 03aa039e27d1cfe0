package org.warmplan.explain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.warmplan.domain.Workload;
import org.warmplan.explain.Forecast.Asked;
import org.warmplan.explain.Forecast.Own;
import org.warmplan.explain.Forecast.Range;
import org.warmplan.files.Fields;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A forecast as {@code forecast} in plan.json. */
public final class ForecastJson {
    private static final long MOST = Long.MAX_VALUE;
    private static final List<String> NAMES = List.of("p10", "p25", "p50", "p75", "p90");

    private ForecastJson() {}

    /** Writes it. */
    public static void put(ObjectNode node, Forecast forecast) {
        node.put("from", forecast.from().toString());
        node.put("until", forecast.until().toString());
        ArrayNode network = node.putArray("network");
        forecast.network().forEach(asked -> {
            ObjectNode row = network.addObject();
            row.put("workload", asked.workload().id());
            row.put("unit", asked.workload().pipeline().unit());
            for (int i = 0; i < NAMES.size(); i++) {
                row.put(NAMES.get(i), asked.quantiles().get(i));
            }
        });
        ArrayNode own = node.putArray("own");
        forecast.own().forEach(planned -> {
            ObjectNode row = own.addObject();
            row.put("workload", planned.workload().id());
            row.put("replicas", planned.replicas());
            put(row.putObject("units"), planned.units());
            put(row.putObject("gwei"), planned.gwei());
            row.put("unitsPerRate", planned.unitsPerRate());
            row.put("calibration", planned.calibration());
        });
    }

    /** Writes a range. */
    public static void put(ObjectNode node, Range range) {
        node.put("low", range.low()).put("mid", range.mid()).put("high", range.high());
    }

    /**
     * Reads it back.
     *
     * @throws org.warmplan.domain.InputException when it is damaged
     */
    static Forecast read(Fields node) {
        Instant from = instant(node, "from");
        node.text("until");
        List<Asked> network = new ArrayList<>();
        for (Fields row : node.requiredObjects("network")) {
            row.text("unit");
            network.add(new Asked(
                    workload(row),
                    NAMES.stream().map(name -> row.integer(name, 0, MOST)).toList()));
            row.end();
        }
        List<Own> own = new ArrayList<>();
        for (Fields row : node.requiredObjects("own")) {
            own.add(new Own(
                    workload(row),
                    (int) row.integer("replicas", 1, Integer.MAX_VALUE),
                    range(row.object("units")),
                    range(row.object("gwei")),
                    positive(row, "unitsPerRate"),
                    positive(row, "calibration")));
            row.end();
        }
        node.end();
        return new Forecast(from, network, own);
    }

    private static Range range(Fields node) {
        Range range =
                new Range(node.integer("low", 0, MOST), node.integer("mid", 0, MOST), node.integer("high", 0, MOST));
        node.end();
        return range;
    }

    private static double positive(Fields node, String name) {
        return node.number(name, BigDecimal.valueOf(1e-9), BigDecimal.valueOf(1e24))
                .doubleValue();
    }

    private static Workload workload(Fields row) {
        return Workload.find(row.text("workload"))
                .orElseThrow(() -> row.wrong("workload", "is no workload", "the file was edited by hand"));
    }

    private static Instant instant(Fields node, String name) {
        try {
            return Instant.parse(node.text(name));
        } catch (DateTimeParseException e) {
            throw node.wrong(name, "is no instant", "the file was edited by hand");
        }
    }
}
