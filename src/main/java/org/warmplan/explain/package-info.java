/** Why the plan is what it is: what each slot brings, what would be next, what changes and for which reason. */
@NullMarked
package org.warmplan.explain;

import org.jspecify.annotations.NullMarked;
