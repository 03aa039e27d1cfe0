/**
 * Chooses. A problem becomes a {@link org.warmplan.plan.Board}; OptaPlanner searches it by constraint streams; prices
 * bound it from above; on a small fleet an exact search finishes the proof. The only room with OptaPlanner.
 */
@NullMarked
package org.warmplan.plan;

import org.jspecify.annotations.NullMarked;
