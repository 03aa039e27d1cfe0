/** How sources are asked: one polite client for all of them, and what a source is to the collector. */
@NullMarked
package org.warmplan.collect.ask;

import org.jspecify.annotations.NullMarked;
