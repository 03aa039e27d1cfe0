package org.warmplan.report;

import java.util.List;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.warmplan.demand.Demand;
import org.warmplan.domain.Workload;
import org.warmplan.explain.Change;
import org.warmplan.explain.Choice;
import org.warmplan.explain.Experiment;
import org.warmplan.explain.ExperimentsFile;
import org.warmplan.explain.SlotPlan;
import org.warmplan.explain.WorkerPlan;
import org.warmplan.files.JsonText;
import org.warmplan.files.Schema;
import org.warmplan.fleet.Fit;
import org.warmplan.value.MarketPrices;
import org.warmplan.value.PlannedPrice;
import org.warmplan.value.PriceComparison;
import org.warmplan.value.ValuedWorkload;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** plan.json, version 1: what other programs read. Money is whole gwei per week. */
public final class PlanJson {
    private static final int VERSION = 1;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PlanJson() {}

    /**
     * The file's text.
     *
     * @param published the aiModels.json files beside it
     */
    public static String write(PlanReport report, List<PublishedFile> published) {
        ObjectNode plan = NODES.objectNode();
        plan.put("version", VERSION);
        plan.put("generatedAt", report.at().toString());
        plan.put("example", report.example());
        if (report.orchestrator() != null) {
            plan.put("orchestrator", report.orchestrator().value());
        }
        report.inputs().forEach(each(plan.putArray("inputs"), PlanJson::input));
        report.warnings().forEach(plan.putArray("warnings")::add);
        report.settings().forEach(each(plan.putArray("settings"), SettingJson::put));
        report.explanation().workers().forEach(each(plan.putArray("workers"), PlanJson::worker));
        putChoice(plan, report.explanation().choice());
        report.explanation().changes().forEach(each(plan.putArray("changes"), PlanJson::change));
        Experiment experiment = report.explanation().experiment();
        if (experiment != null) {
            ExperimentsFile.put(plan.putObject("experiment"), experiment);
        }
        published.forEach(each(plan.putArray("files"), PlanJson::file));
        ArrayNode files = plan.putArray("fileChanges");
        report.fileChanges()
                .forEach((worker, lines) -> lines.forEach(
                        text -> files.addObject().put("worker", worker).put("text", text)));
        ArrayNode demand = plan.putArray("demand");
        report.explanation().valued().values().stream()
                .filter(w -> w.demand() != null)
                .forEach(each(demand, PlanJson::demand));
        LookBackJson.put(plan, report.lookBack());
        Mixes.put(plan.putArray("mixes"), report.mixes());
        LeftOutRows.put(plan.putArray("leftOut"), report.leftOut());
        ArrayNode fits = plan.putArray("fits");
        report.explanation().fits().forEach((workload, byClass) -> fits(fits, workload, byClass));
        report.issues().forEach(each(plan.putArray("issues"), IssueJson::put));
        Schema.named("plan").require("plan.json", plan);
        return JsonText.write(plan);
    }

    private static <T> Consumer<T> each(ArrayNode array, BiConsumer<ObjectNode, T> fill) {
        return item -> fill.accept(array.addObject(), item);
    }

    private static void input(ObjectNode node, SeenInput input) {
        node.put("source", input.source());
        node.put("kind", input.kind());
        node.put("instant", input.instant().toString());
        node.put("sha256", input.sha256());
    }

    private static void worker(ObjectNode node, WorkerPlan plan) {
        node.put("name", plan.worker().name());
        node.put("role", plan.worker().role().word());
        node.put("nvidia", plan.nvidia());
        node.put("reordered", plan.reordered());
        plan.slots().forEach(each(node.putArray("slots"), PlanJson::slot));
        ArrayNode cold = node.putArray("cold");
        plan.cold().forEach(workload -> cold.add(workload.id()));
        node.put("freeSlots", plan.freeSlots());
        node.put("reload", plan.reload());
    }

    private static void slot(ObjectNode node, SlotPlan slot) {
        node.put("gpu", slot.gpu().name());
        node.put("device", slot.gpu().device());
        node.put("slot", slot.slot());
        node.put("container", slot.container());
        node.put("workload", id(slot.workload()));
        node.put("before", id(slot.before()));
        node.put("contribution", slot.contribution());
        node.put("runnerUp", id(slot.runnerUp()));
        node.put("flipPrice", slot.flipPrice());
        node.put("flipProven", slot.flipProven());
        Fit fit = slot.fit();
        if (fit != null) {
            fit(node.putObject("vram"), fit);
        }
    }

    private static void fit(ObjectNode node, Fit fit) {
        node.put("fits", fit instanceof Fit.Fits);
        if (fit instanceof Fit.Fits fits) {
            node.put("needMib", fits.need().mib());
            node.put("rule", fits.rule().number());
            node.put("estimate", fits.rule().isEstimate());
        }
        node.put("reason", fit.reason());
    }

    private static void fits(ArrayNode array, Workload workload, SortedMap<String, Fit> byClass) {
        byClass.forEach((card, fit) -> {
            ObjectNode node = array.addObject();
            node.put("workload", workload.id());
            node.put("class", card);
            fit(node, fit);
        });
    }

    private static void putChoice(ObjectNode plan, Choice choice) {
        plan.put("value", choice.published().value());
        plan.put("bound", choice.published().bound());
        plan.put("gap", choice.published().gap());
        plan.put("foundBy", choice.published().foundBy().word());
        plan.put("chosen", choice.isKept() ? "keep" : "plan");
        plan.put("bestValue", choice.best().value());
        choice.currentValue().ifPresent(value -> plan.put("currentValue", value));
        plan.put("minimumGain", choice.minimumGain());
    }

    private static void change(ObjectNode node, Change change) {
        node.put("kind", change.kind().word());
        node.put("workload", change.workload().id());
        node.put("worker", change.worker());
        node.put("count", change.count());
        node.put("reason", change.reason());
    }

    private static void file(ObjectNode node, PublishedFile file) {
        node.put("worker", file.worker());
        node.put("path", file.path());
        node.put("before", file.before());
        node.put("sha256", file.sha256());
    }

    private static void demand(ObjectNode node, ValuedWorkload valued) {
        Demand demand = valued.demand();
        if (demand == null) {
            return;
        }
        node.put("workload", valued.workload().id());
        node.put("unit", valued.workload().pipeline().unit());
        node.put("low", demand.low());
        node.put("mid", demand.mid());
        node.put("high", demand.high());
        demand.evidence().forEach(each(node.putArray("evidence"), (entry, evidence) -> {
            entry.put("kind", evidence.kind().word());
            entry.put("text", evidence.text());
        }));
        node.put("warmRivals", valued.warmRivals());
        node.putObject("share")
                .put("low", valued.share().low())
                .put("high", valued.share().high());
        PlannedPrice price = valued.price();
        if (price != null) {
            ObjectNode priced = node.putObject("price");
            priced.put("weiPerUnit", price.price().text());
            priced.put("origin", price.origin().word());
            priced.put("suggested", price.isSuggested());
            priced.put("text", price.text());
            beside(priced, valued.beside());
        }
        ArrayNode marginal = node.putArray("marginal");
        valued.curve().marginal().stream().limit(3).forEach(marginal::add);
        node.putObject("firstReplica")
                .put("low", valued.curve().low().amount())
                .put("high", valued.curve().high().amount());
    }

    /** What others ask and what the documents say. */
    static void beside(ObjectNode node, PriceComparison beside) {
        MarketPrices prices = beside.market();
        ObjectNode market = node.putObject("market").put("offers", prices.offers());
        prices.quantile(0).ifPresent(price -> market.put("low", price.text()));
        prices.quantile(0.25).ifPresent(price -> market.put("q25", price.text()));
        prices.median().ifPresent(price -> market.put("median", price.text()));
        prices.quantile(0.75).ifPresent(price -> market.put("q75", price.text()));
        prices.quantile(1).ifPresent(price -> market.put("high", price.text()));
        beside.documented()
                .figures()
                .forEach(each(
                        node.putArray("documented"),
                        (entry, figure) ->
                                entry.put("weiPerUnit", figure.price().text()).put("text", figure.text())));
    }

    private static @Nullable String id(@Nullable Workload workload) {
        return workload == null ? null : workload.id();
    }
}
