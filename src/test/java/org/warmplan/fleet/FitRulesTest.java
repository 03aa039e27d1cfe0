package org.warmplan.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmplan.fleet.OneModel.BLACKWELL;
import static org.warmplan.fleet.OneModel.CARD;
import static org.warmplan.fleet.OneModel.GPU;
import static org.warmplan.fleet.OneModel.MODEL;
import static org.warmplan.fleet.OneModel.catalogue;
import static org.warmplan.fleet.OneModel.figure;
import static org.warmplan.fleet.OneModel.own;
import static org.warmplan.fleet.OneModel.rules;
import static org.warmplan.fleet.OneModel.vram;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Vram;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Fit.Fits;
import org.warmplan.fleet.Fit.Obstacle;
import org.warmplan.fleet.Fit.Unfit;

final class FitRulesTest {
    private static final Workload LIVE = new Workload(Pipeline.LIVE_VIDEO_TO_VIDEO, "own-effects");

    @Test
    void refusesWhatIsTooLarge() {
        Fit fit = rules(vram(null, figure(20, 30))).fit(MODEL, CARD);

        assertThat(fit).isInstanceOfSatisfying(Unfit.class, unfit -> {
            assertThat(unfit.obstacle()).isEqualTo(Obstacle.TOO_LARGE);
            assertThat(unfit.need()).isEqualTo(Vram.ofMib(28611));
            assertThat(unfit.reason())
                    .isEqualTo("It needs 27.9 GiB, and this card has 23.0 GiB to plan with."
                            + " The documented peak is 20 to 30 GB (a page).");
        });
    }

    @Test
    void refusesAnOperatorsFigureThatIsTooLarge() {
        assertThat(rules(vram(null, null), own(null, 24000L, null)).fit(MODEL, CARD))
                .extracting("obstacle")
                .isEqualTo(Obstacle.TOO_LARGE);
    }

    @Test
    void refusesAnImageThatIsNotProvenOnTheCard() {
        Fit fit = rules(vram(null, figure(8, 10))).fit(MODEL, BLACKWELL);

        assertThat(fit)
                .isEqualTo(new Unfit(
                        Obstacle.IMAGE_NOT_PROVEN,
                        Vram.ofGb(BigDecimal.TEN),
                        "The image runner:latest is not proven on this card: its torch is older (a file). The documented"
                                + " peak is 8 to 10 GB (a page).",
                        "try it by hand, then add vramMib under overrides with gpu: NVIDIA GeForce RTX 5090"));
    }

    @Test
    void takesTheOperatorsWordForTheVeryCardAsProof() {
        FitRules forAll = rules(vram(null, null), own(null, 9000L, null));
        FitRules forCard = rules(vram(null, null), own(BLACKWELL.gpuName(), 9000L, null));

        assertThat(forAll.fit(MODEL, BLACKWELL)).extracting("obstacle").isEqualTo(Obstacle.IMAGE_NOT_PROVEN);
        assertThat(forCard.fit(MODEL, BLACKWELL)).isInstanceOf(Fits.class);
    }

    @Test
    void takesASightingAsProof() {
        FitRules rules = new FitRules(
                catalogue(vram(null, null), null),
                List.of(),
                List.of(new SeenAlone(MODEL, BLACKWELL.gpuName(), Vram.ZERO, "a snapshot")));

        assertThat(rules.fit(MODEL, BLACKWELL)).isInstanceOf(Fits.class);
    }

    @Test
    void refusesALivePipelineWithoutAnImage() {
        FitRules rules = new FitRules(
                catalogue(vram(null, null), null),
                List.of(),
                List.of(new SeenAlone(LIVE, GPU, Vram.ZERO, "a snapshot")));

        assertThat(rules.fit(LIVE, CARD)).extracting("obstacle").isEqualTo(Obstacle.NO_IMAGE);
    }

    @Test
    void takesTheOperatorsWordForAnImageOfTheirOwn() {
        FitRules rules = new FitRules(
                catalogue(vram(null, null), null),
                List.of(new FigureOverride(LIVE, null, Vram.ofMib(9000), null)),
                List.of());

        assertThat(rules.fit(LIVE, CARD)).isInstanceOf(Fits.class);
    }

    @Test
    void refusesWhatLoadsLongerThanTheNodeWaits() {
        FitRules rules = new FitRules(catalogue(vram(null, figure(8, 10)), figure(60, 181)), List.of(), List.of());

        assertThat(rules.fit(MODEL, CARD))
                .isEqualTo(new Unfit(
                        Obstacle.LOADS_TOO_LONG,
                        Vram.ofGb(BigDecimal.TEN),
                        "It takes up to 181 s to load, and go-livepeer ends when a container is not ready after 180 s."
                                + " The documented peak is 8 to 10 GB (a page).",
                        "put the weights on a faster disk, then add your own loadSeconds under overrides"));
    }

    @Test
    void takesTheOperatorsLoadTimeFirst() {
        FitRules rules = new FitRules(
                catalogue(vram(null, figure(8, 10)), figure(60, 200)), List.of(own(null, null, "180")), List.of());

        assertThat(rules.fit(MODEL, CARD)).isInstanceOf(Fits.class);
        assertThat(rules.findLoadSeconds(MODEL, GPU)).contains(new BigDecimal("180"));
    }

    @Test
    void plansALoadWithTheHighEnd() {
        FitRules rules = new FitRules(catalogue(vram(null, null), figure(30, 90)), List.of(), List.of());

        assertThat(rules.findLoadSeconds(MODEL, GPU)).contains(BigDecimal.valueOf(90));
    }

    @Test
    void hasNoLoadTimeFromOtherSoftware() {
        Figure other = new Figure(BigDecimal.ONE, BigDecimal.TEN, "a page", null, "Candle");
        FitRules rules = new FitRules(catalogue(vram(null, null), other), List.of(), List.of());

        assertThat(rules.findLoadSeconds(MODEL, GPU)).isEmpty();
    }
}
