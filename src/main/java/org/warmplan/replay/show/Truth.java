package org.warmplan.replay.show;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.warmplan.files.JsonText;
import org.warmplan.replay.market.Cast;
import org.warmplan.replay.market.MarketWorkload;
import org.warmplan.replay.market.WeekLog;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What really was asked for and earned, to hold estimates and plans against. No plan reads it. */
final class Truth {
    private static final double WEI_PER_GWEI = 1e9;

    private final Cast cast;
    private final List<Week> weeks = new ArrayList<>();

    /** By workload: units asked for and own income in gwei; own income in all. */
    private record Week(Instant end, List<Long> units, List<Long> ownGwei, long gwei) {}

    Truth(Cast cast) {
        this.cast = cast;
    }

    void add(WeekLog log, Instant end) {
        int workloads = cast.workloads().size();
        double[] wei = new double[workloads];
        for (int offer = 0; offer < log.offers(); offer++) {
            if (cast.nodes().get(log.offerNode(offer)).orchestrator() == Cast.SELF) {
                wei[log.offerWorkload(offer)] += log.offerWei(offer);
            }
        }
        List<Long> units = new ArrayList<>();
        List<Long> gwei = new ArrayList<>();
        for (int workload = 0; workload < workloads; workload++) {
            units.add(Math.round(log.wantedUnits(workload)));
            gwei.add(Math.round(wei[workload] / WEI_PER_GWEI));
        }
        weeks.add(new Week(end, units, gwei, Math.round(log.wei(Cast.SELF) / WEI_PER_GWEI)));
    }

    String text(long seed) {
        ObjectNode root = Answer.object().put("seed", seed);
        ArrayNode ends = root.putArray("weekEnds");
        ArrayNode own = root.putArray("ownWeeklyGwei");
        weeks.forEach(week -> {
            ends.add(week.end().toString());
            own.add(week.gwei());
        });
        ArrayNode rows = root.putArray("workloads");
        for (int workload = 0; workload < cast.workloads().size(); workload++) {
            rows.add(row(workload));
        }
        return JsonText.writeRows(root);
    }

    private ObjectNode row(int index) {
        MarketWorkload asked = cast.workloads().get(index);
        ObjectNode row = Answer.object()
                .put("workload", asked.workload().id())
                .put("unit", asked.workload().pipeline().unit())
                .put("unitsPerRequest", BigDecimal.valueOf(asked.unitsPerCall()));
        ArrayNode units = row.putArray("weeklyUnits");
        weeks.forEach(week -> units.add(week.units().get(index)));
        ArrayNode gwei = row.putArray("ownWeeklyGwei");
        weeks.forEach(week -> gwei.add(week.ownGwei().get(index)));
        return row;
    }
}
