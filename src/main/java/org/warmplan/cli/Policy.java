package org.warmplan.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.warmplan.demand.DemandPolicy;
import org.warmplan.demand.SharePolicy;
import org.warmplan.demand.forecast.ForecastPolicy;
import org.warmplan.domain.InputException;
import org.warmplan.domain.UsageException;
import org.warmplan.domain.Vram;
import org.warmplan.explain.ExperimentPolicy;
import org.warmplan.files.Document;
import org.warmplan.files.Fields;
import org.warmplan.files.Schema;
import org.warmplan.report.Setting;
import org.warmplan.value.CalibrationPolicy;
import org.warmplan.value.ChangePolicy;
import org.warmplan.value.PricePolicy;
import org.warmplan.value.ReloadPolicy;
import org.warmplan.value.ValuePolicy;

/**
 * policy.yaml: every weight and assumption, each section read by the room that uses it.
 *
 * @param settings what was set over the file for this run
 */
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
        CalibrationPolicy calibration,
        ExperimentPolicy experiments,
        List<Setting> settings) {
    private static final int VERSION = 1;

    /** The file as it stands. */
    static Policy read(Path file) {
        return read(Document.ofYaml(file, "The policy"), List.of());
    }

    /**
     * The file with what is set over it. The file is read by itself first: a mistake in it is told with its line.
     *
     * @throws UsageException when it is sound without the settings only
     */
    static Policy read(Path file, PolicySettings set) {
        Document document = Document.ofYaml(file, "The policy");
        Policy alone = read(document, List.of());
        if (set.isEmpty()) {
            return alone;
        }
        try {
            return read(set.over(document), set.list(document));
        } catch (InputException e) {
            throw set.wrong(e);
        }
    }

    private static Policy read(Document document, List<Setting> settings) {
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
                CalibrationPolicy.of(top.object("calibration")),
                ExperimentPolicy.of(top.object("experiments")),
                settings);
        vram.end();
        top.end();
        Schema.named("policy").check(document);
        return policy;
    }

    Policy withOwnPricesOnly() {
        return new Policy(
                usdPerEth,
                headroom,
                demand,
                forecast,
                prices.ownOnly(),
                share,
                value,
                changes,
                reload,
                calibration,
                experiments,
                settings);
    }
}
