package org.warmplan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.warmplan.domain.Pipeline;
import org.warmplan.domain.Vram;
import org.warmplan.domain.Workload;
import org.warmplan.explain.SlotPlan;
import org.warmplan.fleet.Fit;
import org.warmplan.fleet.FleetGpu;
import org.warmplan.fleet.VramRule;

final class VramBarTest {
    private static FleetGpu gpu(long mib, long reserved) {
        return new FleetGpu("0", "NVIDIA GeForce RTX 4090", Vram.ofMib(mib), Vram.ofMib(reserved));
    }

    private static SlotPlan slot(FleetGpu gpu, @Nullable String model, @Nullable Fit fit) {
        Workload workload = model == null ? null : new Workload(Pipeline.UPSCALE, model);
        return new SlotPlan("rig1/0", gpu, 0, 0, workload, null, 0, null, null, true, fit);
    }

    private static Fit fits(long mib) {
        return new Fit.Fits(Vram.ofMib(mib), VramRule.DOCUMENTED_WARM, "Because.");
    }

    @Test
    void drawsSeveralContainersAndWhatIsReserved() {
        FleetGpu gpu = gpu(10_240, 1_024);
        VramBar bar = VramBar.of(gpu, List.of(slot(gpu, "a/first", fits(5_120)), slot(gpu, "b", fits(2_048))));

        assertThat(bar.parts())
                .containsExactly(
                        new VramBar.Part("load-1", "first", "5.0 GiB, rule 5 (estimate)", "0.00%", "50.00%"),
                        new VramBar.Part("load-2", "b", "2.0 GiB, rule 5 (estimate)", "50.00%", "20.00%"),
                        new VramBar.Part("reserved", "reserved", "1.0 GiB", "70.00%", "10.00%"),
                        new VramBar.Part("left", "left over", "2.0 GiB", "80.00%", "20.00%"));
        assertThat(bar.isOver()).isFalse();
        assertThat(bar.description())
                .isEqualTo("VRAM, 10.0 GiB: first 5.0 GiB, rule 5 (estimate); b 2.0 GiB, rule 5 (estimate);"
                        + " reserved 1.0 GiB; left over 2.0 GiB.");
    }

    @Test
    void isAllLeftOverOnAFreeCard() {
        FleetGpu gpu = gpu(8_192, 0);

        assertThat(VramBar.of(gpu, List.of(slot(gpu, null, null))).parts())
                .containsExactly(new VramBar.Part("left", "left over", "8.0 GiB", "0.00%", "100.00%"));
    }

    @Test
    void showsWhereTheCardEndsWhenMoreIsNeeded() {
        FleetGpu gpu = gpu(8_192, 0);
        Fit tooLarge = new Fit.Unfit(Fit.Obstacle.TOO_LARGE, Vram.ofMib(16_384), "Too large.", "none");
        VramBar bar = VramBar.of(gpu, List.of(slot(gpu, "a/b", tooLarge)));

        assertThat(bar.isOver()).isTrue();
        assertThat(bar.end()).isEqualTo("50.00%");
        assertThat(bar.parts()).extracting(VramBar.Part::width).containsExactly("100.00%");
        assertThat(bar.description()).endsWith("together more than the card has.");
    }

    @Test
    void saysThatANeedIsNotKnown() {
        FleetGpu gpu = gpu(8_192, 0);
        VramBar bar = VramBar.of(gpu, List.of(slot(gpu, "a/b", new Fit.NoFigure("Nobody says.", "measure it"))));

        assertThat(bar.notes()).containsExactly("b: need not known");
        assertThat(bar.description()).contains("b: need not known");
    }
}
