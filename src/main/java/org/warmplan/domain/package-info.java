/** The words of the field. Everything here is an immutable value; nothing here reads, writes or decides. */
@NullMarked
package org.warmplan.domain;

import org.jspecify.annotations.NullMarked;
