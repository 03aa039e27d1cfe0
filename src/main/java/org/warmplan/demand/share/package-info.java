/**
 * Who carries what of one workload: which of several warm orchestrators gateways choose, what each of them can hold, and
 * what is lost. Formulas, held against the simulated market in tests.
 */
@NullMarked
package org.warmplan.demand.share;

import org.jspecify.annotations.NullMarked;
