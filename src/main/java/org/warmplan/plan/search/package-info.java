/** OptaPlanner: the rules as constraint streams, moves that fit the problem, and the search. The only room with OptaPlanner. */
@NullMarked
package org.warmplan.plan.search;

import org.jspecify.annotations.NullMarked;
