package org.warmplan.replay.show;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.warmplan.domain.Workload;
import org.warmplan.replay.market.Cast;
import org.warmplan.replay.market.MarketCard;
import org.warmplan.replay.market.MarketNode;
import org.warmplan.replay.market.MarketWorkload;
import org.warmplan.replay.market.Standing;
import org.warmplan.replay.market.WarmSet;
import org.warmplan.replay.market.WeekLog;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One node's entry in the network's answer. */
final class NodeAnswer {
    private static final long TRANSCODING_BITS = 0x407dfffL;
    private static final String RUNNER = "0.14.1";

    private final Cast cast;
    private final int node;
    private final NodeFace face;

    NodeAnswer(Cast cast, int node, NodeFace face) {
        this.cast = cast;
        this.node = node;
        this.face = face;
    }

    NodeFace face() {
        return face;
    }

    ObjectNode at(PlayedWeeks.Week week, int hourOfWeek) {
        List<Integer> listed = week.standing().set(node).listed();
        ObjectNode root = Answer.object();
        root.put("address", face.address());
        root.put("local_address", face.localAddress());
        root.put("orch_uri", own().uri());
        root.set("capabilities", capabilities(listed, week.log(), week.standing(), hourOfWeek));
        root.putNull("price_info");
        ArrayNode prices = prices(listed, week.standing());
        if (prices.isEmpty()) {
            root.putNull("capabilities_prices");
        } else {
            root.set("capabilities_prices", prices);
        }
        ArrayNode hardware = hardware(week.standing().set(node));
        if (face.showsHardware() && !hardware.isEmpty()) {
            root.set("hardware", hardware);
        } else {
            root.putNull("hardware");
        }
        return root;
    }

    private ObjectNode capabilities(List<Integer> listed, WeekLog log, Standing standing, int hourOfWeek) {
        SortedMap<Integer, ObjectNode> models = new TreeMap<>();
        for (int index : listed) {
            Workload workload = cast.workloads().get(index).workload();
            models.computeIfAbsent(workload.pipeline().capability(), capability -> Answer.object())
                    .set(workload.modelId(), model(index, log, standing, hourOfWeek));
        }
        long bits = TRANSCODING_BITS;
        ObjectNode capacities = Answer.object().put("0", 1).put("26", 1);
        ObjectNode perCapability = Answer.object();
        for (var capability : models.entrySet()) {
            bits |= 1L << capability.getKey();
            capacities.put(String.valueOf(capability.getKey()), 1);
            perCapability.putObject(String.valueOf(capability.getKey())).set("models", capability.getValue());
        }
        ObjectNode root = Answer.object();
        root.putArray("bitstring").add(bits);
        root.set("capacities", capacities);
        root.put("version", face.version());
        ObjectNode constraints = root.putObject("constraints").put("minVersion", face.version());
        if (!perCapability.isEmpty()) {
            constraints.set("PerCapability", perCapability);
        }
        return root;
    }

    /** Live video tells containers idle and busy; of batch jobs {@code capacity} is a counter. Cold is told by silence. */
    private ObjectNode model(int index, WeekLog log, Standing standing, int hourOfWeek) {
        int offer = log.findOffer(node, index);
        boolean warm = standing.set(node).replicas(index) > 0;
        ObjectNode model = Answer.object();
        if (warm) {
            model.put("warm", true);
        }
        if (log.capacity(offer, hourOfWeek) > 0) {
            model.put("capacity", log.capacity(offer, hourOfWeek));
        }
        if (warm && !own().split()) {
            model.put("runnerVersion", RUNNER);
        }
        if (cast.workloads().get(index).isLive() && log.inUse(offer, hourOfWeek) > 0) {
            model.put("capacityInUse", log.inUse(offer, hourOfWeek));
        }
        return model;
    }

    /**
     * Prices as configured. What a node adds for redeeming tickets stands only in its answer to a gateway that asks for one
     * workload ({@code core/orchestrator.go:266-330} against {@code :440-460} at 176aa415), which no source shows.
     */
    private ArrayNode prices(List<Integer> listed, Standing standing) {
        ArrayNode rows = Answer.list();
        for (int place = 0; place < listed.size(); place++) {
            if (place != face.unpriced()) {
                rows.add(price(listed.get(place), standing));
            }
        }
        face.alsoPriced().stream()
                .filter(index -> !listed.contains(index))
                .filter(index -> cast.workloads().get(index).bornWeek() <= standing.week())
                .forEach(index -> rows.add(price(index, standing)));
        return rows;
    }

    private ObjectNode price(int index, Standing standing) {
        Workload workload = cast.workloads().get(index).workload();
        AskedPrice price = AskedPrice.of(standing.weiPerUnit(node, index));
        return Answer.object()
                .put("pricePerUnit", price.wei())
                .put("pixelsPerUnit", price.units())
                .put("capability", workload.pipeline().capability())
                .put("constraint", workload.modelId());
    }

    private ArrayNode hardware(WarmSet set) {
        ArrayNode rows = Answer.list();
        for (int card = 0; card < own().cards().size(); card++) {
            int index = set.byCard().get(card);
            if (index != WarmSet.NONE) {
                rows.add(container(own().cards().get(card), cast.workloads().get(index)));
            }
        }
        return rows;
    }

    private static ObjectNode container(MarketCard card, MarketWorkload workload) {
        ObjectNode row = Answer.object();
        row.put("pipeline", workload.workload().pipeline().slug());
        row.put("model_id", workload.workload().modelId());
        ObjectNode gpu = row.putObject("gpu_info").putObject("0");
        gpu.put("id", card.uuid());
        gpu.put("name", card.name());
        gpu.put("memory_free", Math.max(0, card.totalMib() - workload.vramMib()) << 20);
        gpu.put("memory_total", card.totalMib() << 20);
        return row;
    }

    private MarketNode own() {
        return cast.nodes().get(node);
    }
}
