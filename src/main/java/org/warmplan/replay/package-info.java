/**
 * What would have come of it: simulated markets, past weeks again, and rival policies side by side. Nothing here is needed
 * for a plan; it is how plans are judged.
 */
@NullMarked
package org.warmplan.replay;

import org.jspecify.annotations.NullMarked;
