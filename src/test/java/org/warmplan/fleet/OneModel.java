package org.warmplan.fleet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Vram;
import org.warmplan.domain.Workload;

/** A small catalogue of one made-up model, and cards to try it on. */
final class OneModel {
    static final Workload MODEL = new Workload(Pipeline.TEXT_TO_IMAGE, "maker/model");
    static final String GPU = "NVIDIA GeForce RTX 4090";
    static final CardClass CARD = card(GPU, 24564);
    static final CardClass BLACKWELL = card("NVIDIA GeForce RTX 5090", 32607);
    private static final RunnerImage IMAGE = new RunnerImage(
            "runner:latest", new RunnerImage.Doubt(Set.of(Architecture.BLACKWELL), "its torch is older", "a file"));

    private OneModel() {}

    static FitRules rules(VramFigures vram, FigureOverride... overrides) {
        return new FitRules(catalogue(vram, null), List.of(overrides), List.of());
    }

    static Catalogue catalogue(VramFigures vram, @Nullable Figure loadSeconds) {
        DocumentedPrice price = new DocumentedPrice(null, null);
        FlagVerdict no = new FlagVerdict(false, "never read", "a file");
        CatalogueModel model = new CatalogueModel(
                MODEL, IMAGE, List.of(), null, null, vram, loadSeconds, null, no, no, null, price, null);
        return new Catalogue(
                List.of(new CataloguePipeline(Pipeline.TEXT_TO_IMAGE, IMAGE, price, null, null)),
                List.of(model),
                List.of());
    }

    static VramFigures vram(@Nullable Figure warm, @Nullable Figure peak, MeasuredReading... readings) {
        return new VramFigures(null, warm, peak, List.of(readings), List.of());
    }

    static Figure figure(int low, int high) {
        return new Figure(BigDecimal.valueOf(low), BigDecimal.valueOf(high), "a page", null, null);
    }

    static MeasuredReading reading(String gpu, String gib) {
        BigDecimal used = new BigDecimal(gib);
        return new MeasuredReading(gpu, Vram.ofMib(24564), used, used, 1, "a table");
    }

    static FigureOverride own(@Nullable String gpu, @Nullable Long mib, @Nullable String seconds) {
        return new FigureOverride(
                MODEL, gpu, mib == null ? null : Vram.ofMib(mib), seconds == null ? null : new BigDecimal(seconds));
    }

    static CardClass card(String name, long mib) {
        return new CardClass(name, Vram.ofMib(mib), Vram.ofMib(mib - 1024));
    }
}
