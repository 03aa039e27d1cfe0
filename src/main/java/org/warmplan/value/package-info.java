/**
 * What the n-th warm replica of a workload would earn here: price, the chance to be chosen, requests lost while busy.
 * Writes the planning problem.
 */
@NullMarked
package org.warmplan.value;

import org.jspecify.annotations.NullMarked;
