/**
 * The index of the snapshots: a database beside them that knows what each said, so that an answer needs no payload read
 * again. It holds nothing that the files do not hold, heals itself before every answer, and may be deleted at any time.
 */
@NullMarked
package org.warmplan.history.index;

import org.jspecify.annotations.NullMarked;
