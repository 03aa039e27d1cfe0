/** Web pages that list what the network offers. */
@NullMarked
package org.warmplan.collect.page;

import org.jspecify.annotations.NullMarked;
