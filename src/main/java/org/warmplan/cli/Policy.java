package org.warmplan.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.warmplan.demand.DemandPolicy;
import org.warmplan.demand.SharePolicy;
import org.warmplan.demand.forecast.ForecastPolicy;
import org.warmplan.domain.Vram;
import org.warmplan.explain.ExperimentPolicy;
import org.warmplan.files.Document;
import org.warmplan.files.Fields;
import org.warmplan.files.Schema;
import org.warmplan.value.ChangePolicy;
import org.warmplan.value.PricePolicy;
import org.warmplan.value.ReloadPolicy;
import org.warmplan.value.ValuePolicy;

/** policy.yaml: every weight and assumption, each section read by the room that uses it. */
record Policy(
        BigDecimal usdPerEth,
        Vram headroom,
        DemandPolicy demand,
        ForecastPolicy forecast,
        PricePolicy prices,
        SharePolicy share,
        ValuePolicy value,
        ChangePolicy changes,
        ReloadPolicy reload,
        ExperimentPolicy experiments) {
    private static final int VERSION = 1;

    static Policy read(Path file) {
        Document document = Document.ofYaml(file, "The policy");
        Fields top = document.fields();
        top.integer("version", VERSION, VERSION);
        Fields vram = top.object("vram");
        Policy policy = new Policy(
                top.number("ethUsd", BigDecimal.ONE, BigDecimal.valueOf(10_000_000)),
                Vram.ofMib(vram.integer("headroomMib", 0, 1_000_000)),
                DemandPolicy.of(top.object("demand")),
                ForecastPolicy.of(top.object("forecast")),
                PricePolicy.of(top.object("prices")),
                SharePolicy.of(top.object("share")),
                ValuePolicy.of(top.object("value")),
                ChangePolicy.of(top.object("changes")),
                ReloadPolicy.of(top.object("reload")),
                ExperimentPolicy.of(top.object("experiments")));
        vram.end();
        top.end();
        Schema.named("policy").check(document);
        return policy;
    }

    Policy withOwnPricesOnly() {
        return new Policy(
                usdPerEth, headroom, demand, forecast, prices.ownOnly(), share, value, changes, reload, experiments);
    }
}
