/**
 * Which weights already lie on a worker's disk. A runner without them downloads while the start limit runs, or does not
 * start at all. Only names and sizes are looked at, and only in the folders of the workload that is asked for.
 */
@NullMarked
package org.warmplan.worker.disk;

import org.jspecify.annotations.NullMarked;
