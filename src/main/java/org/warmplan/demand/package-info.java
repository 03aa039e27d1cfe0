/**
 * What the network shows, read as supply and as a weekly rate per workload with its range. Public data shows mostly
 * supply, so every estimate says what it rests on.
 */
@NullMarked
package org.warmplan.demand;

import org.jspecify.annotations.NullMarked;
