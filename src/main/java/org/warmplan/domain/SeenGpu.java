package org.warmplan.domain;

/**
 * A card as a runner reported it when its container became ready.
 *
 * @param uuid the NVML id; it changes when a cloud host is rebuilt
 * @param name the NVML name, like {@code NVIDIA GeForce RTX 4090}; may be empty
 * @param totalBytes NVML memory total; 0 when not reported
 * @param freeBytes NVML memory free at that time, not now; 0 when not reported
 */
public record SeenGpu(String uuid, String name, long totalBytes, long freeBytes) {}
