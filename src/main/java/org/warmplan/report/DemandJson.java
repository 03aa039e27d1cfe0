package org.warmplan.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.warmplan.demand.Demand;
import org.warmplan.files.JsonText;
import org.warmplan.files.Schema;
import org.warmplan.report.DemandList.Entry;
import org.warmplan.value.MarketPrices;
import org.warmplan.value.PlannedPrice;
import org.warmplan.value.ValuedWorkload;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The demand list as one JSON document, version 1. */
public final class DemandJson {
    private static final int VERSION = 1;

    /** How many replicas are told of. */
    static final int REPLICAS = 3;

    private DemandJson() {}

    /** The document's text. */
    public static String write(DemandList list) {
        ObjectNode top = JsonNodeFactory.instance.objectNode();
        top.put("version", VERSION);
        top.put("at", list.at().toString());
        if (list.orchestrator() != null) {
            top.put("orchestrator", list.orchestrator().value());
        }
        top.put("usdPerEth", list.usdPerEth());
        ArrayNode settings = top.putArray("settings");
        list.settings().forEach(setting -> SettingJson.put(settings.addObject(), setting));
        ArrayNode workloads = top.putArray("workloads");
        list.entries().forEach(entry -> put(workloads.addObject(), entry, list));
        LookBackJson.put(top.putArray("calibration"), list.calibration());
        list.leftOut().forEach(top.putArray("leftOut")::add);
        list.notes().forEach(top.putArray("notes")::add);
        ArrayNode issues = top.putArray("issues");
        list.issues().forEach(issue -> IssueJson.put(issues.addObject(), issue));
        Schema.named("demand").require("The demand list", top);
        return JsonText.write(top);
    }

    private static void put(ObjectNode node, Entry entry, DemandList list) {
        ValuedWorkload valued = entry.valued();
        Demand demand = Objects.requireNonNull(valued.demand());
        node.put("workload", valued.workload().id());
        node.put("pipeline", valued.workload().pipeline().slug());
        node.put("unit", valued.workload().pipeline().unit());
        node.put("low", demand.low()).put("mid", demand.mid()).put("high", demand.high());
        node.putObject("trend")
                .put("word", entry.trend().word())
                .put("percentAWeek", entry.trend().percent());
        ArrayNode evidence = node.putArray("evidence");
        demand.evidence()
                .forEach(seen ->
                        evidence.addObject().put("kind", seen.kind().word()).put("text", seen.text()));
        node.put("warmRivals", valued.warmRivals());
        put(node.putObject("warmPrices"), valued.beside().market());
        ArrayNode tiers = node.putArray("tiers");
        entry.tiers().forEach(tier -> put(tiers.addObject(), tier));
        PlannedPrice price = valued.price();
        if (price != null) {
            node.putObject("price")
                    .put("weiPerUnit", price.price().text())
                    .put("origin", price.origin().word())
                    .put("text", price.text());
        }
        node.putObject("share")
                .put("low", valued.share().low())
                .put("high", valued.share().high())
                .put("byLatency", valued.workload().pipeline().isLive());
        putWorth(node, valued, list);
    }

    private static void put(ObjectNode node, MarketPrices prices) {
        node.put("offers", prices.offers());
        prices.quantile(0).ifPresent(price -> node.put("low", price.text()));
        prices.median().ifPresent(price -> node.put("median", price.text()));
        prices.quantile(1).ifPresent(price -> node.put("high", price.text()));
    }

    private static void put(ObjectNode node, PriceTier tier) {
        node.put("place", tier.place());
        node.put("lowestWei", tier.lowestWei());
        node.put("highestWei", tier.highestWei());
        node.put("orchestrators", tier.orchestrators());
        node.put("known", tier.known());
        if (tier.known() == 0) {
            node.putNull("earns");
        } else {
            node.putObject("earns")
                    .put("low", tier.low().amount())
                    .put("high", tier.high().amount());
        }
    }

    private static void putWorth(ObjectNode node, ValuedWorkload valued, DemandList list) {
        ArrayNode replicas = node.putArray("replicas");
        valued.curve().marginal().stream()
                .limit(REPLICAS)
                .forEach(gwei -> putMoney(replicas.addObject(), gwei, list.usdPerEth()));
        ObjectNode first = node.putObject("firstReplica");
        putMoney(first.putObject("low"), valued.curve().low().amount(), list.usdPerEth());
        putMoney(first.putObject("high"), valued.curve().high().amount(), list.usdPerEth());
    }

    private static void putMoney(ObjectNode node, long gwei, BigDecimal usdPerEth) {
        BigDecimal eth = BigDecimal.valueOf(gwei, 9);
        node.put("gwei", gwei);
        node.put("eth", eth);
        node.put("usd", eth.multiply(usdPerEth).setScale(2, RoundingMode.HALF_EVEN));
    }
}
