/** What the explorer shows of orchestrators: stake, earnings, test scores. */
@NullMarked
package org.warmplan.collect.explorer;

import org.jspecify.annotations.NullMarked;
