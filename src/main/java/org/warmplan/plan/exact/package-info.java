/** Goes through every plan of a small fleet, leaving out what the prices prove to be no better than the best at hand. */
@NullMarked
package org.warmplan.plan.exact;

import org.jspecify.annotations.NullMarked;
