/** What orchestrators were paid, and what ETH costs. */
@NullMarked
package org.warmplan.collect.payouts;

import org.jspecify.annotations.NullMarked;
