package org.warmplan.worker.lint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.warmplan.fleet.FitRules;
import org.warmplan.worker.AiModel;
import org.warmplan.worker.Placement;

/**
 * How long a start takes before all that is warm serves: containers are loaded one after another, and those with a url asked for
 * their health one after another (go-livepeer {@code cmd/livepeer/starter/starter.go:1471-1481} at 176aa415). Only live
 * video answers while it still loads, so the start goes on without it ({@code ai/worker/container.go:113-139}, ai-runner
 * {@code runner/src/runner/pipelines/live_video_to_video.py:76-108} at 50a742ce). Pulling images is not counted.
 *
 * @param seconds until all that is warm has loaded
 * @param guessed how many of them have no figure and are counted with {@code assumed}
 * @param external how many entries with a url are waited for, up to {@value #EXTERNAL_LIMIT_SECONDS} s each
 */
public record LoadTimes(long seconds, int guessed, long external) {
    /** A container with any optimisation flag gets longer ({@code ai/worker/docker.go:36-43,480-485}). */
    private static final int FLAGGED_LIMIT_SECONDS = 300;

    /** {@code ai/worker/docker.go:35}. */
    public static final int EXTERNAL_LIMIT_SECONDS = 120;

    /**
     * How long the start of a checked file takes, as far as it gets.
     *
     * @param assumed seconds for a model without a figure
     */
    public static LoadTimes of(Checked checked, Known known, long assumed) {
        long serving = 0;
        long all = 0;
        int guessed = 0;
        for (Placement placement : checked.startup().placements()) {
            Optional<BigDecimal> figure = placement
                    .entry()
                    .findWorkload()
                    .flatMap(workload -> known.findCard(placement.slot().device())
                            .flatMap(card -> known.rules().findLoadSeconds(workload, card.name()))
                            .or(() -> known.rules().findLoadSeconds(workload, "")));
            long load = figure.map(s -> s.setScale(0, RoundingMode.CEILING).longValue())
                    .orElse(assumed);
            all = Math.max(all, serving + load);
            serving += placement.entry().isLive() ? 0 : load;
            guessed += figure.isPresent() ? 0 : 1;
        }
        long external =
                checked.file().entries().stream().filter(e -> !e.isManaged()).count();
        return new LoadTimes(all, guessed, external);
    }

    /**
     * After how many seconds go-livepeer gives up on a container of this entry: it ends, or starts it again where that is
     * live video, for which flags give no longer time ({@code ai/worker/docker.go:700-703}), or fails the job where the
     * entry is cold.
     */
    public static int limitSeconds(AiModel entry) {
        return entry.optimizationFlags().isEmpty() || entry.isLive() || !entry.warm()
                ? FitRules.LOAD_LIMIT_SECONDS
                : FLAGGED_LIMIT_SECONDS;
    }
}
