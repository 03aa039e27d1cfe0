/**
 * What next week asks for, as a distribution: our own filter over all evidence, and the methods of the textbooks that it
 * has to beat.
 */
@NullMarked
package org.warmplan.demand.forecast;

import org.jspecify.annotations.NullMarked;
