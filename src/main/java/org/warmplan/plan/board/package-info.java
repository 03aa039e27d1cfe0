/** A problem with its references resolved, and the one place that adds up what an assignment is worth. */
@NullMarked
package org.warmplan.plan.board;

import org.jspecify.annotations.NullMarked;
