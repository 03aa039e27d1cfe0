package org.warmplan.replay.market;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.warmplan.demand.DemandPolicy;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Catalogue;
import org.warmplan.fleet.CatalogueModel;
import org.warmplan.fleet.Figure;

/**
 * Workloads of a market: models of the catalogue, with its figures where it has some and plausible ones where not, and
 * models nobody has heard of yet. The last one is {@code live-video-to-video/noop}.
 */
final class DrawnWorkloads {
    /** The test streams' workload. */
    static final Workload NOOP = new Workload(Pipeline.LIVE_VIDEO_TO_VIDEO, "noop");

    private static final double INVENTED = 0.2;
    private static final int LAST_BIRTH = 20;
    private static final double WEI_PER_ETH = 1e18;
    private static final double USD_PER_ETH = 3000;
    private static final double MIB_PER_GB = 1e9 / (1 << 20);

    /** MiB where nothing is known. */
    private static final Map<Pipeline, Integer> USUAL_MIB = Map.of(
            Pipeline.TEXT_TO_IMAGE, 11_000,
            Pipeline.IMAGE_TO_IMAGE, 11_000,
            Pipeline.IMAGE_TO_VIDEO, 19_000,
            Pipeline.UPSCALE, 5_500,
            Pipeline.AUDIO_TO_TEXT, 5_500,
            Pipeline.SEGMENT_ANYTHING_2, 6_000,
            Pipeline.LLM, 14_500,
            Pipeline.IMAGE_TO_TEXT, 3_000,
            Pipeline.LIVE_VIDEO_TO_VIDEO, 15_000,
            Pipeline.TEXT_TO_SPEECH, 6_000);

    /** Live video is asked 1,588 to 3,000 wei for where it is seen; the documents' example of 500 is lower. */
    private static final double LIVE_WEI = 2000;

    private final Catalogue catalogue;
    private final DemandPolicy policy;
    private final Dice dice;

    DrawnWorkloads(Catalogue catalogue, DemandPolicy policy, Dice dice) {
        this.catalogue = catalogue;
        this.policy = policy;
        this.dice = dice;
    }

    List<MarketWorkload> draw(int count, long shuffle) {
        List<CatalogueModel> models = new ArrayList<>(catalogue.listModels());
        models.removeIf(model -> model.workload().equals(NOOP));
        Collections.shuffle(models, new Random(shuffle));
        int invented = Math.max(3, (int) Math.round(INVENTED * count));
        List<MarketWorkload> workloads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean isNew = i >= count - invented || i >= models.size();
            Workload workload = isNew ? invented(i) : models.get(i).workload();
            int born = isNew ? dice.whole(1, LAST_BIRTH) : 0;
            workloads.add(workload(workload, isNew ? null : models.get(i), born));
        }
        workloads.add(new MarketWorkload(NOOP, Pipeline.LIVE_UNITS_PER_SECOND, 300, 0, 0, 500, 10, LIVE_WEI, 60, 0));
        return workloads;
    }

    private Workload invented(int number) {
        // Speech is left out: the two sides bill it a thousandfold apart.
        List<Pipeline> pipelines = List.of(
                Pipeline.TEXT_TO_IMAGE,
                Pipeline.IMAGE_TO_IMAGE,
                Pipeline.IMAGE_TO_VIDEO,
                Pipeline.LIVE_VIDEO_TO_VIDEO,
                Pipeline.LIVE_VIDEO_TO_VIDEO,
                Pipeline.LLM,
                Pipeline.SEGMENT_ANYTHING_2);
        return new Workload(dice.any(pipelines), String.format(Locale.ROOT, "invented/model-%02d", number));
    }

    private MarketWorkload workload(Workload workload, @Nullable CatalogueModel model, int born) {
        Pipeline pipeline = workload.pipeline();
        double load = middle(model == null ? null : model.loadSeconds(), dice.ratio(15, 90));
        if (pipeline.isLive()) {
            return new MarketWorkload(
                    workload,
                    Pipeline.LIVE_UNITS_PER_SECOND,
                    dice.ratio(240, 2400),
                    0,
                    dice.between(0.7, 1.4),
                    vram(pipeline, model),
                    load,
                    usual(pipeline, model),
                    60,
                    born);
        }
        DemandPolicy.Job job = policy.getJob(pipeline);
        return new MarketWorkload(
                workload,
                job.units() * dice.factor(0.3),
                job.seconds() * dice.factor(0.5),
                dice.between(0.2, 0.7),
                dice.between(0.1, 0.4),
                vram(pipeline, model),
                load,
                usual(pipeline, model),
                dice.ratio(20, 120),
                born);
    }

    private long vram(Pipeline pipeline, @Nullable CatalogueModel model) {
        double guess = USUAL_MIB.getOrDefault(pipeline, 10_000) * dice.factor(0.25);
        if (model == null) {
            return Math.round(guess);
        }
        double measured = model.vram().measured().stream()
                .mapToDouble(reading -> reading.high().mib())
                .max()
                .orElse(0);
        if (measured > 0) {
            return Math.round(measured + Math.max(1024, 0.05 * measured));
        }
        return Math.round(
                middle(model.vram().peakGb(), middle(model.vram().warmGb(), guess / MIB_PER_GB)) * MIB_PER_GB);
    }

    private static double usual(Pipeline pipeline, @Nullable CatalogueModel model) {
        if (pipeline.isLive()) {
            return LIVE_WEI;
        }
        Figure wei = model == null ? null : model.price().weiPerUnit();
        Figure usd = model == null ? null : model.price().usdPerUnit();
        if (pipeline == Pipeline.LLM) {
            return middle(usd, 8e-8) / USD_PER_ETH * WEI_PER_ETH;
        }
        return middle(wei, pipeline == Pipeline.IMAGE_TO_VIDEO ? 9_536_742 : 4_768_371);
    }

    private static double middle(@Nullable Figure figure, double otherwise) {
        return figure == null
                ? otherwise
                : figure.low().add(figure.high()).divide(BigDecimal.valueOf(2)).doubleValue();
    }
}
