/**
 * The planning problem as values and as a file, and the assignment that answers it. Ids are plain text here: whoever
 * solves or checks a problem needs no word of the network.
 */
@NullMarked
package org.warmplan.problem;

import org.jspecify.annotations.NullMarked;
