/**
 * Solvers that others wrote, set on the same problems: each with the best linear model we know how to give it. Built
 * with {@code -Privals} alone, so that nobody downloads them who does not ask for them.
 */
@NullMarked
package org.warmplan.bench.rivals;

import org.jspecify.annotations.NullMarked;
