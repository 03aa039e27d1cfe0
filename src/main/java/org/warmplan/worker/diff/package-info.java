/**
 * What another aiModels.json would change, in the operator's words and as a patch: which containers go where, what is
 * asked, what else an entry says. Nothing that differs is passed over, and no secret is told.
 */
@NullMarked
package org.warmplan.worker.diff;

import org.jspecify.annotations.NullMarked;
