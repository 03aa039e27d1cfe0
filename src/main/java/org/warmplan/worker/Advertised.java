package org.warmplan.worker;

/**
 * What the worker announces for one model.
 *
 * @param capability go-livepeer's name of the capability, like {@code Text to image}
 * @param warm the flag of the file, whatever the containers do
 * @param capacity requests at once. Live video: managed containers at start. Otherwise one per managed entry plus the
 *     capacity of external ones, which may be negative
 */
public record Advertised(String capability, String modelId, boolean warm, long capacity) {}
