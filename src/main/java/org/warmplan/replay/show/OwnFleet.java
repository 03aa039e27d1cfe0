package org.warmplan.replay.show;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.warmplan.domain.Workload;
import org.warmplan.files.JsonText;
import org.warmplan.replay.market.Cast;
import org.warmplan.replay.market.MarketCard;
import org.warmplan.replay.market.MarketNode;
import org.warmplan.replay.market.Standing;
import org.warmplan.replay.market.WarmSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files of the operator we plan for: a fleet.yaml and what runs now. Cards stand in the order in which go-livepeer fills
 * them, so that what is listed lands where it runs: cards left free come last.
 */
final class OwnFleet {
    private static final String FLEET = "fleet.yaml";
    private static final String PRICES = "orchestrator/aiModels.json";

    private final Cast cast;
    private final Standing standing;

    OwnFleet(Cast cast, Standing standing) {
        this.cast = cast;
        this.standing = standing;
    }

    /** Text by path. */
    SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>();
        files.put(FLEET, fleet());
        for (int node : own()) {
            files.put(name(node) + "/aiModels.json", JsonText.write(aiModels(node)));
        }
        if (isSplit()) {
            files.put(PRICES, JsonText.write(prices()));
        }
        return files;
    }

    private String fleet() {
        StringBuilder text = new StringBuilder();
        text.append("# The operator of a simulated market, as of the end of its last week.\n");
        text.append("version: 1\n\n");
        text.append("orchestrator: \"")
                .append(cast.orchestrators().get(Cast.SELF).address())
                .append("\"\n");
        if (isSplit()) {
            text.append("orchestratorAiModels: ").append(PRICES).append('\n');
        }
        text.append("\nworkers:\n");
        own().forEach(node -> addWorker(text, node));
        text.append("\n# What it asks for whatever it may warm, in wei.\nprices:\n");
        for (int workload : priced()) {
            AskedPrice price = AskedPrice.of(standing.weiPerUnit(own().get(0), workload));
            text.append("  - workload: ").append(workload(workload)).append('\n');
            text.append("    pricePerUnit: ").append(price.wei()).append('\n');
            if (price.units() > 1) {
                text.append("    pixelsPerUnit: ").append(price.units()).append('\n');
            }
        }
        return text.toString();
    }

    private void addWorker(StringBuilder text, int node) {
        MarketNode worker = cast.nodes().get(node);
        text.append("  - name: ").append(name(node)).append('\n');
        if (worker.split()) {
            text.append("    role: remote\n");
        }
        text.append("    gpus:\n");
        for (int place : order(node)) {
            MarketCard card = worker.cards().get(place);
            text.append("      - name: ").append(card.name()).append('\n');
            text.append("        vramMib: ").append(card.totalMib()).append('\n');
        }
        text.append("    aiModels: ").append(name(node)).append("/aiModels.json\n");
    }

    private ArrayNode aiModels(int node) {
        ArrayNode entries = Answer.list();
        WarmSet set = standing.set(node);
        boolean priced = !cast.nodes().get(node).split();
        for (int place : order(node)) {
            int workload = set.byCard().get(place);
            if (workload != WarmSet.NONE) {
                entries.add(entry(node, workload, true, priced));
            }
        }
        set.cold().forEach(workload -> entries.add(entry(node, workload, false, priced)));
        return entries;
    }

    private ArrayNode prices() {
        ArrayNode entries = Answer.list();
        TreeSet<Integer> listed = new TreeSet<>();
        own().forEach(node -> listed.addAll(standing.set(node).listed()));
        listed.forEach(workload -> entries.add(entry(own().get(0), workload, false, true)));
        return entries;
    }

    private ObjectNode entry(int node, int index, boolean warm, boolean priced) {
        Workload workload = workload(index);
        ObjectNode entry = Answer.object()
                .put("pipeline", workload.pipeline().slug())
                .put("model_id", workload.modelId())
                .put("warm", warm);
        if (priced) {
            AskedPrice price = AskedPrice.of(standing.weiPerUnit(node, index));
            entry.put("price_per_unit", price.wei()).put("pixels_per_unit", price.units());
        }
        return entry;
    }

    /** Places of a node's cards: those with a model, then those without. */
    private List<Integer> order(int node) {
        List<Integer> byCard = standing.set(node).byCard();
        List<Integer> order = new ArrayList<>();
        for (boolean free : new boolean[] {false, true}) {
            IntStream.range(0, byCard.size())
                    .filter(place -> free == (byCard.get(place) == WarmSet.NONE))
                    .forEach(order::add);
        }
        return order;
    }

    private List<Integer> priced() {
        return IntStream.range(0, cast.workloads().size())
                .filter(index -> cast.workloads().get(index).bornWeek() <= standing.week())
                .boxed()
                .toList();
    }

    private boolean isSplit() {
        return own().stream().anyMatch(node -> cast.nodes().get(node).split());
    }

    private List<Integer> own() {
        return cast.nodesOf(Cast.SELF);
    }

    private String name(int node) {
        return "rig" + (own().indexOf(node) + 1);
    }

    private Workload workload(int index) {
        return cast.workloads().get(index).workload();
    }
}
