package org.warmplan.report;

import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Workload;
import org.warmplan.explain.ForecastCheck;
import org.warmplan.explain.ForecastCheck.Compared;
import org.warmplan.explain.ForecastJson;
import org.warmplan.explain.LookBack;
import org.warmplan.value.Calibration;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code forecast}, {@code forecastCheck} and {@code calibration} of plan.json. */
final class LookBackJson {
    private LookBackJson() {}

    static void put(ObjectNode plan, LookBack lookBack) {
        ForecastJson.put(plan.putObject("forecast"), lookBack.forecast());
        put(plan.putObject("forecastCheck"), lookBack.check());
        put(plan.putArray("calibration"), lookBack.calibration());
    }

    /** The factors on estimates, by pipeline. */
    static void put(ArrayNode array, Calibration calibration) {
        calibration
                .factors()
                .forEach((pipeline, factor) -> array.addObject()
                        .put("pipeline", pipeline.slug())
                        .put("factor", factor.factor())
                        .put("weeks", factor.weeks()));
    }

    private static void put(ObjectNode node, ForecastCheck check) {
        Compared compared = check.compared();
        if (compared != null) {
            node.put("from", compared.from().toString());
            node.put("until", compared.until().toString());
            node.put("watched", compared.watched());
        }
        ArrayNode rows = node.putArray("rows");
        if (compared != null) {
            compared.rows().forEach(row -> put(rows.addObject(), row));
        }
        ArrayNode bias = node.putArray("bias");
        check.bias()
                .forEach(known -> bias.addObject()
                        .put("pipeline", known.pipeline().slug())
                        .put("weeks", known.weeks())
                        .put("forecast", Math.round(known.forecast()))
                        .put("actual", Math.round(known.actual()))
                        .put("ratio", known.ratio()));
        node.put("note", check.note());
    }

    private static void put(ObjectNode node, ForecastCheck.Row row) {
        node.put("workload", id(row.workload()));
        node.put("measure", row.measure().word());
        ForecastJson.put(node.putObject("forecast"), row.forecast());
        node.put("actual", row.actual());
        node.put("ran", row.ran());
        row.inside().ifPresentOrElse(inside -> node.put("inside", inside), () -> node.putNull("inside"));
    }

    private static @Nullable String id(@Nullable Workload workload) {
        return workload == null ? null : workload.id();
    }
}
