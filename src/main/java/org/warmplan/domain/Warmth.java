package org.warmplan.domain;

/** Whether a workload's weights are in VRAM before the first request: the advertised flag, not the real state. */
public enum Warmth {
    WARM,
    COLD
}
