package org.warmplan.worker.lint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.warmplan.fleet.FitRules;
import org.warmplan.worker.AiModel;
import org.warmplan.worker.Placement;

/**
 * How long a start takes before the node serves: containers are loaded one after another, and those with a url asked for
 * their health one after another (go-livepeer {@code cmd/livepeer/starter/starter.go:1471-1481} at 176aa415). Pulling
 * images is not counted.
 *
 * @param seconds for all warm containers together
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
        long seconds = 0;
        int guessed = 0;
        for (Placement placement : checked.startup().placements()) {
            Optional<BigDecimal> figure = placement
                    .entry()
                    .findWorkload()
                    .flatMap(workload -> known.findCard(placement.slot().device())
                            .flatMap(card -> known.rules().findLoadSeconds(workload, card.name()))
                            .or(() -> known.rules().findLoadSeconds(workload, "")));
            seconds += figure.map(s -> s.setScale(0, RoundingMode.CEILING).longValue())
                    .orElse(assumed);
            guessed += figure.isPresent() ? 0 : 1;
        }
        long external =
                checked.file().entries().stream().filter(e -> !e.isManaged()).count();
        return new LoadTimes(seconds, guessed, external);
    }

    /** After how many seconds go-livepeer gives up on a container of this entry and ends. */
    public static int limitSeconds(AiModel entry) {
        return entry.optimizationFlags().isEmpty() ? FitRules.LOAD_LIMIT_SECONDS : FLAGGED_LIMIT_SECONDS;
    }
}
