package org.warmplan.certify;

import java.util.List;

/**
 * One way to fill a gpu.
 *
 * @param replicas workloads as numbers, ascending
 * @param worth Σ(π + linear − changeCost if added) − λ·changed slots
 * @param changed slots
 */
record Filling(List<Integer> replicas, Exact worth, int changed) {}
