/** The operator's own node, by its metrics page. */
@NullMarked
package org.warmplan.collect.metrics;

import org.jspecify.annotations.NullMarked;
