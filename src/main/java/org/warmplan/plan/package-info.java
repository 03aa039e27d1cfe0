/**
 * Chooses. A problem becomes a board; prices bound it from above and lead to a start; on a small fleet an exact search finishes
 * the proof; OptaPlanner searches by constraint streams and has the last word on what a plan is worth.
 */
@NullMarked
package org.warmplan.plan;

import org.jspecify.annotations.NullMarked;
