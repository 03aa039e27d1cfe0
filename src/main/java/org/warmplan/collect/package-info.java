/**
 * Asks the sources and understands their answers: one reader per kind of source, each turning what one snapshot says into
 * observations and counted issues. The only room that touches the network or HTML.
 */
@NullMarked
package org.warmplan.collect;

import org.jspecify.annotations.NullMarked;
