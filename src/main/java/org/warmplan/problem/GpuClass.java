package org.warmplan.problem;

/** Cards that are alike. {@code vramMib} is net: what a plan may fill, the headroom already off. */
public record GpuClass(String id, long vramMib) {
    public GpuClass {
        Limits.id("class", id);
        Limits.amount("vramMib of class " + id, vramMib);
    }
}
