package org.warmplan.fleet;

import org.warmplan.domain.Vram;

/** Whether a workload may newly be warmed on a class of cards, and why. */
public sealed interface Fit {
    /** Whole sentences for the operator: the figure, and where it comes from. */
    String reason();

    /**
     * It fits.
     *
     * @param need the VRAM to plan with, at most the net VRAM of the class
     */
    record Fits(Vram need, VramRule rule, String reason) implements Fit {}

    /**
     * Nothing says how much VRAM it takes.
     *
     * @param wayOut what figure would change that
     */
    record NoFigure(String reason, String wayOut) implements Fit {}

    /**
     * Something speaks against it.
     *
     * @param need the VRAM it would take
     * @param wayOut what would change that
     */
    record Unfit(Obstacle obstacle, Vram need, String reason, String wayOut) implements Fit {}

    /** What can speak against a workload on a class of cards. */
    enum Obstacle {
        /** It needs more VRAM than the class has. */
        TOO_LARGE,
        /** Docker takes no container of its name. */
        NO_CONTAINER,
        /** A live pipeline for which go-livepeer has no image. */
        NO_IMAGE,
        /** The image is not proven on such cards. */
        IMAGE_NOT_PROVEN,
        /** It would not be ready in time, and the node would end. */
        LOADS_TOO_LONG
    }
}
