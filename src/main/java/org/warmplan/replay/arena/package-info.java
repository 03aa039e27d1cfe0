/** Ways to forecast, held against what simulated markets really asked for. */
@NullMarked
package org.warmplan.replay.arena;

import org.jspecify.annotations.NullMarked;
