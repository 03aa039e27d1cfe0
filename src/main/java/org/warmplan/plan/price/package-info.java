/**
 * The bound from above. Every workload has a price per replica on each class; at given prices every worker chooses alone and
 * every workload's curve pays alone, and no plan is worth more than the sum.
 */
@NullMarked
package org.warmplan.plan.price;

import org.jspecify.annotations.NullMarked;
