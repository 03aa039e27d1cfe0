package org.warmplan.problem;

/**
 * Demands one replica of a workload on a card or anywhere on a worker; k equal pins demand k replicas.
 *
 * @param onGpu whether {@code place} is a gpu's id, else it is a worker's
 */
public record PinSpec(boolean onGpu, String place, String workload) {}
