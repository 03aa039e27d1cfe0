package org.warmplan.replay.market;

/**
 * A card of a node.
 *
 * @param uuid as NVML gives it
 * @param name as NVML gives it
 * @param totalMib its memory in MiB
 * @param speed how many requests it serves while a reference card serves one
 */
public record MarketCard(String uuid, String name, long totalMib, double speed) {}
