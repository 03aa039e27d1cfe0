/**
 * The independent judge: holds a solution against its problem by the rules of the file formats alone. It shares no code
 * with what plans, so that a mistake there is not repeated here.
 */
@NullMarked
package org.warmplan.certify;

import org.jspecify.annotations.NullMarked;
