/**
 * How well problems are solved: problems of every size drawn from seeds, and the answers of contenders side by side.
 * What a contender claims counts for nothing here; every answer is valued again by someone else.
 */
@NullMarked
package org.warmplan.bench;

import org.jspecify.annotations.NullMarked;
