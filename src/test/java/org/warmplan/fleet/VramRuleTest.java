package org.warmplan.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmplan.fleet.OneModel.BLACKWELL;
import static org.warmplan.fleet.OneModel.CARD;
import static org.warmplan.fleet.OneModel.GPU;
import static org.warmplan.fleet.OneModel.MODEL;
import static org.warmplan.fleet.OneModel.card;
import static org.warmplan.fleet.OneModel.catalogue;
import static org.warmplan.fleet.OneModel.figure;
import static org.warmplan.fleet.OneModel.own;
import static org.warmplan.fleet.OneModel.reading;
import static org.warmplan.fleet.OneModel.rules;
import static org.warmplan.fleet.OneModel.vram;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Vram;
import org.warmplan.domain.Workload;
import org.warmplan.fleet.Fit.Fits;
import org.warmplan.fleet.Fit.NoFigure;
import org.warmplan.fleet.Fit.Obstacle;

final class VramRuleTest {
    @Test
    void takesTheOperatorsFigureFirst() {
        FitRules rules = rules(vram(figure(10, 12), figure(10, 20), reading(GPU, "8")), own(null, 9000L, null));

        assertThat(rules.fit(MODEL, CARD))
                .isEqualTo(new Fits(Vram.ofMib(9000), VramRule.OWN_FIGURE, "Your own figure is 9000 MiB."));
    }

    @Test
    void prefersTheOperatorsFigureForTheVeryCard() {
        FitRules rules = rules(vram(null, null), own(null, 9000L, null), own(GPU, 8000L, null));

        assertThat(rules.fit(MODEL, CARD)).extracting("need").isEqualTo(Vram.ofMib(8000));
        assertThat(rules.fit(MODEL, card("NVIDIA L4", 23034)))
                .extracting("need")
                .isEqualTo(Vram.ofMib(9000));
    }

    @Test
    void leavesTheWholeCardToWhatWasSeenAloneThere() {
        FitRules rules = new FitRules(
                catalogue(vram(figure(40, 60), figure(40, 60)), null),
                List.of(),
                List.of(new SeenAlone(MODEL, GPU, Vram.ofMib(24564), "a snapshot")));

        assertThat(rules.fit(MODEL, CARD))
                .isEqualTo(new Fits(
                        CARD.net(),
                        VramRule.SEEN_ALONE,
                        "It was seen alone on a card of this class (a snapshot), so it fits, and takes all 23.0 GiB"
                                + " to plan with."));
    }

    @Test
    void countsAReadingOnTheClassAsSeenThere() {
        assertThat(rules(vram(null, null, reading(GPU, "22.7"))).fit(MODEL, CARD))
                .isInstanceOfSatisfying(Fits.class, fits -> {
                    assertThat(fits.rule()).isEqualTo(VramRule.SEEN_ALONE);
                    assertThat(fits.need()).isEqualTo(CARD.net());
                });
    }

    @Test
    void takesNoSightingOnABiggerCardOfTheSameName() {
        CardClass small = card("NVIDIA GeForce RTX 4060 Ti", 8188);
        FitRules rules = new FitRules(
                catalogue(vram(null, null), null),
                List.of(),
                List.of(new SeenAlone(MODEL, small.gpuName(), Vram.ofMib(16380), "a snapshot")));

        assertThat(rules.fit(MODEL, small)).isInstanceOf(NoFigure.class);
    }

    @Test
    void addsFifteenPercentToTheHighestReading() {
        Fit fit = rules(vram(null, null, reading("NVIDIA A40", "10"), reading("NVIDIA A10", "8")))
                .fit(MODEL, CARD);

        assertThat(fit)
                .isEqualTo(new Fits(
                        Vram.ofMib(11776),
                        VramRule.MEASURED_IDLE,
                        "Idle it was measured at 10 GiB on the NVIDIA A40 (a table); with 1.5 GiB on top for requests"
                                + " it is 11.5 GiB."));
    }

    @Test
    void addsAtLeastOneGibToAReading() {
        assertThat(rules(vram(null, null, reading("NVIDIA A40", "2"))).fit(MODEL, CARD))
                .extracting("need")
                .isEqualTo(Vram.ofMib(3072));
    }

    @Test
    void tellsOfASourceThatContradictsTheNeed() {
        Fit fit = rules(vram(null, figure(8, 12), reading("NVIDIA A40", "2"))).fit(MODEL, CARD);

        assertThat(fit.reason()).endsWith("it is 3.0 GiB. Another source has more: 8 to 12 GB (a page).");
    }

    @Test
    void takesTheHighEndOfTheDocumentedPeak() {
        assertThat(rules(vram(figure(10, 12), figure(14, 16))).fit(MODEL, CARD))
                .isEqualTo(new Fits(
                        Vram.ofGb(BigDecimal.valueOf(16)),
                        VramRule.DOCUMENTED_PEAK,
                        "The documented peak is 14 to 16 GB (a page)."));
    }

    @Test
    void marksTheDocumentedWarmFigureAsAnEstimate() {
        Fit fit = rules(vram(figure(8, 10), null)).fit(MODEL, CARD);

        assertThat(fit)
                .isEqualTo(new Fits(
                        Vram.ofMib(12398),
                        VramRule.DOCUMENTED_WARM,
                        "Estimate: the documented warm figure is 8 to 10 GB (a page), and 1.3 times its high end is"
                                + " 12.1 GiB."));
        assertThat(VramRule.DOCUMENTED_WARM.isEstimate()).isTrue();
        assertThat(VramRule.DOCUMENTED_PEAK.isEstimate()).isFalse();
    }

    @Test
    void plansWithNoFigureOfOtherSoftware() {
        Figure other = new Figure(BigDecimal.valueOf(8), BigDecimal.TEN, "a page", null, "Ollama");

        assertThat(rules(vram(null, other)).fit(MODEL, CARD))
                .isEqualTo(new NoFigure(
                        "Nothing public says how much VRAM it takes under the network's own runner. What is known does"
                                + " not settle it: peak 8 to 10 GB with Ollama (a page).",
                        "measure it while it serves (nvidia-smi shows the memory used) and add the MiB under overrides"
                                + " as vramMib"));
    }

    @Test
    void hasNoFigureForWhatTheCatalogueDoesNotHold() {
        Workload unknown = new Workload(Pipeline.TEXT_TO_IMAGE, "maker/other");

        assertThat(rules(vram(null, null)).fit(unknown, CARD))
                .isInstanceOfSatisfying(
                        NoFigure.class,
                        none -> assertThat(none.reason())
                                .isEqualTo(
                                        "Nothing public says how much VRAM it takes under the network's own runner."));
    }

    @Test
    void plansTheShippedModelsAsTheirFiguresSay() {
        FitRules rules = new FitRules(Shipped.CATALOGUE, List.of(), List.of());
        Workload realvis = new Workload(Pipeline.TEXT_TO_IMAGE, "SG161222/RealVisXL_V4.0_Lightning");
        Workload flux = new Workload(Pipeline.TEXT_TO_IMAGE, "black-forest-labs/FLUX.1-dev");
        Workload llama = new Workload(Pipeline.LLM, "meta-llama/Meta-Llama-3.1-8B-Instruct");

        assertThat(rules.fit(realvis, CARD)).extracting("rule").isEqualTo(VramRule.MEASURED_IDLE);
        assertThat(rules.fit(realvis, card("NVIDIA GeForce RTX 3090", 24576)))
                .extracting("rule")
                .isEqualTo(VramRule.SEEN_ALONE);
        assertThat(rules.fit(realvis, BLACKWELL)).extracting("obstacle").isEqualTo(Obstacle.IMAGE_NOT_PROVEN);
        assertThat(rules.fit(flux, CARD)).extracting("obstacle").isEqualTo(Obstacle.TOO_LARGE);
        assertThat(rules.fit(llama, CARD)).isInstanceOf(NoFigure.class);
    }
}
