/** What the NaaP analytics API counts: live and batch demand, supply, prices. */
@NullMarked
package org.warmplan.collect.naap;

import org.jspecify.annotations.NullMarked;
