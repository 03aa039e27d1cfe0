/** Places: turns what the prices lead to into a plan, and improves it worker by worker. */
@NullMarked
package org.warmplan.plan.place;

import org.jspecify.annotations.NullMarked;
